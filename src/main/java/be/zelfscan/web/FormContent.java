package be.zelfscan.web;

import io.micronaut.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What a form edits, field by field, as its reader would name it. Its version goes along with the form, so that nobody saves over what they
 * were not shown: see {@link Overtaken}.
 *
 * @param fields always the same ones in the same order for one kind of thing
 */
public record FormContent(List<Field> fields) {
    /** The name of the field with the version that a form was made from. */
    public static final String VERSION = "versie";

    /** A field and what stands in it, in words. */
    public record Field(String label, String value) {}

    /** A field in which what was typed is other than what is kept. */
    public record Difference(String label, String kept, String typed) {}

    public FormContent {
        fields = List.copyOf(fields);
    }

    /** Labels and values in turn. */
    public static FormContent of(String... labelsAndValues) {
        return new FormContent(IntStream.range(0, labelsAndValues.length / 2)
                .mapToObj(i -> new Field(labelsAndValues[2 * i], labelsAndValues[2 * i + 1])).toList());
    }

    /** The same for the same content, on whichever instance; another for any other. */
    public String version() {
        return UUID.nameUUIDFromBytes(fields.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** In which fields what was typed is other than this. */
    List<Difference> differences(FormContent typed) {
        return IntStream.range(0, fields.size()).filter(i -> !fields.get(i).equals(typed.fields.get(i)))
                .mapToObj(i -> new Difference(fields.get(i).label(), fields.get(i).value(), typed.fields.get(i).value())).toList();
    }

    /** Somebody changed what a form edits, or asks to confirm, after the form was shown: nothing is written, and both are shown. */
    public static final class Overtaken extends Problem {
        private static final long serialVersionUID = 1L;

        private final transient List<FormContent.Difference> differences;
        private final String version;

        private Overtaken(List<FormContent.Difference> differences, FormContent kept) {
            super(HttpStatus.CONFLICT,
                    "Intussen is dit gewijzigd. Er is niets bewaard. Ga terug, laad de pagina opnieuw en kijk wat er nu staat.");
            this.differences = differences;
            this.version = kept.version();
        }

        /**
         * Call it in the transaction that writes, with what it writes over held.
         *
         * @param seen the version that came with the form; a form without one has seen nothing
         * @throws Overtaken unless that is the version of what is kept now, or what was typed is what is kept
         */
        public static void check(String seen, FormContent kept, FormContent typed) {
            List<FormContent.Difference> differences = kept.differences(typed);
            if (!differences.isEmpty() && !kept.version().equals(seen)) {
                throw new Overtaken(differences, kept);
            }
        }

        /**
         * Call it in the transaction that does what somebody confirmed, with what that depends on held.
         *
         * @param seen the version that came with the confirmation
         * @throws Overtaken unless that is what is so now; without differences
         */
        public static void check(String seen, FormContent now) {
            if (!now.version().equals(seen)) {
                throw new Overtaken(List.of(), now);
            }
        }

        public List<FormContent.Difference> differences() {
            return differences;
        }

        /** Of what was kept then, from which the differences were made: it goes along with the form that comes back. */
        public String version() {
            return version;
        }
    }
}
