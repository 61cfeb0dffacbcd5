package be.zelfscan.campaign;

import be.zelfscan.mail.Attachment;
import be.zelfscan.mail.Mail;
import be.zelfscan.mail.MailComposer;
import be.zelfscan.mail.Message;
import be.zelfscan.mail.NoLongerWanted;
import be.zelfscan.round.Recipient;
import be.zelfscan.round.RoundMail;
import java.util.List;
import java.util.Optional;

/** Writes one kind of mail of a round; the subject of its messages is the part of a centre in the round. */
abstract class RoundMailComposer implements MailComposer {
    private final RoundMail mail;
    private final RoundMailDesk desk;

    RoundMailComposer(RoundMail mail, RoundMailDesk desk) {
        this.mail = mail;
        this.desk = desk;
    }

    /** Why the mail would be of no use, as one sentence; empty when it is. */
    abstract Optional<String> objection(RoundPart part);

    abstract Letter letter(RoundMailDesk.Occasion occasion);

    /** What goes with the letter. */
    List<Attachment> attachments(RoundMailDesk.Occasion occasion) {
        return List.of();
    }

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
    public final Mail compose(Message message) {
        RoundMailDesk.Occasion occasion = desk.occasion(mail, message);
        objection(occasion.part()).ifPresent(reason -> {
            throw new NoLongerWanted(reason);
        });
        return desk.set(letter(occasion), attachments(occasion));
    }

    /** The mail as this recipient would get it now, without what goes with it. */
    final Mail preview(RoundPart part, Recipient recipient) {
        return desk.set(letter(desk.occasion(part, recipient)), List.of());
    }
}
