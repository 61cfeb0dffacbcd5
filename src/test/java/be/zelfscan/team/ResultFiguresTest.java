package be.zelfscan.team;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.question.Answer;
import be.zelfscan.question.Use;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.report.Scans;
import be.zelfscan.scan.SentScan;
import be.zelfscan.support.RandomAnswers;
import be.zelfscan.team.InterpretResult.Screen;
import be.zelfscan.team.ResultFigures.Figure;
import be.zelfscan.team.ResultFigures.Line;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResultFiguresTest {
    private static final Questionnaire POOLSTER = Scans.poolster();
    private static final SentScan SENT = Scans.sent(POOLSTER, "Centrum", Scans.demonstrationAnswers());

    private static List<Figure> figures(Screen screen) {
        return ResultFigures.of(screen, SENT, POOLSTER, Optional.empty(), Map.of());
    }

    private static List<String> lines(Figure figure) {
        return figure.lines().stream().map(line -> line.subject() + "|" + line.text()).toList();
    }

    @Test
    void everyBlockStandsOnceUnderItsStage() {
        Figure stages = figures(Screen.striking).getFirst();
        assertThat(stages.heading()).isEqualTo("Waar jullie staan");
        assertThat(stages.lines()).extracting(Line::subject).allMatch(subject -> subject.matches("\\p{L}+ \\(\\d\\)"));
        String all = String.join(", ", stages.lines().stream().map(Line::text).toList());
        POOLSTER.blocks().forEach(block -> assertThat(all).containsOnlyOnce(block.title()));
    }

    @Test
    void theLongestWaysToGoAreNamed() {
        Figure farthest = figures(Screen.striking).get(1);
        assertThat(farthest.heading()).startsWith("Waar jullie ");
        assertThat(lines(farthest)).isNotEmpty().allMatch(line -> line.matches(".*\\|(van .+ naar .+|Bij \\d+ van de 11 bouwstenen willen "
                + "jullie één stadium verder\\.)"), "a way");
    }

    @Test
    void prioritiesStandInTheirOrderWithWhatWasTyped() {
        Figure priorities = figures(Screen.choosing).getFirst();
        assertThat(priorities.heading()).isEqualTo("Wat jullie kozen als prioriteiten");
        assertThat(priorities.lines()).extracting(Line::subject).startsWith("1. Geïntegreerde benadering van de kernprocessen")
                .hasSizeBetween(3, 5);
        var asked = POOLSTER.priorities().orElseThrow();
        assertThat(priorities.note()).isEqualTo(SENT.answers().at(asked.section(), asked.question().id()).note());
    }

    @Test
    void differencesAreNamedWithTheirNotes() {
        var asked = POOLSTER.blockQuestionFor(Use.DIFFERENCE).orElseThrow();
        List<Figure> agreeing = figures(Screen.agreeing);
        assertThat(agreeing.getFirst().heading()).isEqualTo("Waar deelgroepen verschillen");
        for (Line line : agreeing.getFirst().lines()) {
            String block = POOLSTER.blocks().stream().filter(one -> one.title().equals(line.subject())).findFirst().orElseThrow().id();
            assertThat(line.note()).isEqualTo(SENT.answers().at(block, asked.id()).note());
        }
        assertThat(agreeing.getLast().heading()).isEqualTo("Waar jullie geen verschillen aanduidden");
    }

    @Test
    void howTheTeamWasSpreadBeforeItMetIsToldInNumbers() {
        Map<String, Spread> spreads = Map.of("plg", new Spread(Map.of("planmatig", 2, "geintegreerd", 1, "unsure", 1), Map.of()),
                "preventie",
                new Spread(Map.of("geintegreerd", 3), Map.of()), "teamwerk", new Spread(Map.of("unseen", 3), Map.of()));
        List<Figure> figures = ResultFigures.of(Screen.agreeing, SENT, POOLSTER, Optional.empty(), spreads);
        assertThat(figures).extracting(Figure::heading).startsWith("Waar we elk apart het verst uiteen zaten",
                "Waar we elk apart hetzelfde dachten");
        assertThat(lines(figures.get(0)))
                .containsExactly("Ontwikkeling als professionele leergemeenschap (PLG)|2 planmatig, 1 geïntegreerd, 1 ‘weet ik niet’");
        assertThat(lines(figures.get(1))).containsExactly("Preventie|3 geïntegreerd");
    }

    @Test
    void whatIsHeldAndWhatHelpsMostIsToBeSafeguarded() {
        assertThat(figures(Screen.safeguarding)).extracting(Figure::heading).containsSubsequence("Waarin jullie anderen kunnen inspireren",
                "Wat bij jullie het vaakst helpt");
        assertThat(lines(figures(Screen.safeguarding).getLast())).hasSizeBetween(1, 3).allMatch(
                line -> line.matches(".+\\|bij \\d+ bouwstenen"),
                "a count of blocks");
    }

    @Test
    void ofAnInstrumentWithoutAScaleOnlyWhatItAsksIsThere() {
        Questionnaire cards = Scans.definition("/questionnaires/gesprekskaarten-2026.json");
        SentScan sent = Scans.sent(cards, "Centrum", new RandomAnswers(cards, new Random(3)).complete().all());
        assertThat(cards.isScaled()).isFalse();
        assertThat(Arrays.stream(Screen.values())
                .flatMap(screen -> ResultFigures.of(screen, sent, cards, Optional.empty(), Map.of()).stream()))
                .extracting(Figure::heading).doesNotContain("Waar jullie staan", "Waar jullie het verst willen groeien")
                .allSatisfy(heading -> assertThat(heading).isNotBlank());
        long open = sent.answers().all().stream().filter(one -> one.answer().filter(Answer.NotDiscussed.class::isInstance).isPresent())
                .count();
        assertThat(ResultFigures.of(Screen.exploring, sent, cards, Optional.empty(), Map.of()).stream()
                .filter(figure -> figure.heading().equals("Bewust opengelaten")).mapToLong(figure -> figure.lines().size()).sum())
                .isEqualTo(open);
    }
}
