package be.zelfscan.organisation.sheet;

import java.util.Arrays;
import java.util.List;

/** Reads an uploaded file, whatever it is called. Pure. */
final class SheetFiles {
    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};
    private static final byte[] OLD_WORKBOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private SheetFiles() {}

    static SheetContent read(byte[] content) {
        if (begins(content, OLD_WORKBOOK)) {
            return SheetContent
                    .unreadable(
                            "Dit is een Excel-bestand van een oude soort, of er zit een wachtwoord op. Bewaar het zonder wachtwoord als XLSX.");
        }
        SheetContent read = begins(content, ARCHIVE) ? XlsxReader.read(content) : CsvReader.read(content);
        return read.rows().isEmpty() && read.faults().isEmpty()
                ? new SheetContent(List.of(), List.of(SheetFault.ofFile("Er staat nog niets in dit bestand onder de kolomtitels.")))
                : read;
    }

    private static boolean begins(byte[] content, byte[] with) {
        return content.length >= with.length && Arrays.equals(content, 0, with.length, with, 0, with.length);
    }
}
