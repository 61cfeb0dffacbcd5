package be.zelfscan.report;

import be.zelfscan.access.Permission;
import be.zelfscan.mail.Mail.Attachment;
import be.zelfscan.mail.Mail;
import be.zelfscan.mail.MailComposer;
import be.zelfscan.mail.Message;
import be.zelfscan.mail.Recipients;
import be.zelfscan.mail.MailComposer.NoLongerWanted;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Person;
import be.zelfscan.organisation.Role;
import be.zelfscan.round.RoundMail;
import be.zelfscan.scan.SendScan;
import be.zelfscan.web.PublicAddress;
import be.zelfscan.web.Templates;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** The mail that tells that the scan was sent, with the report as PDF. */
@Singleton
public class SentScanMail implements MailComposer {
    private static final String FOR_CENTRE = "Je kan hem afdrukken en in het beleidsteam op tafel leggen.";
    private static final String FOR_LEADER = "Je krijgt deze mail omdat dit centrum voor jouw scholengroep werkt.";

    /**
     * What it says; {@code src/main/jte/report/sentMail.jte} takes it.
     *
     * @param use what the report is good for to whoever gets it
     */
    public record Content(String name, ScanResult result, String link, String use) {
        /** What the report holds. */
        public String attached() {
            return "het overzicht van alle antwoorden" + (result.chart().isPresent() ? " en de datagrafiek" : "");
        }
    }

    private final Reports reports;
    private final Recipients recipients;
    private final OrganisationRepository organisations;
    private final Templates templates;
    private final PublicAddress address;

    SentScanMail(Reports reports, Recipients recipients, OrganisationRepository organisations, Templates templates,
            PublicAddress address) {
        this.reports = reports;
        this.recipients = recipients;
        this.organisations = organisations;
        this.templates = templates;
        this.address = address;
    }

    @Override
    public String kind() {
        return SendScan.SENT_MAIL;
    }

    @Override
    public String label() {
        return RoundMail.scan_sent.label();
    }

    @Override
    public Mail compose(Message message) {
        Person person = recipients.of(message);
        ScanResult result = reports.resultForMail(message.subjectId());
        String link = address.of(ResultPage.address(result.sent().id()));
        Set<Role> roles = organisations.roles(person.id(), result.sent().centreId());
        if (!Permission.see_result.allowed(roles)) {
            throw NoLongerWanted.left();
        }
        boolean ofCentre = roles.stream().anyMatch(Role.OF_CENTRE::contains);
        Content mail = new Content(person.name(), result, link, ofCentre ? FOR_CENTRE : FOR_LEADER);
        Pdf report = ofCentre ? reports.ofOwn(result) : reports.of(result);
        return new Mail("De zelfscan van %s is verzonden".formatted(result.sent().centreName()), text(mail),
                templates.text("report/sentMail", mail),
                List.of(new Attachment(report.fileName(), MediaType.APPLICATION_PDF, report.content())))
                .about(result.questionnaire().language());
    }

    private static String text(Content mail) {
        var sent = mail.result().sent();
        return """
                Dag %s

                De zelfscan van %s (%s, %s) is op %s verzonden door %s.

                In de bijlage vind je %s, als PDF. %s

                Bekijk het resultaat: %s

                %s
                """.formatted(mail.name(), sent.centreName(), mail.result().questionnaire().title(), sent.roundTitle(),
                mail.result().sentAt(), sent.sentBy(), mail.attached(), mail.use(),
                mail.link(), mail.result().questionnaire().disclaimer());
    }
}
