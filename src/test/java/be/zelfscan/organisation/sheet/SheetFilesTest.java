package be.zelfscan.organisation.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/** Files that are no sheet are answered with a sentence, and stay small in memory. */
class SheetFilesTest {
    private static String sentence(byte[] file) {
        SheetContent content = SheetFiles.read(file);
        assertThat(content.rows()).isEmpty();
        return content.faults().getFirst().sentence();
    }

    @Test
    void whatIsNoSheetIsRefused() throws IOException {
        assertThat(sentence(new byte[]{'P', 'K', 3, 4, 9, 9, 9})).contains("niet te lezen");
        assertThat(sentence(new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1})).contains("oude soort");
        assertThat(sentence("Naam;caf\u00e9".getBytes(StandardCharsets.ISO_8859_1))).contains("CSV UTF-8");
        assertThat(sentence("%PDF-1.7\0".getBytes(StandardCharsets.US_ASCII))).contains("geen XLSX- of CSV-bestand");
        assertThat(sentence("Naam;E-mail\n\"An;x\n".getBytes(StandardCharsets.US_ASCII))).contains("aanhalingstekens");
        assertThat(sentence(archive("iets.txt", new byte[10]))).contains("niet te lezen");
    }

    @Test
    void aFewKilobytesThatHoldAGigabyteAreRefused() throws IOException {
        assertThat(sentence(archive("xl/media/image.bin", new byte[40_000_000]))).contains("te groot of vreemd");
    }

    @Test
    void aCellInTheMillionthColumnIsRefused() throws IOException {
        byte[] sheet = "<worksheet><sheetData><row><c r=\"ZZZZZZ1\"/></row></sheetData></worksheet>".getBytes(StandardCharsets.US_ASCII);

        assertThat(sentence(archive("xl/worksheets/sheet1.xml", sheet))).contains("te groot of vreemd");
    }

    @Test
    void aWorkbookWithOtherSheetsIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("Blad1").value(0, 0, "Naam");
        }

        assertThat(SheetFiles.read(out.toByteArray()).faults()).extracting(SheetFault::sentence)
                .anyMatch(sentence -> sentence.contains("Dit werkblad kennen we niet"))
                .anyMatch(sentence -> sentence.contains("Begin met het sjabloon"));
    }

    private static byte[] archive(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
