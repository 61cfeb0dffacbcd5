package be.zelfscan.organisation.sheet;

import java.util.Arrays;
import java.util.List;

/** What was read from a file, and what could not be. */
record SheetContent(List<SheetRow> rows, List<SheetFault> faults) {
    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};
    private static final byte[] OLD_WORKBOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    static SheetContent unreadable(String sentence) {
        return new SheetContent(List.of(), List.of(SheetFault.ofFile(sentence)));
    }

    /** Of an uploaded file, whatever it is called. */
    static SheetContent read(byte[] file) {
        if (begins(file, OLD_WORKBOOK)) {
            return unreadable(
                    "Dit is een Excel-bestand van een oude soort, of er zit een wachtwoord op. Bewaar het zonder wachtwoord als XLSX.");
        }
        SheetContent read = begins(file, ARCHIVE) ? XlsxReader.read(file) : CsvReader.read(file);
        return read.rows().isEmpty() && read.faults().isEmpty() ? unreadable("Er staat nog niets in dit bestand onder de kolomtitels.")
                : read;
    }

    private static boolean begins(byte[] file, byte[] with) {
        return file.length >= with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
    }
}
