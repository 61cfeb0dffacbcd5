package be.zelfscan.access;

import be.zelfscan.mail.Mail;
import be.zelfscan.mail.MailComposer;
import be.zelfscan.mail.Message;
import be.zelfscan.mail.MailComposer.NoLongerWanted;
import be.zelfscan.web.PublicAddress;
import be.zelfscan.web.Templates;
import jakarta.inject.Singleton;
import java.util.List;

/** The mail with the link to sign in. Its secrets are made when it is written, so that they stand in the mail and nowhere else. */
@Singleton
public class SignInMail implements MailComposer {
    /** What the mail with the link says. */
    public record LinkMail(String name, String link, String code) {}

    private final SignIn signIn;
    private final Templates templates;
    private final PublicAddress address;

    SignInMail(SignIn signIn, Templates templates, PublicAddress address) {
        this.signIn = signIn;
        this.templates = templates;
        this.address = address;
    }

    @Override
    public String kind() {
        return SignIn.MAIL;
    }

    @Override
    public String label() {
        return "aanmeldlink";
    }

    /** A link belongs to the browser that asked for it, for ten minutes. */
    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean isUrgent() {
        return true;
    }

    @Override
    public Mail compose(Message message) {
        SignIn.LinkSecrets secrets = signIn.makeSecrets(message.subjectId())
                .orElseThrow(() -> new NoLongerWanted("De link om aan te melden is verlopen."));
        String link = address.of("/aanmelden/link/" + secrets.token());
        String text = """
                Dag %s

                Met deze link meld je je aan bij Zelfscan. Hij werkt tien minuten, één keer:

                %s

                Opent hij in een andere browser dan die waarin je hem vroeg, dan vragen we deze code: %s

                Heb je deze mail niet zelf gevraagd? Dan hoef je niets te doen.
                """.formatted(secrets.personName(), link, secrets.code());
        return new Mail("Je link om aan te melden bij Zelfscan", text,
                templates.text("access/signInMail", new LinkMail(secrets.personName(), link, secrets.code())), List.of());
    }
}
