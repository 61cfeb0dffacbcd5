package be.zelfscan.export;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.text.CellGuard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What POC+ takes out as a workbook, read back. */
class WorkbookIT {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static ExportScene scene;
    private static Map<String, List<Map<String, String>>> sheets;

    @BeforeAll
    static void take() {
        scene = new ExportScene();
        sheets = read(scene.poc.get(scene.file("uitvoer.xlsx")).body());
    }

    private static Map<String, List<Map<String, String>>> read(byte[] content) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            Map<String, List<Map<String, String>>> sheets = new LinkedHashMap<>();
            workbook.getSheets().forEach(sheet -> sheets.put(sheet.getName(), rows(sheet)));
            return sheets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> rows(Sheet sheet) {
        try {
            List<Row> read = sheet.read();
            List<Map<String, String>> rows = new ArrayList<>();
            for (Row row : read.subList(1, read.size())) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int place = 0; place < read.getFirst().getCellCount(); place++) {
                    cells.put(read.getFirst().getCellText(place),
                            place < row.getCellCount() ? text(read.getFirst().getCellText(place), row, place) : "");
                }
                rows.add(cells);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String column, Row row, int place) {
        return column.equals("verzonden_op") ? row.getCellAsDate(place).map(MOMENT::format).orElse("") : row.getCellText(place);
    }

    @Test
    void itHasTheSameRowsAsTheCsvFiles() {
        assertThat(sheets).containsOnlyKeys("Antwoorden", "Centra", "Codeboek");
        assertThat(sheets.get("Antwoorden")).isEqualTo(ofCsv("antwoorden.csv"));
        assertThat(sheets.get("Centra")).isEqualTo(ofCsv("centra.csv"));
        assertThat(sheets.get("Codeboek")).isEqualTo(ofCsv("codeboek.csv"));
    }

    /** Without the apostrophes that only CSV needs. */
    private static List<Map<String, String>> ofCsv(String file) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Map<String, String> row : ExportScene.rows(scene.poc.get(scene.file(file)), ';')) {
            Map<String, String> cells = new LinkedHashMap<>();
            row.forEach((column, cell) -> cells.put(column, CellGuard.unguarded(cell)));
            rows.add(cells);
        }
        return rows;
    }

    @Test
    void everyColumnStandsInTheCodebookAndEveryCodeOfACellIsExplained() {
        for (String sheet : List.of("Antwoorden", "Centra")) {
            Map<String, Map<String, String>> book = sheets.get("Codeboek").stream().filter(line -> line.get("werkblad").equals(sheet))
                    .collect(Collectors.toMap(line -> line.get("kolom"), line -> line));
            assertThat(book.keySet()).as(sheet).isEqualTo(sheets.get(sheet).getFirst().keySet());
            assertThat(book.values()).allSatisfy(line -> assertThat(line.get("betekenis")).isNotEmpty());
            sheets.get(sheet).forEach(row -> row.forEach((column, cell) -> {
                Map<String, String> line = book.get(column);
                if (line.get("codes").isEmpty()) {
                    return;
                }
                Set<String> codes = line.get("codes").lines().map(code -> code.split(" = ")[0]).collect(Collectors.toSet());
                assertThat(cell.isEmpty() || codes.contains(cell)).as(column + " holds " + cell).isTrue();
            }));
        }
    }

    @Test
    void theCodebookHasTheWholeQuestionItsVersionAndWhatAnEmptyCellMeans() {
        String block = scene.block;
        Map<String, String> stage = line(block + ".stage");
        Map<String, String> lever = line(block + ".levers.mission");

        assertThat(stage.get("vraag")).startsWith("Op welke wijze is ons centrum vandaag bezig met").doesNotContain("{block}");
        assertThat(stage).containsEntry("vragenlijst_versie", "2026").containsEntry("soort", "code");
        assertThat(stage.get("codes").lines()).hasSize(scene.service.questionnaire().scale().stages().size())
                .contains("geintegreerd = Geïntegreerd");
        assertThat(lever).containsEntry("soort", "0 of 1").containsEntry("codes", "1 = gekozen\n0 = niet gekozen");
        assertThat(lever.get("lege_cel")).contains("niet beantwoord");
        assertThat(
                sheets.get("Codeboek").stream().filter(line -> line.get("werkblad").equals("Afspraken")).map(line -> line.get("betekenis")))
                .hasSizeGreaterThan(5).anyMatch(sentence -> sentence.contains("telt één keer per ronde"));
    }

    private static Map<String, String> line(String column) {
        return sheets.get("Codeboek").stream().filter(line -> line.get("kolom").equals(column)).findFirst().orElseThrow();
    }
}
