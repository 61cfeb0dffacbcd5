package be.zelfscan.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Use;
import be.zelfscan.question.ambition.AmbitionType;
import be.zelfscan.question.blocks.BlockSelectionType;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.support.Definitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a browser, or somebody who is none, posts. */
class AnyFormTest {
    private static final Questionnaire SMALL = Definitions.small();
    private static final AnswerJson JSON = new AnswerJson(Definitions.MAPPER);

    @Property
    void judgingNeverThrowsAndSaysWhatIsWrong(@ForAll("forms") Map<String, List<String>> fields, @ForAll("sections") String section) {
        for (SaveAnswers.Posted posted : SaveAnswers.Posted.of(fields, SMALL.questions(section))) {
            for (Optional<String> stage : List.of(Optional.<String>empty(), Optional.of("zaad"), Optional.of("oogst"),
                    Optional.of("weg"))) {
                assertThat(posted.question().refusals(posted.answer(), posted.note(), Definitions.asked(SMALL, stage)))
                        .doesNotHaveDuplicates()
                        .allSatisfy(problem -> assertThat(problem.sentence()).isNotBlank());
            }
            assertThatCode(() -> posted.question().lines(posted.answer(), SMALL)).doesNotThrowAnyException();
        }
    }

    @Property
    void aKeptAnswerReadBackFromTheDatabaseIsTheSame(@ForAll("forms") Map<String, List<String>> fields,
            @ForAll("sections") String section) {
        List<GivenAnswer> kept = kept(fields, section);
        for (GivenAnswer given : kept) {
            given.answer().ifPresent(answer -> {
                String json = JSON.write(answer);
                assertThat(JSON.read(json)).isEqualTo(answer);
                assertThat(json).as("fit for jsonb").doesNotContain("\\u0000");
            });
        }
        AnswerJson.Snapshot snapshot = AnswerJson.Snapshot.of(new Answers(kept));
        assertThat(JSON.read(JSON.write(snapshot), AnswerJson.Snapshot.class)).isEqualTo(snapshot);
    }

    @Property
    void whatWasKeptCanBeCountedShownAndSent(@ForAll("forms") Map<String, List<String>> fields, @ForAll("sections") String section) {
        Answers answers = new Answers(kept(fields, section));

        Progress progress = new Progress(SMALL, answers);
        assertThat(progress.isComplete()).isFalse();
        assertThat(progress.open()).allSatisfy(point -> assertThat(point.problem().sentence()).isNotBlank());
        List<SentScanRepository.SentFact> facts = SentScanRepository.facts(SMALL, answers);
        assertThat(facts).filteredOn(fact -> fact.use().equals(Use.PLACEMENT)).hasSizeLessThanOrEqualTo(1);
        assertThat(facts).doesNotHaveDuplicates().allSatisfy(fact -> assertThat(fact.section()).isEqualTo(section));
    }

    private static List<GivenAnswer> kept(Map<String, List<String>> fields, String section) {
        List<GivenAnswer> kept = new ArrayList<>();
        Optional<String> stage = Optional.empty();
        for (SaveAnswers.Posted posted : SaveAnswers.Posted.of(fields, SMALL.questions(section))) {
            if (posted.question().refusals(posted.answer(), posted.note(), Definitions.asked(SMALL, stage)).isEmpty()) {
                kept.add(new GivenAnswer(section, posted.question().id(), 1, posted.answer(), posted.note(), "Ada", Instant.EPOCH));
                stage = new Answers(kept).code(section, SMALL.placement().id());
            }
        }
        return kept;
    }

    @Provide
    Arbitrary<String> sections() {
        return Arbitraries.of(SMALL.sections().stream().map(Section::id).toList());
    }

    @Provide
    Arbitrary<Map<String, List<String>>> forms() {
        List<Question> questions = Stream.concat(SMALL.blockQuestions().stream(), SMALL.closing().orElseThrow().questions().stream())
                .toList();
        Arbitrary<String> names = Arbitraries.of(questions.stream().flatMap(question -> Stream
                .of("revision", "choice", "choice", "text", "note", "considered", "mine", "theirs")
                .map(field -> question.id() + "." + field)).toList());
        return Arbitraries.maps(names, values().list().ofMaxSize(4)).ofMinSize(8).ofMaxSize(60);
    }

    private static Arbitrary<String> values() {
        List<String> known = Stream.of(SMALL.scale().stages().stream().map(Stage::id), SMALL.blocks().stream().map(Section::id),
                SMALL.blockQuestions().stream().flatMap(question -> question.options().stream()).map(Option::id),
                Stream.of(AmbitionType.HOLD, BlockSelectionType.NOT_YET, "", "0", "7")).flatMap(ids -> ids).distinct().toList();
        Arbitrary<String> typed = Arbitraries.strings().withChars(Character.MIN_VALUE, '\uD7FF').ofMaxLength(40);
        Arbitrary<String> emoji = Arbitraries.of("🌱", "👩🏽‍🌾", "\u0000", "a\r\nb").list().ofMaxSize(600)
                .map(parts -> String.join("", parts));
        return Arbitraries.frequencyOf(Tuple.of(8, Arbitraries.of(known)), Tuple.of(1, typed),
                Tuple.of(1, emoji));
    }
}
