package be.zelfscan.campaign;

import be.zelfscan.mail.Mail;
import be.zelfscan.organisation.Centre;
import be.zelfscan.organisation.Person;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows a mail of a round as it would leave now, by the same code that writes it. */
@Singleton
class RoundMailPreview {
    private static final Person NOBODY = new Person(new UUID(0, 0), "(naam van de ontvanger)", "");

    private final List<RoundMailComposer> composers;
    private final RoundPartQueries parts;
    private final RoundRepository rounds;

    /**
     * For whom a mail is shown.
     *
     * @param centres of the round, to choose among
     * @param recipients all who would get it for this centre
     * @param reader for whom it is written; not one of the recipients when there are none
     */
    record Chosen(RoundMailComposer composer, RoundPart part, List<Centre> centres, List<Person> recipients, Person reader) {
        /** Why it would not leave now; empty when it would. */
        Optional<String> objection() {
            return composer.objection(part);
        }

        Mail mail() {
            return composer.preview(part, reader);
        }
    }

    RoundMailPreview(List<RoundMailComposer> composers, RoundPartQueries parts, RoundRepository rounds) {
        this.composers = composers.stream().sorted(Comparator.comparing(RoundMailComposer::mail)).toList();
        this.parts = parts;
        this.rounds = rounds;
    }

    /** The kinds that can be shown, in the order in which they leave. */
    List<RoundMailComposer> kinds() {
        return composers;
    }

    /**
     * @param centreId empty: the first centre of the round
     * @param personId empty: the first recipient
     * @throws Refusal when the round, the kind of mail or the centre does not exist
     */
    @ReadOnly
    Chosen choose(UUID roundId, String kind, Optional<UUID> centreId, Optional<UUID> personId) {
        RoundMailComposer composer = composers.stream().filter(one -> one.kind().equals(kind)).findFirst()
                .orElseThrow(() -> Refusal.notFound("Deze mail bestaat niet. Kies de uitnodiging, de herinnering of de afsluiting."));
        if (rounds.find(roundId).isEmpty()) {
            throw Refusal.notFound("Deze ronde bestaat niet. Kies een ronde uit de lijst op de pagina Rondes.");
        }
        List<Centre> centres = parts.centres(roundId);
        if (centres.isEmpty()) {
            throw Refusal.conflict("Deze ronde heeft nog geen centra. Voeg er eerst toe; dan kan je de mail bekijken.");
        }
        RoundPart part = parts.find(roundId, centreId.orElse(centres.getFirst().id()))
                .orElseThrow(() -> Refusal.notFound("Dit centrum doet niet mee aan deze ronde. Kies een centrum uit de lijst."));
        List<Person> recipients = rounds.recipients(roundId, part.centreId(), kind);
        Person reader = recipients.stream().filter(one -> personId.isEmpty() || personId.get().equals(one.id())).findFirst()
                .or(() -> recipients.stream().findFirst()).orElse(NOBODY);
        return new Chosen(composer, part, centres, recipients, reader);
    }
}
