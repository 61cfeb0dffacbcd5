package be.zelfscan.export;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet;
import be.zelfscan.TestService;
import be.zelfscan.text.CellGuard;
import be.zelfscan.campaign.Net;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What POC+ takes out as CSV: whole, readable by other programs, and harmless. */
class ExportIT {
    private static ExportScene scene;

    private final TestService service = TestService.get();

    @BeforeAll
    static void send() {
        scene = new ExportScene();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"puntkomma ;", "komma ,"})
    void everyAnswerComesBackFromTheFileWhateverPartsItsCells(String choice, char delimiter) {
        Page page = scene.poc.get(scene.file("antwoorden.csv?scheiding=" + choice));
        String text = ExportScene.text(page);
        List<Map<String, String>> rows = ExportScene.rows(page, delimiter);

        assertThat(text).startsWith(ExportScene.MARK + "ronde" + delimiter + "ronde_id").endsWith("\r\n");
        assertThat(page.response().headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(page.response().headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.response().headers().firstValue("Content-Disposition").orElseThrow()).matches(
                "attachment; filename=\"zelfscan-ronde-met-tekens-[a-z0-9]+-antwoorden\\.csv\"");
        assertThat(rows).hasSize((int) service.count("select jsonb_array_length(content -> 'answers') from sent_scan where id = ?",
                scene.sent()));
        assertThat(rows).allSatisfy(row -> assertThat(row).containsEntry("vragenlijst_versie", "2026")
                .containsEntry("vragenlijst", service.questionnaire().key().id())
                .containsEntry("verzending_nummer", "1").containsEntry("verzending_id", scene.sent().toString()));
        assertThat(rows).extracting(row -> CellGuard.unguarded(row.get("centrum"))).containsOnly(scene.centre.name());
        assertThat(rows.getFirst().get("scholengroepen")).matches("Scholengroep A \\w+\\|Scholengroep B \\w+");
        assertThat(rows.getFirst().get("verzonden_op")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        ExportScene.NOTES.forEach((question, note) -> assertThat(CellGuard.unguarded(note(rows, question))).isEqualTo(note));
        assertThat(note(rows, "levers")).startsWith("'" + ExportScene.NOTES.get("levers").charAt(0));
        assertThat(note(rows, "differences")).startsWith("'" + ExportScene.NOTES.get("differences").charAt(0));
    }

    private static String note(List<Map<String, String>> rows, String question) {
        return answer(rows, question).get("toelichting");
    }

    private static Map<String, String> answer(List<Map<String, String>> rows, String question) {
        return rows.stream().filter(row -> row.get("deel_id").equals(scene.block) && row.get("vraag_id").equals(question)).findFirst()
                .orElseThrow();
    }

    @Test
    void anAnswerHasItsCodesAndTheWordsOfTheQuestionnaire() {
        List<Map<String, String>> rows = ExportScene.rows(scene.poc.get(scene.file("antwoorden.csv")), ';');

        assertThat(answer(rows, "stage")).containsEntry("antwoord_codes", "geintegreerd").containsEntry("antwoord", "Geïntegreerd")
                .containsEntry("vraag", "Inschaling");
        assertThat(answer(rows, "levers").get("antwoord_codes")).isEqualTo("mission|people");
        assertThat(answer(rows, "ambition")).containsEntry("antwoord", "evolueren naar systematisch");
    }

    @Test
    void theRowOfACentreAgreesWithTheFactsThatComparingReads() {
        List<Map<String, String>> rows = ExportScene.rows(scene.poc.get(scene.file("centra.csv")), ';');
        Map<String, String> sent = rows.stream().filter(row -> row.get("stand").equals("verzonden")).findFirst().orElseThrow();
        List<String> chosen = service.texts("""
                select section || '.' || question || '.' || option from chosen_option
                where sent_scan_id = '%s' and question in ('levers', 'bottlenecks', 'differences', 'inspiring')""".formatted(scene.sent()));

        assertThat(
                sent.entrySet().stream().filter(cell -> cell.getValue().equals("1") && cell.getKey().contains(".")).map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(chosen);
        assertThat(service.texts("""
                select block || '.stage=' || stage from placed_block where sent_scan_id = '%s'
                union all select section || '.priorities.' || position + 1 || '=' || option from chosen_option
                where sent_scan_id = '%s' and question = 'priorities'""".formatted(scene.sent(), scene.sent())))
                .allSatisfy(fact -> assertThat(sent).containsEntry(fact.split("=")[0], fact.split("=")[1]));
        assertThat(service.texts("select block || ' ' || case when ambition = stage then 'hold' else ambition end "
                + "from placed_block where sent_scan_id = '%s'".formatted(scene.sent())))
                .allSatisfy(fact -> assertThat(sent).containsEntry(fact.split(" ")[0] + ".ambition", fact.split(" ")[1]));
    }

    @Test
    void aCentreThatSentNothingIsNamedAndHasEmptyCells() {
        List<Map<String, String>> rows = ExportScene.rows(scene.poc.get(scene.file("centra.csv")), ';');

        assertThat(rows).hasSize(2);
        Map<String, String> silent = rows.stream().filter(row -> row.get("centrum").equals(scene.silent.name())).findFirst().orElseThrow();
        assertThat(silent).containsEntry("stand", "niet verzonden").containsEntry("vragenlijst_versie", "2026")
                .containsEntry("verzonden_op", "");
        assertThat(silent.entrySet().stream().filter(cell -> cell.getKey().contains(".")).map(Map.Entry::getValue)
                .collect(Collectors.toSet())).containsExactly("");
    }

    @Test
    void theNewestThatWasSentCountsAlsoWhileTheScanIsOpenAgain() {
        ExportScene reopened = new ExportScene();
        reopened.poc.post(reopened.round + "/centrum/" + reopened.centre.id() + "/heropening", Map.of("reason", List.of("Vergeten.")));
        reopened.note(Map.of("motive", "Pas na de heropening"));

        assertThat(ExportScene.rows(reopened.poc.get(reopened.file("antwoorden.csv")), ';')).allSatisfy(row -> assertThat(row)
                .containsEntry("verzending_nummer", "1").doesNotContainValue("Pas na de heropening"));
        Net.confirm(reopened.director, reopened.scan + "/verzending");
        List<Map<String, String>> again = ExportScene.rows(reopened.poc.get(reopened.file("antwoorden.csv")), ';');
        assertThat(again).allSatisfy(row -> assertThat(row).containsEntry("verzending_nummer", "2"));
        assertThat(again).anySatisfy(row -> assertThat(row).containsEntry("toelichting", "Pas na de heropening"));
    }

    @Test
    void allRoundsOfAnInstrumentStandInOneFile() {
        TestNet other = new TestNet();
        String path = "/uitvoer/vragenlijst/" + service.questionnaire().key().id() + "/centra.csv";

        assertThat(ExportScene.rows(scene.poc.get(path), ';').stream().map(row -> row.get("verzending_id")))
                .contains(scene.sent().toString(), other.sent.toString());
    }

    @Test
    void whereNothingWasSentThereIsASentenceAndNoFile() {
        UUID empty = new TestNet().round;
        for (String file : List.of("antwoorden.csv", "centra.csv", "codeboek.csv", "uitvoer.xlsx")) {
            Page page = scene.poc.get("/uitvoer/" + empty + "/" + file);
            assertThat(page.status()).as(file).isEqualTo(409);
            assertThat(page.text()).contains("verzond nog geen enkel centrum iets");
            assertThat(page.response().headers().firstValue("Content-Disposition")).isEmpty();
        }
        Page chosen = scene.poc.get("/uitvoer/bestand?ronde=" + empty + "&wat=centra.csv&scheiding=komma");
        assertThat(chosen.status()).isEqualTo(409);
        assertThat(chosen.text()).contains("verzond nog geen enkel centrum iets");
        assertThat(chosen.document().select("option[selected]").attr("value")).isEqualTo(empty.toString());
        assertThat(chosen.document().select("input[checked]").eachAttr("value")).containsExactly("centra.csv", "komma");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(scene.poc.get("/uitvoer/" + UUID.randomUUID() + "/centra.csv").status()).isEqualTo(404);
        assertThat(scene.poc.get("/uitvoer/vragenlijst/onbekend/centra.csv").status()).isEqualTo(404);
        assertThat(scene.poc.get(scene.file("alles.csv")).text()).contains("antwoorden.csv, centra.csv");
        Page delimiter = scene.poc.get(scene.file("centra.csv?scheiding=tab"));
        assertThat(delimiter.status()).isEqualTo(422);
        assertThat(delimiter.text()).contains("puntkomma of komma");
        assertThat(scene.poc.get("/uitvoer/bestand?ronde=&wat=centra.csv&scheiding=komma").text()).contains("Kies een ronde");
    }

    @Test
    void thePageLeadsToTheChosenFileAndTheLogSaysWhoTookIt() {
        Page page = scene.poc.get("/uitvoer");
        Visitor.Form form = page.form("/uitvoer/bestand").set("ronde", Net.id(scene.round).toString()).set("wat", "centra.csv").set(
                "scheiding", "komma");
        Page file = scene.poc.get(form.action() + "?ronde=" + form.get("ronde").getFirst() + "&wat=centra.csv&scheiding=komma");

        assertThat(page.document().select("option[value=" + Net.id(scene.round) + "]").text()).contains("1 van 2 verzonden");
        assertThat(file.path()).isEqualTo(scene.file("centra.csv"));
        assertThat(ExportScene.rows(file, ',')).hasSize(2);
        assertThat(service.count("""
                select count(*) from activity_log where action = 'exported' and person_id = ? and subject_id = ?
                and detail like '%één rij per centrum (CSV)'""", scene.person, Net.id(scene.round))).isPositive();
    }
}
