package be.zelfscan.organisation.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.organisation.sheet.SheetContent.Fault;
import be.zelfscan.organisation.sheet.SheetKind.SheetColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/** Files that are no sheet are answered with a sentence, and stay small in memory. */
class SheetContentTest {
    private static String sentence(byte[] file) {
        SheetContent content = SheetContent.read(file);
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
        byte[] sheet = "<worksheet><sheetData><row><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>"
                .getBytes(StandardCharsets.US_ASCII);

        assertThat(sentence(archive("xl/worksheets/sheet1.xml", sheet))).contains("te groot of vreemd");
    }

    @Test
    void aWorkbookWithOtherSheetsIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("Blad1").value(0, 0, "Naam");
        }

        assertThat(SheetContent.read(out.toByteArray()).faults()).extracting(Fault::sentence)
                .anyMatch(sentence -> sentence.contains("Dit werkblad kennen we niet"))
                .anyMatch(sentence -> sentence.contains("Begin met het sjabloon"));
    }

    /** The reader opens the part that the workbook points at, whatever it is called and however it is written. */
    @Test
    void aCellInTheMillionthColumnIsRefusedInAPartOfAnyName() throws IOException {
        String far = row("<c r=\"ZZZZZ2\" t=\"inlineStr\"><is><t>x</t></is></c>");
        for (String name : List.of("worksheets/sheet1.dat", "worksheets/sheet1", "worksheets/sheet1.xml.rels", "sheet1.XML")) {
            assertThat(sentence(workbook(name, far.getBytes(StandardCharsets.UTF_8)))).as(name).contains("te groot of vreemd");
        }
        assertThat(sentence(
                workbook("worksheets/sheet1.xml", ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + far).getBytes(StandardCharsets.UTF_16))))
                .contains("niet te lezen");
        assertThat(sentence(workbook("worksheets/sheet1.xml",
                row("<c xmlns:o=\"urn:o\" o:r=\"A2\" r=\"ZZZZZ2\" t=\"inlineStr\"><is><t>x</t></is></c>")
                        .getBytes(StandardCharsets.UTF_8))))
                .contains("te groot of vreemd");
    }

    @Test
    void aRowThatIsNoneAndARowWithoutEndAreRefused() throws IOException {
        assertThat(sentence(workbook("worksheets/sheet1.xml",
                row("<c><v>1</v></c>").replace("r=\"2\"", "r=\"99999999999\"").getBytes(StandardCharsets.UTF_8))))
                .contains("te groot of vreemd");
        assertThat(sentence(workbook("worksheets/sheet1.xml", row("<c><v>1</v></c>".repeat(2_000)).getBytes(StandardCharsets.UTF_8))))
                .contains("te groot of vreemd");
    }

    @Test
    void aColouredCellFarToTheRightIsNoContent() throws IOException {
        SheetContent read = SheetContent
                .read(workbook("worksheets/sheet1.xml", row("<c r=\"XFD2\" s=\"1\"/>").getBytes(StandardCharsets.UTF_8)));

        assertThat(read.faults()).isEmpty();
        assertThat(read.rows()).extracting(row -> row.at(SheetColumn.school_group)).containsExactly("Scholengroep Eén");
    }

    @Test
    void whatASpreadsheetHidesIsReadAndKnownAsHidden() throws IOException {
        String rows = row("").replace("r=\"2\"", "r=\"2\" hidden=\"1\"");

        assertThat(SheetContent.read(workbook("worksheets/sheet1.xml", rows.getBytes(StandardCharsets.UTF_8))).rows())
                .extracting(SheetRow::hidden)
                .containsExactly(true);
        assertThat(SheetContent.read(workbook("worksheets/sheet1.xml", row("").getBytes(StandardCharsets.UTF_8))).rows())
                .extracting(SheetRow::hidden)
                .containsExactly(false);
    }

    @Test
    void oneSheetBehindManyNamesIsReadOnce() throws IOException {
        byte[] file = workbook("worksheets/sheet1.xml", row("").getBytes(StandardCharsets.UTF_8),
                "<sheet name=\"scholengroepen \" sheetId=\"2\" r:id=\"rId1\"/>");

        assertThat(SheetContent.read(file).faults()).extracting(Fault::sentence).containsExactly("Dit werkblad staat er twee keer.");
    }

    @Test
    void theLineThatNamesTheSeparatorIsNoRow() {
        for (String first : List.of("sep=;\r\n", "SEP=;\n", "\uFEFFsep=;\r\n", "sep=;;;;;;\r\n")) {
            SheetContent read = SheetContent.read((first + HEADERS + "Scholengroep Eén;;;;;\n").getBytes(StandardCharsets.UTF_8));

            assertThat(read.faults()).as(first).isEmpty();
            assertThat(read.rows()).as(first).extracting(SheetRow::number).containsExactly(2);
        }
        assertThat(
                SheetContent.read(("sep=\t\n" + (HEADERS + "Scholengroep Eén;;;;;\n").replace(';', '\t')).getBytes(StandardCharsets.UTF_8))
                        .faults())
                .isEmpty();
    }

    @Test
    void filesThatAreMadeToBeLongAreNotLookedAtCellByCell() {
        assertThat(sentence(";".repeat(5_000_000).getBytes(StandardCharsets.US_ASCII))).contains("1.000 cellen");
        assertThat(sentence("a;".repeat(2_500_000).getBytes(StandardCharsets.US_ASCII))).contains("1.000 cellen");
        assertThat(sentence("a".repeat(5_000_000).getBytes(StandardCharsets.US_ASCII))).contains("Deze kolom kennen we niet");
        SheetContent longName = SheetContent.read((HEADERS + "a".repeat(4_000_000) + ";;;;;\n").getBytes(StandardCharsets.UTF_8));
        assertThat(longName.faults()).extracting(Fault::sentence)
                .containsExactly("Dit is veel te lang: er is plaats voor 200 tekens.");
        assertThat(longName.rows().getFirst().at(SheetColumn.school_group)).hasSizeLessThan(2_000);
    }

    private static final String HEADERS = "Scholengroep;Centrum;Vestiging;Naam;E-mail;Rol\n";

    /** A sheet of one school group, with more in its row. */
    private static String row(String more) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Scholengroep</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Scholengroep Eén</t></is></c>" + more + "</row></sheetData></worksheet>";
    }

    /** A workbook whose sheet of school groups is this part. */
    private static byte[] workbook(String part, byte[] sheet, String... moreSheets) throws IOException {
        String rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
                + "Type=\""
                + "http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/></Relationships>";
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml",
                ("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" "
                        + "ContentType=\""
                        + type + "sheet.main+xml\"/><Override PartName=\"/xl/" + part + "\" ContentType=\"" + type
                        + "worksheet+xml\"/></Types>")
                        .getBytes(StandardCharsets.UTF_8));
        parts.put("_rels/.rels", rels.formatted("officeDocument", "xl/workbook.xml").getBytes(StandardCharsets.UTF_8));
        parts.put("xl/workbook.xml", ("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                + "<sheet name=\"Scholengroepen\" sheetId=\"1\" r:id=\"rId1\"/>" + String.join("", moreSheets) + "</sheets></workbook>")
                .getBytes(StandardCharsets.UTF_8));
        parts.put("xl/_rels/workbook.xml.rels", rels.formatted("worksheet", part).getBytes(StandardCharsets.UTF_8));
        parts.put("xl/" + part, sheet);
        return archive(parts);
    }

    private static byte[] archive(String name, byte[] content) throws IOException {
        return archive(Map.of(name, content));
    }

    private static byte[] archive(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
