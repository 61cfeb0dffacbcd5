package be.zelfscan.scan;

import be.zelfscan.question.Answer;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Instrument;
import be.zelfscan.web.FormContent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The answers in force of one scan, or of a part of it. Immutable. */
public final class Answers {
    private record Place(String section, String question) {}

    private final Map<Place, GivenAnswer> byPlace;

    /** @throws IllegalArgumentException when two answer the same question of the same section */
    public Answers(Collection<GivenAnswer> answers) {
        this(byPlace(answers));
        if (byPlace.size() != answers.size()) {
            throw new IllegalArgumentException("A question was answered twice");
        }
    }

    private Answers(Map<Place, GivenAnswer> byPlace) {
        this.byPlace = byPlace;
    }

    private static Map<Place, GivenAnswer> byPlace(Collection<GivenAnswer> answers) {
        Map<Place, GivenAnswer> byPlace = HashMap.newHashMap(answers.size());
        answers.forEach(given -> byPlace.put(new Place(given.section(), given.question()), given));
        return byPlace;
    }

    /** The answer in force; revision 0 where nobody has answered. */
    public GivenAnswer at(String section, String question) {
        GivenAnswer given = byPlace.get(new Place(section, question));
        return given == null ? GivenAnswer.none(section, question) : given;
    }

    /** The codes of an answer; none where nothing was answered, or something without codes. */
    public List<String> codes(String section, String question) {
        return at(section, question).answer().map(answer -> answer instanceof Answer.Coded coded ? coded.codes() : List.<String>of())
                .orElse(List.of());
    }

    /** The code of an answer that has one. */
    public Optional<String> code(String section, String question) {
        return codes(section, question).stream().findFirst();
    }

    /** What is known when an answer in a section is judged by these. */
    public Asked asked(Instrument in, String section) {
        return new Asked(in, section, question -> at(section, question).answer());
    }

    /** These answers, with those of the other in the place of their own. */
    Answers with(Collection<GivenAnswer> newer) {
        Map<Place, GivenAnswer> merged = new HashMap<>(byPlace);
        merged.putAll(byPlace(newer));
        return new Answers(merged);
    }

    /** How often an answer was written; more than before means that something new stands there. */
    public long writes() {
        return byPlace.values().stream().mapToLong(GivenAnswer::revision).sum();
    }

    /** What somebody confirms who sends these: each answer as it was written last. */
    FormContent revisions() {
        return FormContent.of("Antwoorden", byPlace.values().stream()
                .map(given -> given.section() + "." + given.question() + ":" + given.revision()).sorted().collect(Collectors.joining(" ")));
    }

    public boolean isEmpty() {
        return byPlace.isEmpty();
    }

    public List<GivenAnswer> all() {
        return List.copyOf(byPlace.values());
    }
}
