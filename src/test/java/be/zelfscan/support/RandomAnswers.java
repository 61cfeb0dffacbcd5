package be.zelfscan.support;

import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.question.Answer;
import be.zelfscan.question.Use;
import be.zelfscan.scan.Answers;
import be.zelfscan.scan.GivenAnswer;
import be.zelfscan.scan.Visible;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Answers that are complete and otherwise as they come: the same random numbers give the same answers. */
public final class RandomAnswers {
    private static final List<String> TEXTS = List.of("Kort.", "Eerste regel\nen een tweede.\n\nEn nog één.", "=SOM(A1:A9)",
            "<b>vet</b> & \"aangehaald\" en 'ook zo'", "🌱 groeit 👩🏽‍🌾", "عربي naast Nederlands", "{block} en {number}",
            "woord ".repeat(400).strip());
    private static final Instant AT = Instant.parse("2025-10-14T12:02:03Z");

    private final Questionnaire questionnaire;
    private final Random random;

    public RandomAnswers(Questionnaire questionnaire, Random random) {
        this.questionnaire = questionnaire;
        this.random = random;
    }

    /** Answers to every required question, and to some of the others, with notes here and there; nothing is open. */
    public Answers complete() {
        List<GivenAnswer> given = new ArrayList<>();
        for (Section section : questionnaire.sections()) {
            answer(section.id(), given);
        }
        return new Answers(given);
    }

    /** Complete answers to the questions of one section. */
    public List<GivenAnswer> section(String section) {
        List<GivenAnswer> given = new ArrayList<>();
        answer(section, given);
        return given;
    }

    private void answer(String section, List<GivenAnswer> given) {
        for (Question question : questionnaire.questions(section)) {
            if (question.visibleWhen().isPresent()
                    && !Visible.of(questionnaire, new Answers(given)).isAsked(section, question.id())) {
                continue;
            }
            if (question.required() || question.isFor(Use.PLACEMENT) || random.nextBoolean()) {
                String note = question.hasNote() && random.nextBoolean() ? one(TEXTS) : "";
                Answer answer = question.type().random(question, random, new Answers(given).asked(questionnaire, section));
                given.add(new GivenAnswer(section, question.id(), 1 + random.nextInt(9), Optional.of(answer), note, "Ada", AT));
            }
        }
    }

    private <T> T one(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** The fields that the page of a section posts with these answers on it. */
    public static Map<String, List<String>> fields(Questionnaire questionnaire, String section, Answers answers) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Question question : questionnaire.questions(section)) {
            GivenAnswer given = answers.at(section, question.id());
            fields.put(question.id() + ".revision", List.of(String.valueOf(given.revision())));
            fields.put(question.id() + ".note", List.of(given.note().replace("\n", "\r\n")));
            given.answer().ifPresent(answer -> question.fields(answer)
                    .forEach((field, values) -> fields.put(question.id() + "." + field, values)));
        }
        return fields;
    }
}
