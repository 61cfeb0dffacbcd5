package be.zelfscan.question;

import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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

    /** The labels of options by their ids, in order. */
    public static Map<String, String> labels(List<Option> options) {
        Map<String, String> labels = new LinkedHashMap<>();
        options.forEach(option -> labels.put(option.id(), option.label()));
        return labels;
    }

    /** Labels in order, with their numbers from 1 as ids. */
    public static List<Option> numbered(List<String> labels) {
        return IntStream.range(0, labels.size()).mapToObj(i -> of(String.valueOf(i + 1), labels.get(i))).toList();
    }

    /** An option that is nothing but what it is called. */
    public static Option of(String id, String label) {
        return new Option(id, label, label, "", false, false);
    }
}
