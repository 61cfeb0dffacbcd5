package be.zelfscan.report;

import be.zelfscan.question.Answer;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.GivenAnswer;
import java.util.List;
import java.util.Map;

/** A small invented instrument, {@code definitions/village.json}, with other stages, categories and ids than the shipped one. */
public final class Village {
    public static final String TITLE = "Samen school maken in een dorp met een bijzonder lange naam!"; // 60 characters

    private Village() {}

    public static Questionnaire questionnaire() {
        return Scans.definition("/definitions/village.json");
    }

    /** Answers of every kind; {@code note} goes with each question that takes one. */
    public static List<GivenAnswer> answers(String note) {
        return List.of(Scans.given("ouders", "plaats", Answer.Coded.of("groei"), ""),
                Scans.given("ouders", "doel", Answer.Coded.of("bloei"), note),
                Scans.given("ouders", "mee", new Answer.Coded(List.of("mens", "geld")), note),
                Scans.given("ouders", "tegen", new Answer.Coded(List.of("niets")), ""),
                Scans.given("ouders", "apart", new Answer.Coded(List.of("iemand"), Map.of("iemand", "de tante <script>")), ""),
                Scans.given("buurt", "plaats", Answer.Coded.of("kiem"), ""), Scans.given("buurt", "doel", Answer.Coded.of("hold"), ""),
                Scans.given("buurt", "mee", new Answer.Coded(List.of("niets")), ""),
                Scans.given("buurt", "tegen", new Answer.Coded(List.of("geld")), note),
                Scans.given("einde", "trots", new Answer.Coded(List.of("buurt")), note),
                Scans.given("einde", "eerst", new Answer.Coded(List.of("buurt", "ouders")), note));
    }

    public static ScanResult result(String note) {
        return ScanResult.of(Scans.sent(questionnaire(), "Centrum", answers(note)), questionnaire());
    }
}
