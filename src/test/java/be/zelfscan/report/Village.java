package be.zelfscan.report;

import be.zelfscan.questionnaire.BlockRole;
import be.zelfscan.questionnaire.BuildingBlock;
import be.zelfscan.questionnaire.ChoiceRole;
import be.zelfscan.questionnaire.Closing;
import be.zelfscan.questionnaire.Cluster;
import be.zelfscan.questionnaire.Conversation;
import be.zelfscan.questionnaire.Option;
import be.zelfscan.questionnaire.Prose;
import be.zelfscan.questionnaire.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Stage;
import be.zelfscan.questionnaire.StageScale;
import be.zelfscan.scan.Answer;
import be.zelfscan.scan.GivenAnswer;
import java.util.List;
import java.util.Map;

/** A small invented instrument with other stages, categories and ids than the shipped one. */
final class Village {
    static final String TITLE = "Samen school maken in een dorp met een bijzonder lange naam!"; // 60 characters

    private Village() {}

    static Questionnaire questionnaire() {
        List<Stage> stages = List.of(stage("kiem", "Kiemend"), stage("groei", "Groeiend"), stage("bloei", "Bloeiend"));
        Cluster cluster = new Cluster("dorp", "Het dorp", "1", List.of(block("ouders", TITLE), block("buurt", "Buurt & <b>wijk</b>")));
        List<Question> questions = List.of(
                new Question.Placement("plaats", "Waar staat {block}?", "Plaats", "", "2", true, ""),
                new Question.Ambition("doel", "Waarheen met {block}?", "Doel", "", "2", true, "Waarom?", "zo houden",
                        Map.of("groei", "naar groeiend", "bloei", "naar bloeiend"), Question.Ambition.Targets.later),
                choice("mee", "Wat zit mee?", ChoiceRole.lever), choice("tegen", "Wat zit tegen?", ChoiceRole.bottleneck),
                new Question.MultipleChoice("apart", "Wie ziet {block} anders?", "Verschil", "", "2", false, "", ChoiceRole.difference,
                        List.of(option("iemand", "iemand anders", "", false, true), option("niemand", "niemand", "", true, false))));
        Closing closing = new Closing("einde", "Tot slot", "3", List.of("Nog dit."), List.of(
                new Question.BlockSelection("trots", "Waarop zijn jullie trots?", "Trots", "", "3", true, "Vertel",
                        BlockRole.inspiring_practice, 1, 2,
                        new Question.BlockSelection.NotYet("nog nergens op", "maar misschien op"), ""),
                new Question.BlockRanking("eerst", "Wat komt eerst?", "Eerst", "", "3", true, "Reden", BlockRole.priority, 1, 2,
                        "Plaats {number}")));
        return new Questionnaire("dorp", "1", "nl-BE", "Dorpsspiegel", "Eigen werk", "Dit is een spiegel.", "Kies wat past.", null,
                List.of(),
                new StageScale("De groei", "1", List.of("Drie stappen."), null, stages), List.of(cluster), questions, closing,
                new Conversation("Napraten", "4", List.of("Praat na."), List.of("Wat viel op?", "Wat nu?")), null, List.of());
    }

    private static Stage stage(String id, String label) {
        return new Stage(id, label, "", List.of(label + " betekent iets voor {block}."));
    }

    private static BuildingBlock block(String id, String title) {
        return new BuildingBlock(id, title, "1", new Prose(List.of("Definitie van " + id + "."), ""), List.of(), List.of(), "",
                new BuildingBlock.Background(BuildingBlock.Background.Kind.reflection, "Denk na", List.of(),
                        List.of("Vraag over " + id + "?")),
                Map.of("kiem", prose("kiem", id), "groei", prose("groei", id), "bloei", prose("bloei", id)));
    }

    private static Prose prose(String stage, String block) {
        return new Prose(List.of("De %s is aan het %sen.".formatted(block, stage)), "Bron van " + stage);
    }

    private static Question.MultipleChoice choice(String id, String label, ChoiceRole role) {
        return new Question.MultipleChoice(id, label, label, "", "2", true, "Meer", role,
                List.of(option("mens", "de mensen", "A", false, false), option("geld", "het geld", "B", false, false),
                        option("niets", "niets", "", true, false)));
    }

    private static Option option(String id, String label, String mark, boolean exclusive, boolean text) {
        return new Option(id, label, label, mark, exclusive, text);
    }

    /** Answers of every kind; {@code note} goes with each question that takes one. */
    static List<GivenAnswer> answers(String note) {
        return List.of(Scans.given("ouders", "plaats", new Answer.Placed("groei"), ""),
                Scans.given("ouders", "doel", new Answer.Grow("bloei"), note),
                Scans.given("ouders", "mee", new Answer.Chosen(List.of("mens", "geld"), ""), note),
                Scans.given("ouders", "tegen", new Answer.Chosen(List.of("niets"), ""), ""),
                Scans.given("ouders", "apart", new Answer.Chosen(List.of("iemand"), "de tante <script>"), ""),
                Scans.given("buurt", "plaats", new Answer.Placed("kiem"), ""), Scans.given("buurt", "doel", new Answer.Hold(), ""),
                Scans.given("buurt", "mee", new Answer.Chosen(List.of("niets"), ""), ""),
                Scans.given("buurt", "tegen", new Answer.Chosen(List.of("geld"), ""), note),
                Scans.given("einde", "trots", new Answer.SelectedBlocks(List.of("buurt"), false, List.of()), note),
                Scans.given("einde", "eerst", new Answer.RankedBlocks(List.of("buurt", "ouders")), note));
    }

    static ScanResult result(String note) {
        return ScanResult.of(Scans.sent(questionnaire(), "Centrum", answers(note)), questionnaire());
    }
}
