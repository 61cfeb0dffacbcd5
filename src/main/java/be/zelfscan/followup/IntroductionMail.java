package be.zelfscan.followup;

import be.zelfscan.mail.Mail;
import be.zelfscan.mail.MailComposer.NoLongerWanted;
import be.zelfscan.mail.MailComposer;
import be.zelfscan.mail.Message;
import be.zelfscan.web.Templates;
import jakarta.inject.Singleton;
import java.util.List;

/** The mail by which the directors of two centres meet. */
@Singleton
class IntroductionMail implements MailComposer {
    private final IntroduceCentres introductions;
    private final Templates templates;

    IntroductionMail(IntroduceCentres introductions, Templates templates) {
        this.introductions = introductions;
        this.templates = templates;
    }

    @Override
    public String kind() {
        return IntroduceCentres.MAIL;
    }

    @Override
    public String label() {
        return "kennismaking tussen twee centra";
    }

    @Override
    public Mail compose(Message message) {
        IntroduceCentres.Introduction introduction = introductions.find(message.subjectId())
                .orElseThrow(() -> new NoLongerWanted("Deze kennismaking bestaat niet."));
        IntroduceCentres.Introduction.Side other = introduction.otherThan(message.recipient())
                .orElseThrow(() -> new NoLongerWanted("Op dit adres leest geen directeur van een van deze twee centra meer mail."));
        if (other.directors().isEmpty()) {
            throw new NoLongerWanted("Wie bij %s voorgesteld werd, is er geen directeur meer.".formatted(other.centre()));
        }
        IntroduceCentres.Introduction.Letter letter = introduction.letter(other);
        return new Mail(letter.title(), letter.text(), templates.text("followup/introductionMail", letter), List.of());
    }
}
