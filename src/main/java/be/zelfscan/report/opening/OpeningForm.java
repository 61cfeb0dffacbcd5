package be.zelfscan.report.opening;

import be.zelfscan.web.Form;
import java.util.UUID;

/**
 * What was filled in to offer an opening.
 *
 * @param choice the round and the centre, as {@link #value} writes them
 * @param notes whether the notes are open too
 */
record OpeningForm(String choice, boolean notes) {
    static final OpeningForm EMPTY = new OpeningForm("", false);
    private static final String BETWEEN = "/";

    static OpeningForm of(Form form) {
        return new OpeningForm(form.first("centrum"), !form.first("toelichtingen").isEmpty());
    }

    static String value(UUID roundId, UUID centreId) {
        return roundId + BETWEEN + centreId;
    }

    /** @throws OpeningRefused when nothing that is one was chosen */
    UUID roundId() {
        return part(0);
    }

    /** @throws OpeningRefused when nothing that is one was chosen */
    UUID otherId() {
        return part(1);
    }

    private UUID part(int at) {
        String[] parts = choice.split(BETWEEN, -1);
        if (parts.length != 2) {
            throw OpeningRefused.nothingChosen();
        }
        try {
            return UUID.fromString(parts[at]);
        } catch (IllegalArgumentException notAnId) {
            throw OpeningRefused.nothingChosen();
        }
    }
}
