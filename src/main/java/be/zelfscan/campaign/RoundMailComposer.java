package be.zelfscan.campaign;

import be.zelfscan.campaign.RoundPartQueries.RoundPart;
import be.zelfscan.mail.Mail.Attachment;
import be.zelfscan.mail.Mail;
import be.zelfscan.mail.MailComposer.NoLongerWanted;
import be.zelfscan.mail.MailComposer;
import be.zelfscan.mail.Message;
import be.zelfscan.organisation.Person;
import be.zelfscan.question.Use;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.round.LastDay;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.scan.ScanAddress;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.text.Texts;
import be.zelfscan.web.PublicAddress;
import be.zelfscan.web.Templates;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes one kind of mail of a round. */
public abstract class RoundMailComposer implements MailComposer {
    private final RoundMail mail;

    RoundMailComposer(RoundMail mail) {
        this.mail = mail;
    }

    /** Why the mail would be of no use, as one sentence; empty when it is. */
    abstract Optional<String> objection(RoundPart part);

    /** The mail as this recipient would get it now, without what goes with it. */
    abstract Mail preview(RoundPart part, Person recipient);

    final RoundMail mail() {
        return mail;
    }

    @Override
    public final String kind() {
        return mail.kind();
    }

    @Override
    public final String label() {
        return mail.label();
    }

    @Override
    public final Optional<String> example(UUID roundId) {
        return Optional.of("/rondes/" + roundId + "/mails/" + kind());
    }

    /** That the round no longer names whom a message was for. */
    static NoLongerWanted noLongerNamed() {
        return new NoLongerWanted("Deze persoon krijgt deze mail niet meer: de rol of de keuzes van de ronde zijn veranderd.");
    }

    /**
     * A mail before it is set in plain text and in HTML, which say the same.
     *
     * @param name of the reader
     * @param more something to read beside; empty when there is nothing
     * @param action the one thing to do
     * @param foot what stands under it, in a lower voice
     */
    public record Letter(String title, String name, List<String> paragraphs, Optional<Link> more, Link action, List<String> foot) {
        public Letter {
            title = Texts.clean(title);
            paragraphs = List.copyOf(paragraphs);
            foot = List.copyOf(foot);
        }

        Mail set(Templates templates, List<Attachment> attachments) {
            String text = Stream
                    .of(Stream.of("Dag " + name), paragraphs.stream(), more.map(Link::line).stream(), Stream.of(action.line()),
                            foot.stream())
                    .flatMap(part -> part).collect(Collectors.joining("\n\n", "", "\n"));
            return new Mail(title, text, templates.text("campaign/letter", this), attachments);
        }
    }

    /** @param address whole, with the host */
    public record Link(String label, String address) {
        private String line() {
            return label + ": " + address;
        }
    }

    /** Writes a mail about one centre: the subject of its messages is the part of that centre in the round. */
    abstract static class OfPart extends RoundMailComposer {
        private final Contents contents;

        OfPart(RoundMail mail, Contents contents) {
            super(mail);
            this.contents = contents;
        }

        abstract Letter letter(Content content);

        @Override
        public final Mail compose(Message message) {
            Content content = contents.of(mail(), message);
            objection(content.part()).ifPresent(reason -> {
                throw new NoLongerWanted(reason);
            });
            return contents.set(letter(content)).about(content.questionnaire().language());
        }

        @Override
        final Mail preview(RoundPart part, Person recipient) {
            Content content = contents.of(part, recipient);
            return contents.set(letter(content)).about(content.questionnaire().language());
        }
    }

    /**
     * What a mail about one centre is written with.
     *
     * @param name of the reader
     * @param ofCentre whether the reader works in the centre; otherwise it is the leader of a school group
     * @param home where the reader finds what is theirs
     * @param preparation address of the preparation pack
     * @param today in Belgium
     */
    record Content(RoundPart part, String name, boolean ofCentre, Questionnaire questionnaire, String home, String preparation,
            LocalDate today) {
        LastDay lastDay() {
            return new LastDay(part.round().closesOn(), today);
        }

        /** Whether it asks where the centre stands, where it wants to go, and what helps and hinders. */
        boolean asksTheWay() {
            return questionnaire.ambition().isPresent()
                    && Stream.of(Use.LEVER, Use.BOTTLENECK).allMatch(use -> questionnaire.blockQuestionFor(use).isPresent());
        }
    }

    /** Reads what the mails about one centre are written with; a composer has no transaction. */
    @Singleton
    static class Contents {
        private final RoundPartQueries parts;
        private final RoundRepository rounds;
        private final Instruments instruments;
        private final Templates templates;
        private final PublicAddress address;
        private final Clock clock;

        Contents(RoundPartQueries parts, RoundRepository rounds, Instruments instruments, Templates templates, PublicAddress address,
                Clock clock) {
            this.parts = parts;
            this.rounds = rounds;
            this.instruments = instruments;
            this.templates = templates;
            this.address = address;
            this.clock = clock;
        }

        /** @throws NoLongerWanted when the round no longer names whom the message was for */
        @ReadOnly
        Content of(RoundMail mail, Message message) {
            RoundPart part = parts.part(message.subjectId())
                    .orElseThrow(() -> new NoLongerWanted("Het centrum doet niet meer mee aan deze ronde."));
            Person reader = rounds.recipients(part.round().id(), part.centreId(), mail.kind()).stream()
                    .filter(one -> one.email().equals(message.recipient())).findFirst().orElseThrow(RoundMailComposer::noLongerNamed);
            return of(part, reader);
        }

        @ReadOnly
        Content of(RoundPart part, Person reader) {
            boolean ofCentre = parts.worksIn(reader.id(), part.centreId());
            return new Content(part, reader.name(), ofCentre, instruments.get(part.round().questionnaire()),
                    address.of(ofCentre ? "/centrum/" + part.centreId() : "/centrum"),
                    address.of(ScanAddress.preparation(part.round().questionnaire())), BelgianDutch.today(clock));
        }

        private Mail set(Letter letter) {
            return letter.set(templates, List.of());
        }
    }
}
