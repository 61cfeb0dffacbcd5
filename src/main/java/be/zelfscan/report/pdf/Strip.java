package be.zelfscan.report.pdf;

import java.util.List;
import java.util.OptionalInt;

/**
 * A row of equal, labelled cells: an ordered scale with one step filled and another outlined (or the same one ringed).
 *
 * @param filled index of the filled cell, from 0
 * @param outlined index of the outlined cell, from 0; equal to {@code filled} for a ring round it
 * @param alternative the same in words
 */
public record Strip(List<String> labels, OptionalInt filled, OptionalInt outlined, String alternative) {
    /** @throws IllegalArgumentException without labels, for an index without a label, or without a text alternative */
    public Strip {
        labels = List.copyOf(labels);
        if (labels.isEmpty() || alternative.isBlank()) {
            throw new IllegalArgumentException("A strip needs labels and a text alternative");
        }
        requireCell(filled, labels.size());
        requireCell(outlined, labels.size());
    }

    private static void requireCell(OptionalInt index, int cells) {
        if (index.isPresent() && (index.getAsInt() < 0 || index.getAsInt() >= cells)) {
            throw new IllegalArgumentException("A strip of " + cells + " cells has no cell " + index.getAsInt());
        }
    }

    boolean isFilled(int cell) {
        return filled.isPresent() && filled.getAsInt() == cell;
    }

    boolean isOutlined(int cell) {
        return outlined.isPresent() && outlined.getAsInt() == cell;
    }
}
