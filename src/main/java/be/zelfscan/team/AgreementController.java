package be.zelfscan.team;

import be.zelfscan.access.SignedIn;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.questionnaire.Cluster;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.scan.ScanNotFound;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.text.Slug;
import be.zelfscan.web.ContentDisposition;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormRefusal;
import be.zelfscan.web.Notice;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.PublicAddress;
import be.zelfscan.web.Templates;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The agreements of a centre: all of them, one of them, and as a calendar file. */
@Controller
public class AgreementController {
    private static final String CALENDAR = "text/calendar";
    private static final Notice KEPT = Notice.of("bewaard", "De afspraak is bewaard.");

    /**
     * The fields of an agreement in a form; {@code src/main/jte/team/agreementFields.jte} takes this.
     *
     * @param problems a sentence by field
     * @param kept whether it is one that was made before, which has a state
     */
    public record Fields(Agreements.Draft draft, Questionnaire questionnaire, Map<String, String> problems, boolean kept) {
        public String problem(String field) {
            return problems.getOrDefault(field, "");
        }

        public List<Cluster> clusters() {
            return questionnaire.clusters().stream().filter(cluster -> !sections(cluster).isEmpty()).toList();
        }

        /** What of a cluster an agreement can be about. */
        public List<Section> sections(Cluster cluster) {
            return questionnaire.pickable(cluster);
        }
    }

    /** All agreements of a centre; {@code src/main/jte/team/agreements.jte} takes this. */
    public record AllPage(PageLayout layout, String centre, UUID centreId, List<Agreement> agreements, LocalDate today, String done) {
        public List<Agreement> open() {
            return agreements.stream().filter(one -> one.state().isOpen()).toList();
        }

        public List<Agreement> over() {
            return agreements.stream().filter(one -> !one.state().isOpen()).toList();
        }

        public String home() {
            return "/centrum/" + centreId;
        }
    }

    /** One agreement; {@code src/main/jte/team/agreement.jte} takes this. */
    public record OnePage(PageLayout layout, Agreement agreement, String centre, Fields fields, String seen,
            List<FormContent.Difference> overtaken) {
        public String all() {
            return AgreementController.all(agreement.centreId());
        }

        public boolean isRefused() {
            return !fields.problems().isEmpty() || !overtaken.isEmpty();
        }
    }

    private final Agreements agreements;
    private final OrganisationRepository organisations;
    private final PublicAddress address;
    private final Templates templates;
    private final PageLayouts layouts;
    private final Clock clock;

    AgreementController(Agreements agreements, OrganisationRepository organisations, PublicAddress address, Templates templates,
            PageLayouts layouts, Clock clock) {
        this.agreements = agreements;
        this.organisations = organisations;
        this.address = address;
        this.templates = templates;
        this.layouts = layouts;
        this.clock = clock;
    }

    static String all(UUID centreId) {
        return "/centrum/" + centreId + "/afspraken";
    }

    @Get("/centrum/{centreId}/afspraken")
    HttpResponse<?> all(HttpRequest<?> request, SignedIn person, UUID centreId) {
        List<Agreement> all = agreements.ofCentre(centreId, person.personId());
        String centre = organisations.centreName(centreId).orElseThrow(ScanNotFound::scan);
        return templates.page("team/agreements", new AllPage(layouts.of(request, "Onze afspraken", centre), centre, centreId, all,
                BelgianDutch.today(clock), Notice.said(request, KEPT)));
    }

    /** Every agreement of a centre that has a day, as a calendar takes it. */
    @Get("/centrum/{centreId}/afspraken.ics")
    @Produces({CALENDAR, MediaType.TEXT_HTML})
    HttpResponse<?> calendar(SignedIn person, UUID centreId) {
        List<Agreement> all = agreements.ofCentre(centreId, person.personId());
        return calendar(all, organisations.centreName(centreId).orElseThrow(ScanNotFound::scan));
    }

    @Get("/afspraken/{agreementId}/afspraak.ics")
    @Produces({CALENDAR, MediaType.TEXT_HTML})
    HttpResponse<?> calendarOfOne(SignedIn person, UUID agreementId) {
        Agreements.Editable one = agreements.get(agreementId, person.personId());
        return calendar(List.of(one.agreement()), one.centre());
    }

    private HttpResponse<?> calendar(List<Agreement> some, String centre) {
        byte[] file = AgreementCalendar.of(some, centre, address.of("")).getBytes(StandardCharsets.UTF_8);
        return HttpResponse.ok(file).contentType(MediaType.of(CALENDAR + "; charset=utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(Slug.of("afspraken", centre) + ".ics"));
    }

    @Get("/afspraken/{agreementId}")
    HttpResponse<?> one(HttpRequest<?> request, SignedIn person, UUID agreementId) {
        Agreements.Editable found = agreements.get(agreementId, person.personId());
        return one(request, HttpStatus.OK, found, Agreements.Draft.of(found.agreement()), found.agreement().form().version(), Map.of(),
                List.of());
    }

    private HttpResponse<?> one(HttpRequest<?> request, HttpStatus status, Agreements.Editable found, Agreements.Draft draft, String seen,
            Map<String, String> problems, List<FormContent.Difference> overtaken) {
        return templates.page(status, "team/agreement", new OnePage(layouts.of(request, "Afspraak", found.centre()), found.agreement(),
                found.centre(), new Fields(draft, found.questionnaire(), problems, true), seen, overtaken));
    }

    @Post("/afspraken/{agreementId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, SignedIn person, UUID agreementId, @Nullable @Body String body) {
        Form form = Form.of(body);
        Agreements.Draft draft = Agreements.Draft.of(form);
        String seen = form.first(FormContent.VERSION);
        try {
            agreements.change(agreementId, draft, seen, person.personId());
            return KEPT.at(all(agreements.get(agreementId, person.personId()).agreement().centreId()));
        } catch (FormRefusal refused) {
            return one(request, refused.status(), agreements.get(agreementId, person.personId()), draft, seen, refused.byField(),
                    List.of());
        } catch (Overtaken overtaken) {
            return one(request, overtaken.status(), agreements.get(agreementId, person.personId()), draft, overtaken.version(), Map.of(),
                    overtaken.differences());
        }
    }

    /** How far it is, by one click. */
    @Post("/afspraken/{agreementId}/stand")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> changeState(SignedIn person, UUID agreementId, @Nullable @Body String body) {
        Form form = Form.of(body);
        agreements.change(agreementId, form.first("stand"), person.personId());
        UUID centre = agreements.get(agreementId, person.personId()).agreement().centreId();
        return HttpResponse.seeOther(URI.create(form.first("terug").equals("centrum") ? "/centrum/" + centre + "#afspraken" : all(centre)));
    }
}
