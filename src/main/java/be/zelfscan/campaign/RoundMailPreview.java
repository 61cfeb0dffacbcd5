package be.zelfscan.campaign;

import be.zelfscan.mail.Mail;
import be.zelfscan.organisation.Centre;
import be.zelfscan.round.Recipient;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows a mail of a round as it would leave now, by the same code that writes it. */
@Singleton
class RoundMailPreview {
    private static final Recipient NOBODY = new Recipient(new UUID(0, 0), "(naam van de ontvanger)", "");

    private final List<RoundMailComposer> composers;
    private final RoundPartRepository parts;
    private final RoundRepository rounds;

    /** What was asked to be shown does not exist. */
    static final class NothingToShow extends Problem {
        private static final long serialVersionUID = 1L;

        NothingToShow(HttpStatus status, String sentence) {
            super(status, sentence);
        }
    }

    /**
     * A mail as it would leave.
     *
     * @param recipients all who would get it for this centre
     * @param shown for whom it is written; not one of the recipients when there are none
     * @param objection why it would not leave now; empty when it would
     */
    record Shown(RoundMailComposer composer, RoundPart part, List<Centre> centres, List<Recipient> recipients, Recipient shown,
            Optional<String> objection, Mail mail) {}

    RoundMailPreview(List<RoundMailComposer> composers, RoundPartRepository parts, RoundRepository rounds) {
        this.composers = List.copyOf(composers);
        this.parts = parts;
        this.rounds = rounds;
    }

    /** The kinds that can be shown, in the order in which they leave. */
    List<RoundMailComposer> kinds() {
        return composers.stream().sorted((one, other) -> one.mail().compareTo(other.mail())).toList();
    }

    /**
     * @param centreId empty: the first centre of the round
     * @param personId empty: the first recipient
     * @throws NothingToShow when the round, the kind of mail or the centre does not exist
     */
    Shown show(UUID roundId, String kind, Optional<UUID> centreId, Optional<UUID> personId) {
        RoundMailComposer composer = composers.stream().filter(one -> one.kind().equals(kind)).findFirst()
                .orElseThrow(() -> notFound("Deze mail bestaat niet. Kies de uitnodiging, de herinnering of de afsluiting."));
        if (rounds.find(roundId).isEmpty()) {
            throw notFound("Deze ronde bestaat niet. Kies een ronde uit de lijst op de pagina Rondes.");
        }
        List<Centre> centres = parts.centres(roundId);
        if (centres.isEmpty()) {
            throw new NothingToShow(HttpStatus.CONFLICT,
                    "Deze ronde heeft nog geen centra. Voeg er eerst toe; dan kan je de mail bekijken.");
        }
        RoundPart part = parts.find(roundId, centreId.orElse(centres.getFirst().id()))
                .orElseThrow(() -> notFound("Dit centrum doet niet mee aan deze ronde. Kies een centrum uit de lijst."));
        List<Recipient> recipients = rounds.recipients(roundId, part.centreId(), kind);
        Recipient shown = recipients.stream().filter(one -> personId.isEmpty() || personId.get().equals(one.id())).findFirst()
                .or(() -> recipients.stream().findFirst()).orElse(NOBODY);
        return new Shown(composer, part, centres, recipients, shown, composer.objection(part), composer.preview(part, shown));
    }

    private static NothingToShow notFound(String sentence) {
        return new NothingToShow(HttpStatus.NOT_FOUND, sentence);
    }
}
