package be.zelfscan.report;

import be.zelfscan.question.Answer;
import be.zelfscan.question.Fields;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.DefinitionReader;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.scan.Answers;
import be.zelfscan.scan.GivenAnswer;
import be.zelfscan.scan.SentScan;
import be.zelfscan.support.Definitions;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/** Sent scans for tests, without a database. */
public final class Scans {
    public static final Instant SENT = Instant.parse("2025-10-14T12:04:30.500Z");
    public static final UUID ID = UUID.fromString("00000000-0000-4000-8000-0000000000aa");

    private Scans() {}

    /** The questionnaire that is shipped. */
    public static Questionnaire poolster() {
        return definition("/questionnaires/poolster-clb-2026.json");
    }

    public static Questionnaire definition(String resource) {
        return new DefinitionReader(Definitions.MAPPER).read(resource, bytes(resource));
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = Scans.class.getResourceAsStream(resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped questionnaire with the answers of the demonstration. */
    public static ScanResult demonstration() {
        return ScanResult.of(sent(poolster(), "Democentrum Noord", demonstrationAnswers()), poolster());
    }

    public static List<GivenAnswer> demonstrationAnswers() {
        try {
            JsonNode sections = new com.fasterxml.jackson.databind.ObjectMapper().readTree(bytes("/demonstration/answers-vandaag.json"))
                    .get("sections");
            Questionnaire questionnaire = poolster();
            List<GivenAnswer> given = new ArrayList<>();
            for (String section : questionnaire.sections().stream().map(Section::id).toList()) {
                for (Question question : questionnaire.questions(section)) {
                    JsonNode fields = sections.get(section);
                    String note = String.join("", all(fields, question, "note"));
                    given.add(given(section, question.id(), answer(question, fields), note));
                }
            }
            return given;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(Question question, JsonNode fields) {
        Map<String, List<String>> posted = new HashMap<>();
        fields.fieldNames().forEachRemaining(name -> posted.put(name, all(fields, name)));
        return question.type().read(question, Fields.of(posted, question.id())).orElse(null);
    }

    private static List<String> all(JsonNode fields, Question question, String field) {
        return all(fields, question.id() + "." + field);
    }

    private static List<String> all(JsonNode fields, String name) {
        return StreamSupport.stream(fields.path(name).spliterator(), false).map(JsonNode::asText).toList();
    }

    public static GivenAnswer given(String section, String question, Answer answer, String note) {
        return new GivenAnswer(section, question, 1, Optional.ofNullable(answer), note, "", SENT);
    }

    public static SentScan sent(Questionnaire questionnaire, String centre, List<GivenAnswer> answers) {
        return new SentScan(ID, UUID.randomUUID(), UUID.randomUUID(), centre, "afname 2025–2026", 1, SENT, "Dina Demo", questionnaire.key(),
                new Answers(answers), Set.of(), OptionalInt.empty());
    }

    public static List<GivenAnswer> with(List<GivenAnswer> answers, UnaryOperator<GivenAnswer> change) {
        return answers.stream().map(change).toList();
    }
}
