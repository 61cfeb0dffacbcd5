package be.zelfscan.report;

import static be.zelfscan.report.ReportText.solid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.question.Answer;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.scan.Answers;
import be.zelfscan.scan.GivenAnswer;
import be.zelfscan.scan.SentScan;
import be.zelfscan.support.PdfUa;
import be.zelfscan.support.RandomAnswers;
import be.zelfscan.team.Agreement;
import be.zelfscan.team.TeamResult;
import be.zelfscan.team.WhatBecame;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CentreReportTest {
    private static final String HOSTILE = "<script>alert('x')</script> & \"blij\" 😀 ë € …\n\n- punt één\n- punt twee\tmet tab";

    private static String text(ScanResult result) {
        return ReportText.of(Documents.REPORT.pdf(result));
    }

    @Test
    void everyAnswerAndEveryNoteIsInTheReport() {
        ScanResult result = Scans.demonstration();
        String text = text(result);
        List<ScanResult.Given> all = result.all().stream().flatMap(section -> section.answers().stream()).toList();
        assertThat(all).hasSize(11 * 6 + 2);
        for (ScanResult.Given given : all) {
            if (!given.isPlacement() && !given.question().id().equals("priorities")) {
                assertThat(text).contains(given.lines().stream().map(ReportText::solid).toList());
            }
            assertThat(text).contains(solid(given.note()));
        }
        for (ScanResult.Group group : result.groups()) {
            for (ScanResult.Answered block : group.sections()) {
                assertThat(block.stageText()).isNotEmpty();
                assertThat(text).contains(block.stageText().stream().map(ReportText::solid).toList());
            }
        }
        assertThat(text).containsSubsequence("1.Geïntegreerdebenaderingvandekernprocessen", "2.Sterkpartnerschap", "3.Onderzoekendehouding",
                "4.Sterknetwerk");
        assertThat(text).contains(solid(result.questionnaire().disclaimer()));
        assertThat(text).contains(result.questionnaire().conversation().orElseThrow().prompts().stream().map(ReportText::solid).toList());
    }

    @Test
    void theAnswersAreOneByOneWhereTheyBelong() {
        String text = text(Village.result("vrij geschreven"));
        assertThat(text).containsSubsequence("Datagrafiek", "Inéénoogopslag", "Trots", "Buurt&<b>wijk</b>", "vrijgeschreven", "Eerst",
                "1.Buurt&<b>wijk</b>", "2." + solid(Village.TITLE), "Bouwsteenperbouwsteen", "Hetdorp", "1." + solid(Village.TITLE),
                "Groeiend",
                "Deoudersisaanhetgroeien.", "naarbloeiend", "vrijgeschreven", "demensen", "hetgeld", "vrijgeschreven",
                "iemandanders:detante<script>",
                "2.Buurt&<b>wijk</b>", "Kiemend", "zohouden", "Napraten", "Watvielop?");
    }

    @Test
    void aNoteOfTenThousandCharactersIsThereFromBeginToEnd() {
        StringBuilder note = new StringBuilder();
        for (int at = 1; note.length() < 9_950; at++) {
            note.append("Zin ").append(at).append(" zegt iets. ").append(at % 25 == 0 ? "\n\n" : "");
        }
        note.append("SLOT");
        assertThat(text(Village.result(note.toString()))).contains(solid(note.toString()));
    }

    @Test
    void hostileAndOddTextIsKeptAsItIsAndTheDocumentStaysAccessible() {
        ScanResult result = ScanResult.of(Scans.sent(Village.questionnaire(), Village.TITLE, Village.answers(HOSTILE)),
                Village.questionnaire());
        assertThat(text(result)).contains(solid(HOSTILE));
        PdfUa.assertConforms(Documents.REPORT.pdf(result));
    }

    @Test
    void theReportOfTheShippedInstrumentIsAccessible() {
        PdfUa.assertConforms(Documents.REPORT.pdf(Scans.demonstration()));
    }

    @Test
    void aLongNameOfACentreKeepsTheFirstPageOnOnePage() {
        ScanResult result = ScanResult.of(Scans.sent(Scans.poolster(), Village.TITLE, Scans.demonstrationAnswers()), Scans.poolster());
        byte[] pdf = Documents.REPORT.pdf(result);
        assertThat(PdfReader.<List<String>>with(pdf, PdfReader::bookmarks)).startsWith("Datagrafiek @1", "In één oogopslag @2");
    }

    @Test
    void whatTheTeamMadeOfItStandsBesideAChartThatIsAsLargeWithoutIt() {
        ScanResult result = ScanResult.of(Scans.sent(Scans.poolster(), Village.TITLE, Scans.demonstrationAnswers()), Scans.poolster());
        List<Agreement> agreements = Stream.of("Intervisie " + "over alle teams heen ".repeat(20), "x".repeat(500), "Kort", "Vierde")
                .map(what -> new Agreement(new UUID(0, what.length()), Scans.ID, Scans.ID, "plg", "Leren", what, "Otto en wie dat wil",
                        Optional.of(LocalDate.of(2027, 11, 19)), Agreement.State.open, true, Scans.SENT))
                .toList();
        TeamResult team = new TeamResult(List.of(new TeamResult.Text("Wat valt ons op?", HOSTILE)), agreements, List.of(),
                List.of(new WhatBecame.Line(true, "Elke maandag overleg", WhatBecame.Became.going_on, "Bijna altijd"),
                        new WhatBecame.Line(false, "1. Preventie", WhatBecame.Became.changed_mind, "")),
                Map.of(), Map.of());
        byte[] pdf = Documents.REPORT.pdf(result, team);
        assertThat(PdfReader.<List<String>>with(pdf, PdfReader::bookmarks)).startsWith("Datagrafiek @1", "Van resultaat naar afspraken @2");
        assertThat(ReportText.of(pdf)).containsSubsequence("Hiergaanwemeeaandeslag", "Intervisieoverall", "Kort",
                "Watvaltonsop?", solid(HOSTILE), "x".repeat(30), "Vierde", "Elkemaandagoverleg", "Bijnaaltijd", "1.Preventie");
        PdfUa.assertConforms(pdf);
        assertThat(Documents.REPORT.pdf(result, TeamResult.NONE)).isEqualTo(Documents.REPORT.pdf(result));
        assertThat(ReportText.of(Documents.REPORT.conversation(result, team))).contains("Watvaltonsop?").doesNotContain("Inéénoogopslag");
    }

    @Test
    void aClusterWithoutBlocksHasNoHeadingInTheChartAndItsTable() {
        Questionnaire questionnaire = Scans.definition("/questionnaires/it-takes-a-village-2026.json");
        ScanResult result = ScanResult.of(
                Scans.sent(questionnaire, "Centrum", new RandomAnswers(questionnaire, new Random(5)).complete().all()), questionnaire);
        assertThat(result.chart().orElseThrow().clusters()).hasSize(1).noneMatch(cluster -> cluster.rows().isEmpty());
    }

    @Test
    void withoutAChartTheReportSpeaksToWhoeverReadsIt() {
        Questionnaire questionnaire = Scans.definition("/questionnaires/member-check-2026.json");
        ScanResult result = ScanResult.of(
                Scans.sent(questionnaire, "Centrum", new RandomAnswers(questionnaire, new Random(5)).complete().all()), questionnaire);
        assertThat(text(result)).contains("Alleantwoorden").doesNotContain("Jullieantwoorden");
    }

    @Test
    void withoutNotesNothingIsLeftEmpty() {
        ScanResult result = ScanResult.of(Scans.sent(Scans.poolster(), "Centrum", Scans.with(Scans.demonstrationAnswers(),
                given -> Scans.given(given.section(), given.question(), given.answer().orElse(null), ""))), Scans.poolster());
        assertThat(text(result)).contains("evoluerennaarsystematisch").doesNotContain("nietingevuld");
    }

    @Test
    void notYetAndWhatIsConsideredStandInTheInstrumentsWords() {
        var answers = Scans.with(Village.answers(""), given -> given.question().equals("trots")
                ? Scans.given("einde", "trots", Answer.Coded.of("not-yet", "buurt"), "ooit") : given);
        assertThat(text(ScanResult.of(Scans.sent(Village.questionnaire(), "Centrum", answers), Village.questionnaire())))
                .contains("nognergensop", "maarmisschienop:Buurt&<b>wijk</b>", "ooit");
    }

    @Test
    void bookmarksLeadToEveryBlock() {
        List<String> bookmarks = PdfReader.with(Documents.REPORT.pdf(Scans.demonstration()), PdfReader::bookmarks);
        assertThat(bookmarks).map(bookmark -> bookmark.replaceAll(" @\\d+$", "")).contains("Datagrafiek", "In één oogopslag",
                "Bouwsteen per bouwsteen",
                "  Het CLB-beleid", "    11. Geïnformeerde praktijken", "Om over te praten");
    }

    @Test
    void theSameScanGivesTheSameBytes() {
        assertThat(Documents.REPORT.pdf(Scans.demonstration())).isEqualTo(Documents.REPORT.pdf(Scans.demonstration()));
    }

    @Test
    void aReportThatWouldBeEmptyFailsLoudly() {
        SentScan empty = Scans.sent(Village.questionnaire(), "Centrum", List.of());
        assertThatThrownBy(() -> ScanResult.of(empty, Village.questionnaire())).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void anAnswerThatTheReportWouldNotShowFailsLoudly() {
        List<GivenAnswer> answers = new ArrayList<>(Village.answers(""));
        answers.add(Scans.given("ouders", "onbekend", Answer.Coded.of("hold"), "een toelichting"));
        assertThatThrownBy(() -> ScanResult.of(Scans.sent(Village.questionnaire(), "Centrum", answers), Village.questionnaire()))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("ouders/onbekend");
    }

    @Test
    void anotherVersionIsRefused() {
        SentScan sent = Scans.sent(Village.questionnaire(), "Centrum", Village.answers(""));
        SentScan other = new SentScan(sent.id(), sent.scanId(), sent.centreId(), sent.centreName(), sent.roundTitle(), 1, sent.sentAt(), "",
                new QuestionnaireKey("dorp", "2"), new Answers(Village.answers("")), sent.roles(),
                sent.notesErasedAfter());
        assertThatThrownBy(() -> ScanResult.of(other, Village.questionnaire())).isInstanceOf(IllegalArgumentException.class);
    }
}
