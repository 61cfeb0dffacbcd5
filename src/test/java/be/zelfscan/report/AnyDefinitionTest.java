package be.zelfscan.report;

import static be.zelfscan.report.ReportText.solid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.BrokenDefinition;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.scan.Answers;
import be.zelfscan.scan.GivenAnswer;
import be.zelfscan.scan.Progress;
import be.zelfscan.scan.Visible;
import be.zelfscan.support.Definitions;
import be.zelfscan.support.RandomAnswers;
import be.zelfscan.support.RandomDefinitions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever can be defined is answered and reported, and whatever breaks a definition is said at its place. */
class AnyDefinitionTest {
    /** Where a fault must be, and what makes it. */
    private record Mutation(String pointer) {}

    @Property(tries = 1000)
    void anyDefinitionIsReadAndAnsweredAndShownWhole(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        ObjectNode definition = new RandomDefinitions(random).definition();
        Questionnaire questionnaire = Definitions.read("any.json", definition.toString());

        Answers answers = new RandomAnswers(questionnaire, random).complete();
        Progress progress = new Progress(questionnaire, answers);
        Answers sent = progress.visible().of(answers);
        assertThat(progress.open()).as(definition::toString).isEmpty();
        if (sent.isEmpty()) {
            return; // nothing was required, and nothing answered
        }
        ScanResult result = ScanResult.of(Scans.sent(questionnaire, "Centrum", sent.all()), questionnaire);

        assertThat(result.chart().isPresent()).isEqualTo(definition.has("scale"));
        assertThat(result.all()).hasSameSizeAs(questionnaire.sections());
        for (ScanResult.Answered section : result.all()) {
            for (ScanResult.Given given : section.answers()) {
                GivenAnswer there = sent.at(section.section().id(), given.question().id());
                assertThat(given.lines()).isEqualTo(given.question().lines(there.answer(), questionnaire));
                assertThat(given.lines().isEmpty()).isEqualTo(there.answer().isEmpty());
            }
        }
        assertThat(result.all().stream().mapToInt(section -> section.answers().size()).sum()).isEqualTo(asked(questionnaire, sent));
    }

    @Property(tries = 40)
    void anyDefinitionIsReportedOnPaperAndAskedOnPaper(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        Questionnaire questionnaire = Definitions.read("any.json", new RandomDefinitions(random).definition().toString());
        Answers answers = new RandomAnswers(questionnaire, random).complete();
        Answers sent = Visible.of(questionnaire, answers).of(answers);
        if (sent.isEmpty()) {
            return; // nothing was required, and nothing answered
        }
        ScanResult result = ScanResult.of(Scans.sent(questionnaire, "Centrum", sent.all()), questionnaire);

        String report = ReportText.of(Documents.REPORT.pdf(result));
        String pack = ReportText.of(Documents.PACK.pdf(questionnaire));

        for (ScanResult.Answered section : result.all()) {
            assertThat(report).contains(solid(section.section().title()));
            for (ScanResult.Given given : section.answers()) {
                assertThat(report).contains(solid(given.question().shortLabel()));
            }
            for (Question question : section.section().questions()) {
                assertThat(pack).contains(solid(question.shortLabel()));
            }
        }
        assertThat(report.contains("Datagrafiek")).isEqualTo(questionnaire.isScaled());
    }

    @Property(tries = 1000)
    void whatBreaksADefinitionIsSaidAtItsPlace(@ForAll long seed) {
        Random random = new Random(seed);
        ObjectNode definition = new RandomDefinitions(random).definition();
        Optional<Mutation> mutation = mutate(definition, random);
        if (mutation.isEmpty()) {
            return;
        }

        BrokenDefinition broken = catchThrowableOfType(BrokenDefinition.class,
                () -> Definitions.read("broken.json", definition.toString()));

        assertThat(broken).as("%s in %s", mutation, definition).isNotNull();
        assertThat(broken.faults()).as("%s in %s", mutation, definition).anySatisfy(fault -> {
            assertThat(fault.pointer()).isEqualTo(mutation.get().pointer());
            assertThat(fault.wrong()).isNotBlank();
            assertThat(fault.expected()).isNotBlank();
        });
    }

    private static long asked(Questionnaire questionnaire, Answers sent) {
        Visible visible = Visible.of(questionnaire, sent);
        return questionnaire.sections().stream().map(Section::id).mapToLong(section -> visible.questions(section).size()).sum();
    }

    private static final List<BiFunction<ObjectNode, Random, Optional<Mutation>>> MUTATIONS = List.of(
            (definition, random) -> removed(definition, "", List.of("id", "version", "title", "source", "disclaimer"), random),
            (definition, random) -> question(definition, random)
                    .flatMap(at -> removed((ObjectNode) definition.at(at), at, List.of("label", "shortLabel", "source", "required"),
                            random)),
            (definition, random) -> question(definition, random).map(at -> put(definition, at, "kleur", "rood", at + "/kleur")),
            (definition, random) -> question(definition, random).map(at -> put(definition, at, "type", "raadsel", at + "/type")),
            (definition, random) -> question(definition, random).map(at -> put(definition, at, "label", " ", at + "/label")),
            (definition, random) -> question(definition, random)
                    .map(at -> put(definition, at, "shortLabel", "x".repeat(301), at + "/shortLabel")),
            (definition, random) -> question(definition, random).map(at -> put(definition, at, "hint", "Kies {iets}", at + "/hint")),
            (definition, random) -> question(definition, random).map(at -> put(definition, at, "role", "onbekend", at + "/role")),
            (definition, random) -> question(definition, random).map(at -> {
                ((ObjectNode) definition.at(at)).putObject("visibleWhen").put("question", "niemand").put("answered", true);
                return new Mutation(at + "/visibleWhen/question");
            }),
            (definition, random) -> question(definition, random).flatMap(at -> twice(definition, at)),
            (definition, random) -> section(definition, random).map(at -> put(definition, at, "id", "Niet Goed", at + "/id")),
            (definition, random) -> section(definition, random).map(at -> {
                ((ObjectNode) definition.at(at)).putArray("ask").add("onbekend");
                return new Mutation(at + "/ask/0");
            }),
            (definition, random) -> section(definition, random).filter(at -> definition.at(at).has("stages")).map(at -> {
                ObjectNode stages = (ObjectNode) definition.at(at).get("stages");
                stages.remove(stages.fieldNames().next());
                return new Mutation(at + "/stages");
            }),
            (definition, random) -> Optional.of(definition.path("scale")).filter(JsonNode::isObject).map(scale -> {
                ((ObjectNode) scale.get("stages").get(1)).put("label", scale.get("stages").get(0).get("label").asText());
                return new Mutation("/scale/stages/1/label");
            }));

    private static Optional<Mutation> mutate(ObjectNode definition, Random random) {
        return MUTATIONS.get(random.nextInt(MUTATIONS.size())).apply(definition, random);
    }

    private static Optional<Mutation> removed(ObjectNode object, String pointer, List<String> properties, Random random) {
        object.remove(properties.get(random.nextInt(properties.size())));
        return Optional.of(new Mutation(pointer));
    }

    private static Mutation put(ObjectNode definition, String at, String property, String value, String pointer) {
        ((ObjectNode) definition.at(at)).put(property, value);
        return new Mutation(pointer);
    }

    private static Optional<Mutation> twice(ObjectNode definition, String at) {
        String list = at.substring(0, at.lastIndexOf('/'));
        ArrayNode questions = (ArrayNode) definition.at(list);
        ObjectNode again = definition.at(at).deepCopy();
        again.remove("visibleWhen");
        questions.add(again);
        return Optional.of(new Mutation(list + "/" + (questions.size() - 1) + "/id"));
    }

    private static Optional<String> section(JsonNode definition, Random random) {
        List<String> found = new ArrayList<>();
        for (int c = 0; c < definition.get("clusters").size(); c++) {
            for (String kind : List.of("blocks", "sections")) {
                for (int s = 0; s < definition.get("clusters").get(c).path(kind).size(); s++) {
                    found.add("/clusters/%d/%s/%d".formatted(c, kind, s));
                }
            }
        }
        return Optional.of(found.get(random.nextInt(found.size())));
    }

    /** Any question that is not about stages. */
    private static Optional<String> question(JsonNode definition, Random random) {
        List<String> found = new ArrayList<>();
        List<String> lists = new ArrayList<>(List.of("/blockQuestions", "/questionSets/samen", "/closing/questions"));
        section(definition, random).map(at -> at + "/questions").ifPresent(lists::add);
        for (String list : lists) {
            for (int q = 0; q < definition.at(list).size(); q++) {
                if (!definition.at(list).get(q).get("id").asText().matches("stage|ambition")) {
                    found.add(list + "/" + q);
                }
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
    }
}
