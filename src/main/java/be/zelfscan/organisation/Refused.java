package be.zelfscan.organisation;

import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/** A change that cannot be, with a sentence for each reason. */
public final class Refused extends Problem {
    private static final long serialVersionUID = 1L;

    /** What is wrong: with what was typed, or with what is there already. */
    enum Kind {
        typed, in_the_way
    }

    /**
     * A reason.
     *
     * @param field of the form; empty when it is about the whole
     */
    public record Reason(Kind kind, String field, String sentence) {
        static Reason typed(String field, String sentence) {
            return new Reason(Kind.typed, field, sentence);
        }

        static Reason inTheWay(String field, String sentence) {
            return new Reason(Kind.in_the_way, field, sentence);
        }

        Reason at(String otherField) {
            return new Reason(kind, otherField, sentence);
        }
    }

    private final transient List<Reason> reasons;

    private Refused(List<Reason> reasons) {
        super(reasons.stream().anyMatch(reason -> reason.kind() == Kind.typed) ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT,
                String.join(" ", reasons.stream().map(Reason::sentence).toList()));
        this.reasons = reasons;
    }

    /** Does nothing when there is no reason to refuse. */
    static void when(List<Reason> reasons) {
        if (!reasons.isEmpty()) {
            throw new Refused(List.copyOf(reasons));
        }
    }

    static void when(Optional<Reason> reason) {
        when(reason.stream().toList());
    }

    List<Reason> reasons() {
        return reasons;
    }
}
