package be.zelfscan.export;

import java.util.UUID;

/** Of what data is taken out. */
public sealed interface Selection {
    /** One round. */
    record OfRound(UUID roundId) implements Selection {}

    /** All rounds of an instrument, whatever the version. */
    record OfInstrument(String questionnaireId) implements Selection {}
}
