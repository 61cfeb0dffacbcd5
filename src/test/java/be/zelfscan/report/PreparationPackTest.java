package be.zelfscan.report;

import static be.zelfscan.report.ReportText.solid;
import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.support.PdfUa;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PreparationPackTest {
    private static String text(Questionnaire questionnaire) {
        return ReportText.of(Documents.PACK.pdf(questionnaire));
    }

    @Test
    void everyTextOfTheShippedInstrumentIsInThePack() {
        Questionnaire questionnaire = Scans.poolster();
        List<String> texts = new ArrayList<>();
        questionnaire.introduction().forEach(section -> {
            texts.add(section.title());
            texts.addAll(section.text());
        });
        texts.addAll(questionnaire.scale().text());
        questionnaire.scale().stages()
                .forEach(stage -> stage.description().forEach(words -> texts.add(words.replace("{block}", "deze bouwsteen"))));
        questionnaire.blocks().forEach(block -> addTexts(texts, block));
        for (Question question : questionnaire.blockQuestions()) {
            questionnaire.blocks().forEach(block -> texts.add(question.labelFor(block.title())));
            addTexts(texts, question);
        }
        texts.addAll(questionnaire.closing().orElseThrow().text());
        questionnaire.closing().orElseThrow().questions().forEach(question -> {
            texts.add(question.label());
            addTexts(texts, question);
        });
        texts.addAll(questionnaire.conversation().orElseThrow().text());
        texts.addAll(questionnaire.conversation().orElseThrow().prompts());
        questionnaire.outcomes().forEach(field -> texts.addAll(field.items()));
        texts.addAll(List.of(questionnaire.disclaimer(), questionnaire.blockRemark(), questionnaire.source(), questionnaire.outcomesTitle(),
                questionnaire.references().expectations().title(), questionnaire.references().developmentScales().title(),
                questionnaire.references().notice()));
        String text = text(questionnaire);
        assertThat(texts).hasSizeGreaterThan(300).allSatisfy(words -> assertThat(text).contains(solid(words)));
    }

    private static void addTexts(List<String> texts, Section block) {
        texts.addAll(block.definition().orElseThrow().text());
        texts.add(block.definition().orElseThrow().reference());
        block.expectations().forEach(expectation -> texts.add("RclbK · " + expectation.code() + " " + expectation.statement()));
        block.developmentScales().forEach(scale -> {
            texts.add("Ontwikkelingsschaal " + scale.code() + " – " + scale.title());
            texts.addAll(scale.statement());
            texts.add(scale.remark());
        });
        texts.add(block.scaleRemark());
        texts.add(block.background().orElseThrow().title());
        texts.addAll(block.background().orElseThrow().text());
        texts.addAll(block.background().orElseThrow().items());
    }

    private static void addTexts(List<String> texts, Question question) {
        texts.add(question.hint());
        texts.add(question.note());
        question.options().forEach(option -> texts.add("□" + option.label()));
    }

    @Test
    void theStagesOfABlockAreAllThereInFull() {
        Questionnaire questionnaire = Scans.poolster();
        String text = text(questionnaire);
        for (Section block : questionnaire.blocks()) {
            questionnaire.scale().stages().forEach(stage -> block.stage(stage.id()).text().forEach(words -> assertThat(text)
                    .as("%s %s", block.id(), stage.id()).containsPattern(inOneColumn(words))));
        }
    }

    /** The columns break over pages side by side, so that a text may be parted by that of its neighbours. */
    private static Pattern inOneColumn(String words) {
        int half = solid(words).length() / 2;
        return Pattern.compile(Pattern.quote(solid(words).substring(0, half / 2)) + "(?s).*"
                + Pattern.quote(solid(words).substring(solid(words).length() - half / 2)));
    }

    @Test
    void thePackOfEveryInstrumentIsAccessibleAndAlwaysTheSame() {
        for (Questionnaire questionnaire : List.of(Scans.poolster(), Village.questionnaire())) {
            byte[] pdf = Documents.PACK.pdf(questionnaire);
            PdfUa.assertConforms(pdf);
            assertThat(Documents.PACK.pdf(questionnaire)).isEqualTo(pdf);
        }
    }

    @Test
    void theScaleStandsWhereTheDefinitionPutsItAndTheWaysOfTheClosingQuestionInTheirOrder() {
        assertThat(text(Scans.poolster())).containsSubsequence("Waaromdezetool", "Hoedetoolisopgebouwd", "Hetcontinuüm",
                "Waarnaardetoolnogvraagt", "□Wijzittenmomenteelnognietophetpunt", "□Wedenkenaanvolgendebouwstenen:",
                "□Behartigervandeleerling",
                "Prioriteit1");
    }

    @Test
    void aVersionThatGivesItsCodesNoFrameStandsAsItStood() {
        assertThat(text(Scans.definition("/questionnaires/poolster-clb-2025.json"))).contains("KB5VoorhetCLB", "W4–Belangvandeleerling",
                "Wedenkenaanvolgendebouwstenen").doesNotContain("RclbK·", "OntwikkelingsschaalW4");
    }

    @Test
    void aSmallInstrumentHasItsOwnQuestionsAndBoxes() {
        assertThat(text(Village.questionnaire())).containsSubsequence("Dorpsspiegel", "Degroei", "Hetdorp", "Denkna", "Vraagoverouders?",
                "Waarstaat‘" + solid(Village.TITLE) + "’?", "□Kiemend", "Deoudersisaanhetkiemen.", "Bronvankiem", "□zohouden",
                "□naargroeiend",
                "□naarbloeiend", "□demensen", "□iemandanders:", "Totslot", "□nognergensop", "maarmisschienop", "Plaats1", "Plaats2",
                "Napraten");
    }
}
