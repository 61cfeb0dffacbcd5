package be.zelfscan.organisation.sheet;

import be.zelfscan.web.CellGuard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the sheets of the net. */
final class SheetWriter {
    private static final String TEXT = "@";
    private static final String SHADE = "E2ECF1";
    private static final double WIDTH = 38;
    private static final double WIDE = 110;
    /** What the first sheet tells whoever fills it in. */
    private static final List<String> EXPLANATION = List.of("Zo vul je dit bestand in",
            "Elk werkblad heeft een rij met kolomtitels. Laat die staan en schrijf eronder, één ding per rij.",
            "Scholengroepen: één rij per scholengroep.",
            "Centra: één rij per centrum, met de scholengroep waarvoor het werkt. Werkt een centrum voor meer scholengroepen, geef het dan een rij per scholengroep.",
            "Vestigingen: één rij per vestiging, met het centrum waarbij ze hoort.",
            "Mensen: één rij per rol. Wie meer rollen heeft, krijgt meer rijen, telkens met dezelfde naam en hetzelfde e-mailadres.",
            "Rollen: " + String.join(", ", RoleNames.all())
                    + ". Bij lid, beleidsondersteuner en directeur vul je het centrum in; bij verantwoordelijke de scholengroep; bij POC+ geen van beide.",
            "Namen en e-mailadressen zijn de sleutels. Hoofdletters en spaties vooraan of achteraan maken geen verschil.",
            "Een import voegt toe en vult aan. Wat niet in het bestand staat, blijft zoals het is; wegnemen en beëindigen doe je op het scherm.",
            "Voor je iets bewaart, zie je wat er verandert. Klopt er ergens iets niet, dan verandert er niets.",
            "Een tekst die met =, +, - of @ begint, krijgt bij een export een apostrof ervoor, zodat je rekenblad er geen formule van maakt. Bij een import valt die weer weg.");

    private SheetWriter() {}

    /** A workbook, with a sheet that explains; every column is text, so that nothing turns into a number or a formula. */
    static byte[] xlsx(Function<SheetKind, List<Map<Column, String>>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Zelfscan", "1.0")) {
            explanation(workbook.newWorksheet(XlsxReader.EXPLANATION));
            for (SheetKind kind : SheetKind.ofWorkbook()) {
                sheet(workbook.newWorksheet(kind.title()), kind.columns(), rows.apply(kind));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void explanation(Worksheet sheet) {
        sheet.width(0, WIDE);
        for (int i = 0; i < EXPLANATION.size(); i++) {
            sheet.value(i, 0, EXPLANATION.get(i));
            sheet.style(i, 0).wrapText(true).set();
        }
        sheet.style(0, 0).bold().fontSize(14).set();
    }

    private static void sheet(Worksheet sheet, List<Column> columns, List<Map<Column, String>> rows) {
        for (int place = 0; place < columns.size(); place++) {
            sheet.width(place, WIDTH);
            sheet.style(place).format(TEXT).set();
            sheet.value(0, place, columns.get(place).header());
            sheet.style(0, place).bold().fillColor(SHADE).format(TEXT).set();
            for (int row = 0; row < rows.size(); row++) {
                String text = rows.get(row).getOrDefault(columns.get(place), "");
                if (!text.isEmpty()) {
                    sheet.value(row + 1, place, CellGuard.guarded(text));
                    sheet.style(row + 1, place).format(TEXT).set();
                }
            }
        }
        sheet.freezePane(0, 1);
    }

    /** The flat sheet as a spreadsheet in Flanders opens it: UTF-8 with a mark, semicolons. */
    static byte[] csv(List<Map<Column, String>> rows) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        List<Column> columns = SheetKind.flat.columns();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.EXCEL.builder().setDelimiter(';').get())) {
            printer.printRecord(columns.stream().map(Column::header));
            for (Map<Column, String> row : rows) {
                printer.printRecord(columns.stream().map(column -> CellGuard.guarded(row.getOrDefault(column, ""))));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
