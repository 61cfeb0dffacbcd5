package be.zelfscan.export;

import be.zelfscan.TestService;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.campaign.Net;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Page;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A round of a test's own: one centre sent, with notes that no file takes easily; another takes part and sent nothing. */
final class ExportScene {
    /** What was noted, by question of the first building block. */
    static final Map<String, String> NOTES = Map.of(
            "motive", "Zij zei: \"neen\"; wij, ja\nen \"\"nog\"\" een regel",
            "levers", "=cmd|' /C calc'!A0",
            "bottlenecks", "<script>alert('x')</script> & 😀, 👩‍👩‍👧",
            "differences", "\uFF1D1+1; over de volle breedte");
    static final String MARK = "\uFEFF";

    final TestService service = TestService.get();
    final UUID person = service.supporterId();
    final Visitor poc = service.inSession(person);
    final TestCentre centre = service.centre("Centrum \"uit\"; voer, +1");
    final TestCentre silent = service.centre("Centrum dat niet verzond");
    final UUID group = Net.schoolGroup("Scholengroep A", centre);
    final UUID otherGroup = Net.schoolGroup("Scholengroep B", centre, silent);
    final String round = Net.open(poc, Net.unique("ronde; met \"tekens\""), centre, silent);
    final Visitor director = service.inSession(centre.director());
    final String block = service.questionnaire().blocks().getFirst().id();
    final String scan;

    ExportScene() {
        scan = Net.start(director, centre, round);
        Net.fillIn(director, scan);
        note(NOTES);
        Net.confirm(director, scan + "/verzending");
    }

    /** Notes with the first building block. */
    void note(Map<String, String> notes) {
        Visitor.Form form = director.get(scan + "/deel/" + block).form("/deel/");
        notes.forEach((question, note) -> form.set(question + ".note", note));
        director.submit(form);
    }

    UUID sent() {
        return UUID.fromString(service.texts("select id::text from sent_scan where scan_id = '%s' order by number desc".formatted(
                Net.id(scan))).getFirst());
    }

    String file(String name) {
        return "/uitvoer/" + Net.id(round) + "/" + name;
    }

    static String text(Page page) {
        if (page.status() != 200) {
            throw new AssertionError(page.status() + ": " + page.text());
        }
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    /** The rows of a CSV file, each by the names of its columns. */
    static List<Map<String, String>> rows(Page page, char delimiter) {
        String text = text(page).substring(MARK.length());
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return parser.stream().map(ExportScene::byName).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> byName(CSVRecord row) {
        if (!row.isConsistent()) {
            throw new AssertionError("A row of another length: " + row);
        }
        return new LinkedHashMap<>(row.toMap());
    }
}
