package be.zelfscan.campaign;

import be.zelfscan.mail.Mail;
import be.zelfscan.mail.MailComposer;
import be.zelfscan.mail.Message;
import be.zelfscan.mail.NoLongerWanted;
import be.zelfscan.round.Recipient;
import be.zelfscan.round.RoundMail;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes one kind of mail of a round. */
abstract class RoundMailComposer implements MailComposer {
    private final RoundMail mail;

    RoundMailComposer(RoundMail mail) {
        this.mail = mail;
    }

    /** Why the mail would be of no use, as one sentence; empty when it is. */
    abstract Optional<String> objection(RoundPart part);

    /** The mail as this recipient would get it now, without what goes with it. */
    abstract Mail preview(RoundPart part, Recipient recipient);

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

    /** Writes a mail about one centre: the subject of its messages is the part of that centre in the round. */
    abstract static class OfPart extends RoundMailComposer {
        private final RoundMailDesk desk;

        OfPart(RoundMail mail, RoundMailDesk desk) {
            super(mail);
            this.desk = desk;
        }

        abstract Letter letter(RoundMailDesk.Occasion occasion);

        @Override
        public final Mail compose(Message message) {
            RoundMailDesk.Occasion occasion = desk.occasion(mail(), message);
            objection(occasion.part()).ifPresent(reason -> {
                throw new NoLongerWanted(reason);
            });
            return desk.set(letter(occasion), List.of());
        }

        @Override
        final Mail preview(RoundPart part, Recipient recipient) {
            return desk.set(letter(desk.occasion(part, recipient)), List.of());
        }
    }
}
