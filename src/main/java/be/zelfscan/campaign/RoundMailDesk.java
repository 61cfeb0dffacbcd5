package be.zelfscan.campaign;

import be.zelfscan.mail.Attachment;
import be.zelfscan.mail.Mail;
import be.zelfscan.mail.Message;
import be.zelfscan.mail.NoLongerWanted;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.round.Recipient;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.scan.ScanAddress;
import be.zelfscan.web.BelgianDutch;
import be.zelfscan.web.PublicAddress;
import be.zelfscan.web.Templates;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the writing of every mail of a round has in common: to whom, about what, with which links, and how it is set. */
@Singleton
class RoundMailDesk {
    private final RoundPartRepository parts;
    private final RoundRepository rounds;
    private final Instruments instruments;
    private final Templates templates;
    private final PublicAddress address;
    private final Clock clock;

    /**
     * What a mail is written about.
     *
     * @param personId the reader
     * @param name of the reader
     * @param ofCentre whether the reader works in the centre; otherwise it is the leader of a school group
     * @param home where the reader finds what is theirs
     * @param today in Belgium
     */
    record Occasion(UUID personId, String name, boolean ofCentre, RoundPart part, Questionnaire questionnaire, String home,
            String preparation,
            LocalDate today) {}

    RoundMailDesk(RoundPartRepository parts, RoundRepository rounds, Instruments instruments, Templates templates, PublicAddress address,
            Clock clock) {
        this.parts = parts;
        this.rounds = rounds;
        this.instruments = instruments;
        this.templates = templates;
        this.address = address;
        this.clock = clock;
    }

    /** @param path of a page of Zelfscan */
    String address(String path) {
        return address.of(path);
    }

    /** That the round no longer names whom a message was for. */
    static NoLongerWanted noLongerNamed() {
        return new NoLongerWanted("Deze persoon krijgt deze mail niet meer: de rol of de keuzes van de ronde zijn veranderd.");
    }

    /** @throws NoLongerWanted when the round no longer names whom the message was for */
    Occasion occasion(RoundMail mail, Message message) {
        RoundPart part = parts.find(message.subjectId())
                .orElseThrow(() -> new NoLongerWanted("Het centrum doet niet meer mee aan deze ronde."));
        Recipient recipient = rounds.recipients(part.roundId(), part.centreId(), mail.kind()).stream()
                .filter(one -> one.email().equals(message.recipient())).findFirst()
                .orElseThrow(RoundMailDesk::noLongerNamed);
        return occasion(part, recipient);
    }

    Occasion occasion(RoundPart part, Recipient recipient) {
        boolean ofCentre = parts.worksIn(recipient.id(), part.centreId());
        String home = address.of(ofCentre ? "/centrum/" + part.centreId() : "/centrum");
        return new Occasion(recipient.id(), recipient.name(), ofCentre, part, instruments.get(part.questionnaire()), home,
                address.of(ScanAddress.preparation(part.questionnaire())), LocalDate.now(clock.withZone(BelgianDutch.ZONE)));
    }

    Mail set(Letter letter, List<Attachment> attachments) {
        return letter.mail(templates.text("campaign/letter", letter), attachments);
    }
}
