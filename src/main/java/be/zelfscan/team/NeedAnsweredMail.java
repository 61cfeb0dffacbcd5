package be.zelfscan.team;

import be.zelfscan.mail.Mail;
import be.zelfscan.mail.MailComposer;
import be.zelfscan.mail.Message;
import be.zelfscan.mail.Recipients;
import be.zelfscan.organisation.Person;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.PublicAddress;
import be.zelfscan.web.Templates;
import jakarta.inject.Singleton;
import java.util.List;

/** The mail that tells a centre that somebody answered what it needs. */
@Singleton
public class NeedAnsweredMail implements MailComposer {
    /** What it says. */
    public record Content(String name, String title, String centre, String section, String what, String of, String answer, String link) {
        private String text() {
            return """
                    Dag %s

                    %s schreef bij ‘%s’ op wat het nodig heeft:
                    %s

                    %s antwoordt:
                    %s

                    Bekijk het in Zelfscan: %s
                    """.formatted(name, centre, section, what, of, answer, link);
        }
    }

    private final Needs needs;
    private final Recipients recipients;
    private final Templates templates;
    private final PublicAddress address;

    NeedAnsweredMail(Needs needs, Recipients recipients, Templates templates, PublicAddress address) {
        this.needs = needs;
        this.recipients = recipients;
        this.templates = templates;
        this.address = address;
    }

    @Override
    public String kind() {
        return Needs.MAIL;
    }

    @Override
    public String label() {
        return "antwoord op wat een centrum nodig heeft";
    }

    @Override
    public Mail compose(Message message) {
        Need need = needs.find(message.subjectId()).filter(one -> !one.what().isEmpty())
                .orElseThrow(() -> new NoLongerWanted("Deze vraag is er niet meer."));
        Person person = recipients.ofCentre(message, need.centreId());
        Need.Answered answered = need.answered().orElseThrow(() -> new NoLongerWanted("Deze vraag heeft geen antwoord meer."));
        String of = BelgianDutch.capital(need.of());
        Content content = new Content(person.name(), of + " antwoordde op wat jullie nodig hebben", need.centre(),
                needs.about(need), need.what(), of,
                answered.text(), address.of(NeedsController.address(needs.latestSent(need.scanId()))));
        return new Mail(content.title(), content.text(), templates.text("team/needAnsweredMail", content), List.of());
    }
}
