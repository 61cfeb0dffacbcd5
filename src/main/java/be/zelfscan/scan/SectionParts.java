package be.zelfscan.scan;

import be.zelfscan.question.Condition;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.web.Templates;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Questions of a section with how far the scan is, as they stand now, to be swapped into pages that are open. They are the same for
 * everybody
 * who may see the scan.
 */
@Singleton
public class SectionParts {
    private final Templates templates;
    private final ScanReading reading;

    SectionParts(Templates templates, ScanReading reading) {
        this.templates = templates;
        this.reading = reading;
    }

    /**
     * What {@code saving.js} and {@code live.js} swap: the section in the navigation, the progress, and these questions whole.
     *
     * @param section in which something changed
     * @param questions of this section, in any order; none for a page of another one
     * @param earlier what the centre sent before, see {@link ScanReading#earlier}
     */
    public String html(ScanState state, String section, Set<String> questions, Optional<EarlierScan> earlier) {
        List<QuestionView> views = state.questionnaire().questions(section).stream().filter(question -> questions.contains(question.id()))
                .map(question -> QuestionView.of(state, section, question, templates).beside(earlier)).toList();
        return templates.text("scan/saved", new ScanPages.Saved(List.of(), views,
                views.stream().anyMatch(ScanPages::hasHelp) ? reading.help(state, section) : Optional.empty(),
                Navigation.entry(state, section, section),
                state.questionnaire().isClosing(section), Navigation.Completion.of(state)));
    }

    /**
     * That nothing of a scan can be changed any more, to stand in the banner of its pages.
     *
     * @param by the name of who sent it; empty when that is not known, or when its round ended
     */
    public String closed(ScanState state, String by) {
        boolean sent = state.scan().sent();
        return templates.text("scan/closed", new ScanPages.Closed(
                sent ? "Deze zelfscan werd net verzonden%s. De antwoorden liggen vast.".formatted(by.isEmpty() ? "" : " door " + by)
                        : state.scan().roundClosed().sentence(),
                state.address().overview(), sent ? "Naar het resultaat" : "Naar het overzicht"));
    }

    /**
     * The questions of a section that look otherwise because others were answered, in this section or another: by these it is decided
     * whether they are asked, or what can be chosen. Not those that were answered.
     *
     * @param changed the questions that were answered, by section
     */
    public static Set<String> affected(Questionnaire questionnaire, String section, Map<String, Set<String>> changed) {
        Set<String> own = changed.getOrDefault(section, Set.of());
        return questionnaire.questions(section).stream().filter(question -> !own.contains(question.id()))
                .filter(question -> question.type().dependsOn(question, questionnaire).stream().anyMatch(own::contains)
                        || conditions(questionnaire, section, question)
                                .anyMatch(on -> changed.getOrDefault(on.sectionFrom(section), Set.of()).contains(on.question())))
                .map(Question::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The questions by whose answers a question is asked or not; also those on which these depend, as far as they are of this section. */
    static Stream<Condition.On> conditions(Questionnaire questionnaire, String section, Question question) {
        return question.visibleWhen().stream().flatMap(Condition::dependsOn).flatMap(on -> Stream.concat(Stream.of(on),
                Stream.of(on).filter(one -> one.sectionFrom(section).equals(section))
                        .flatMap(one -> questionnaire.question(section, one.question()).stream())
                        .flatMap(one -> conditions(questionnaire, section, one))));
    }
}
