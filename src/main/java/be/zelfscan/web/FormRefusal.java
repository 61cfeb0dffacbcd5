package be.zelfscan.web;

import io.micronaut.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A form that cannot be kept as it was filled in, with a sentence for each reason, which its page shows beside the field. */
public final class FormRefusal extends Problem {
    private static final long serialVersionUID = 1L;

    /** What is wrong: with what was typed, or with what is there already. */
    public enum Kind {
        typed, in_the_way
    }

    /**
     * A reason.
     *
     * @param field of the form; empty when it is about the whole
     */
    public record Reason(Kind kind, String field, String sentence) {
        public static Reason typed(String field, String sentence) {
            return new Reason(Kind.typed, field, sentence);
        }

        public static Reason inTheWay(String field, String sentence) {
            return new Reason(Kind.in_the_way, field, sentence);
        }

        public Reason at(String otherField) {
            return new Reason(kind, otherField, sentence);
        }
    }

    private final transient List<Reason> reasons;

    private FormRefusal(List<Reason> reasons) {
        super(reasons.stream().anyMatch(reason -> reason.kind() == Kind.typed) ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT,
                String.join(" ", reasons.stream().map(Reason::sentence).toList()));
        this.reasons = reasons;
    }

    /** Of what was typed: a sentence by field. */
    public static FormRefusal typed(Map<String, String> problems) {
        return new FormRefusal(problems.entrySet().stream().map(problem -> Reason.typed(problem.getKey(), problem.getValue())).toList());
    }

    /** Does nothing when there is no reason to refuse. */
    public static void when(List<Reason> reasons) {
        if (!reasons.isEmpty()) {
            throw new FormRefusal(List.copyOf(reasons));
        }
    }

    public static void when(Optional<Reason> reason) {
        when(reason.stream().toList());
    }

    public List<Reason> reasons() {
        return reasons;
    }

    /** The sentence of each field. */
    public Map<String, String> byField() {
        return reasons.stream().collect(
                Collectors.toMap(Reason::field, Reason::sentence, (first, second) -> first + " " + second, LinkedHashMap::new));
    }
}
