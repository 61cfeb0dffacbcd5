package be.zelfscan.question;

import io.micronaut.serde.annotation.Serdeable;

/**
 * An answer that can be chosen.
 *
 * @param label as the instrument words it
 * @param shortLabel for tables and charts; the label when the definition gives none
 * @param mark one letter for the chart; empty when the chart has no column for it
 * @param exclusive whether choosing it excludes all other options
 * @param text whether choosing it asks for a text of the respondent's own
 */
@Serdeable
public record Option(String id, String label, String shortLabel, String mark, boolean exclusive, boolean text) {
    public Option {
        shortLabel = shortLabel == null ? label : shortLabel;
        mark = mark == null ? "" : mark;
    }

    /** An option that is nothing but what it is called. */
    public static Option of(String id, String label) {
        return new Option(id, label, label, "", false, false);
    }
}
