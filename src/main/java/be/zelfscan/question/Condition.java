package be.zelfscan.question;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When a question is asked: what was answered to others before it. Pure. */
public sealed interface Condition {
    /**
     * A question on whose answer it depends.
     *
     * @param section in which it stands; empty for the same section
     */
    record On(String section, String question) {
        /** The section, seen from one. */
        public String sectionFrom(String here) {
            return section.isEmpty() ? here : section;
        }
    }

    /** The answer is one of these codes and nothing else. */
    record Is(On on, List<String> codes) implements Condition {}

    /** This code is in the answer. */
    record Has(On on, String code) implements Condition {}

    /** It is answered, or it is not. */
    record Answered(On on, boolean answered) implements Condition {}

    /** At least one of these holds. */
    record Any(List<Condition> of) implements Condition {}

    /** All of these hold. */
    record All(List<Condition> of) implements Condition {}

    /** This does not hold. */
    record Not(Condition of) implements Condition {}

    /**
     * Whether it holds in a section.
     *
     * @param given the answer to a question, by section and id
     */
    default boolean holds(String here, BiFunction<String, String, Optional<Answer>> given) {
        return switch (this) {
            case Is is -> codes(is.on, here, given).size() == 1 && is.codes.containsAll(codes(is.on, here, given));
            case Has has -> codes(has.on, here, given).contains(has.code);
            case Answered answered -> given.apply(answered.on.sectionFrom(here), answered.on.question()).isPresent() == answered.answered;
            case Any any -> any.of.stream().anyMatch(one -> one.holds(here, given));
            case All all -> all.of.stream().allMatch(one -> one.holds(here, given));
            case Not not -> !not.of.holds(here, given);
        };
    }

    private static List<String> codes(On on, String here, BiFunction<String, String, Optional<Answer>> given) {
        return given.apply(on.sectionFrom(here), on.question())
                .map(answer -> answer instanceof Answer.Coded coded ? coded.codes() : List.<String>of()).orElse(List.of());
    }

    /** The questions on which it depends. */
    default Stream<On> dependsOn() {
        return switch (this) {
            case Is is -> Stream.of(is.on);
            case Has has -> Stream.of(has.on);
            case Answered answered -> Stream.of(answered.on);
            case Any any -> any.of.stream().flatMap(Condition::dependsOn);
            case All all -> all.of.stream().flatMap(Condition::dependsOn);
            case Not not -> not.of.dependsOn();
        };
    }

    /**
     * In words, to go on after "alleen als ".
     *
     * @param in the instrument
     * @param here the section in which the question stands
     */
    default String sentence(Instrument in, String here) {
        return switch (this) {
            case Is is -> "bij " + name(is.on, in, here) + " " + labels(is.on, is.codes, in, here) + " staat";
            case Has has -> "bij " + name(has.on, in, here) + " " + labels(has.on, List.of(has.code), in, here) + " gekozen is";
            case Answered answered -> name(answered.on, in, here) + (answered.answered ? " beantwoord is" : " niet beantwoord is");
            case Any any -> any.of.stream().map(one -> one.sentence(in, here)).collect(Collectors.joining(", of "));
            case All all -> all.of.stream().map(one -> one.sentence(in, here)).collect(Collectors.joining(", en "));
            case Not not -> "het niet zo is dat " + not.of.sentence(in, here);
        };
    }

    private static String name(On on, Instrument in, String here) {
        String section = on.sectionFrom(here);
        String label = in.question(section, on.question()).map(Question::shortLabel).orElse(on.question());
        return "‘" + label + "’" + (section.equals(here) ? "" : " (" + in.sectionTitle(section) + ")");
    }

    private static String labels(On on, List<String> codes, Instrument in, String here) {
        Optional<Question> question = in.question(on.sectionFrom(here), on.question());
        return codes.stream().map(code -> "‘" + question.map(asked -> asked.type().label(asked, code, in)).orElse(code) + "’")
                .collect(Collectors.joining(" of "));
    }
}
