package be.zelfscan.campaign;

import static be.zelfscan.database.schema.Tables.COMPARED_CENTRES;
import static be.zelfscan.database.schema.Tables.COMPARED_MEMBERS;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP_LEADER;

import be.zelfscan.campaign.RoundPartQueries.RoundPart;
import be.zelfscan.comparison.ComparedRound;
import be.zelfscan.database.NameOrder;
import be.zelfscan.database.Scope;
import be.zelfscan.mail.Mail.Attachment;
import be.zelfscan.mail.Mail;
import be.zelfscan.mail.MailComposer.NoLongerWanted;
import be.zelfscan.mail.Message;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Person;
import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.report.Pdf;
import be.zelfscan.report.Reports;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundPlanQueries;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.PublicAddress;
import be.zelfscan.web.Templates;
import io.micronaut.http.MediaType;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * The mail that tells that a round is closed: one for each person, with all that is theirs in the round. The subject of its
 * messages is the round; of those that were put before, it was the part of a centre.
 */
@Singleton
class RoundClosedMail extends RoundMailComposer {
    private final RoundPartQueries parts;
    private final OrganisationRepository organisations;
    private final RoundRepository rounds;
    private final RoundPlanQueries plans;
    private final Reports reports;
    private final Instruments instruments;
    private final Templates templates;
    private final PublicAddress address;
    private final DSLContext sql;
    private final Clock clock;

    RoundClosedMail(RoundPartQueries parts, OrganisationRepository organisations, RoundRepository rounds, RoundPlanQueries plans,
            Reports reports, Instruments instruments,
            Templates templates, PublicAddress address, DSLContext sql, Clock clock) {
        super(RoundMail.round_closed);
        this.parts = parts;
        this.organisations = organisations;
        this.rounds = rounds;
        this.plans = plans;
        this.reports = reports;
        this.instruments = instruments;
        this.templates = templates;
        this.address = address;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What somebody hears of a round.
     *
     * @param own the centres where the reader works
     * @param led the school groups that the reader leads
     */
    record Closing(Round round, Questionnaire questionnaire, Person reader, List<RoundPart> own, List<LedSchoolGroup> led) {
        private boolean anythingSent() {
            return own.stream().anyMatch(part -> part.lastSent().isPresent())
                    || led.stream().flatMap(one -> one.centres().stream()).anyMatch(ComparedRound.Centre::sent);
        }
    }

    /**
     * A school group that the reader leads.
     *
     * @param centres of the round that worked for it, by name
     */
    record LedSchoolGroup(UUID id, String name, List<ComparedRound.Centre> centres) {}

    @Override
    Optional<String> objection(RoundPart part) {
        return part.round().isClosed() ? Optional.empty() : Optional.of("De ronde is niet afgesloten.");
    }

    @Override
    public Mail compose(Message message) {
        Closing closing = closing(message);
        return letter(closing).set(templates, attachments(closing));
    }

    @Override
    Mail preview(RoundPart part, Person recipient) {
        return letter(closing(part, recipient)).set(templates, List.of());
    }

    @ReadOnly
    Closing closing(Message message) {
        UUID roundId = parts.part(message.subjectId()).map(found -> found.round().id()).orElse(message.subjectId());
        Round round = rounds.find(roundId).orElseThrow(() -> new NoLongerWanted("Deze ronde bestaat niet."));
        if (!round.isClosed()) {
            throw new NoLongerWanted("De ronde is niet afgesloten.");
        }
        Person reader = organisations.personByEmail(message.recipient()).orElseThrow(RoundMailComposer::noLongerNamed);
        Map<UUID, Boolean> centres = named(roundId, reader);
        if (centres.isEmpty()) {
            throw noLongerNamed();
        }
        return closing(round, reader, centres);
    }

    /** Whoever hears of nothing else is told of the centre that is looked at. */
    @ReadOnly
    Closing closing(RoundPart part, Person recipient) {
        Closing closing = closing(part.round(), recipient, named(part.round().id(), recipient));
        return closing.own().isEmpty() && closing.led().isEmpty()
                ? new Closing(closing.round(), closing.questionnaire(), recipient, List.of(part), List.of())
                : closing;
    }

    /** The centres for which the round names the reader: whether the reader works there, by id. */
    private Map<UUID, Boolean> named(UUID roundId, Person reader) {
        Map<UUID, Boolean> centres = parts.centres(roundId, reader.id());
        centres.keySet().removeIf(centreId -> !rounds.recipients(roundId, centreId, kind()).contains(reader));
        return centres;
    }

    private Closing closing(Round round, Person reader, Map<UUID, Boolean> centres) {
        List<RoundPart> own = centres.entrySet().stream().filter(Map.Entry::getValue)
                .flatMap(centre -> parts.part(round.id(), centre.getKey()).stream()).toList();
        boolean asLeader = plans.recipients(round.id()).get(RoundMail.round_closed).contains(Role.leader);
        return new Closing(round, instruments.get(round.questionnaire()), reader, own,
                asLeader ? led(round.id(), reader.id()) : List.of());
    }

    /** The school groups of a round that a person leads, by name. */
    private List<LedSchoolGroup> led(UUID roundId, UUID personId) {
        return sql
                .select(COMPARED_MEMBERS.SCHOOL_GROUP_ID, COMPARED_MEMBERS.NAME, COMPARED_CENTRES.CENTRE_ID, COMPARED_CENTRES.NAME,
                        COMPARED_CENTRES.SENT_SCAN_ID)
                .from(COMPARED_MEMBERS.call(roundId)).join(COMPARED_CENTRES.call(roundId))
                .on(COMPARED_CENTRES.CENTRE_ID.eq(COMPARED_MEMBERS.CENTRE_ID)).join(SCHOOL_GROUP_LEADER)
                .on(SCHOOL_GROUP_LEADER.SCHOOL_GROUP_ID.eq(COMPARED_MEMBERS.SCHOOL_GROUP_ID))
                .where(SCHOOL_GROUP_LEADER.PERSON_ID.eq(personId))
                .orderBy(NameOrder.of(COMPARED_MEMBERS.NAME), COMPARED_MEMBERS.NAME, COMPARED_MEMBERS.SCHOOL_GROUP_ID,
                        NameOrder.of(COMPARED_CENTRES.NAME), COMPARED_CENTRES.NAME, COMPARED_CENTRES.CENTRE_ID)
                .fetchGroups(row -> new LedSchoolGroup(row.value1(), row.value2(), List.of()),
                        row -> new ComparedRound.Centre(row.value3(), row.value4(), Optional.ofNullable(row.value5())))
                .entrySet().stream().map(found -> new LedSchoolGroup(found.getKey().id(), found.getKey().name(), found.getValue()))
                .toList();
    }

    /** The reports of what is the reader's, made as the reader may see them; none where nothing was sent, or nothing is compared. */
    private List<Attachment> attachments(Closing closing) {
        if (!closing.questionnaire().isScaled()) {
            return List.of();
        }
        UUID roundId = closing.round().id();
        UUID personId = closing.reader().id();
        Stream<Attachment> ofCentres = closing.own().stream().filter(part -> part.lastSent().isPresent())
                .map(part -> report(personId, () -> reports.centre(part.centreId(), roundId, personId)));
        Stream<Attachment> ofGroups = closing.led().stream().filter(one -> one.centres().stream().anyMatch(ComparedRound.Centre::sent))
                .map(one -> report(personId, () -> reports.schoolGroupOfLeader(one.id(), roundId, personId)));
        return Stream.concat(ofCentres, ofGroups).toList();
    }

    private static Attachment report(UUID personId, Supplier<Pdf> make) {
        Pdf report = new Scope.Person(personId).call(make);
        return new Attachment(report.fileName(), MediaType.APPLICATION_PDF, report.content());
    }

    private Letter letter(Closing closing) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("De ronde ‘%s’ is op %s afgesloten.".formatted(closing.round().title(),
                BelgianDutch.date(closing.round().closedOn().orElseGet(() -> BelgianDutch.today(clock))))
                + (closing.own().stream().anyMatch(part -> part.lastSent().isPresent())
                        ? " Bedankt voor het gesprek dat jullie voerden en voor jullie antwoorden." : ""));
        closing.own().forEach(part -> paragraphs.add(ofCentre(part, closing.questionnaire().isScaled())));
        closing.led().forEach(one -> paragraphs.add(ofGroup(one, closing.questionnaire().isScaled())));
        String title = closing.own().size() == 1 && closing.led().isEmpty()
                ? "De ronde is afgesloten: zelfscan van " + closing.own().getFirst().centreName()
                : "De ronde is afgesloten: " + closing.round().title();
        return new Letter(title, closing.reader().name(), paragraphs, Optional.empty(), link(closing),
                List.of(closing.anythingSent() ? closing.questionnaire().disclaimer()
                        : "Klopt dit niet? Antwoord dan op deze mail."));
    }

    private static String ofCentre(RoundPart part, boolean compared) {
        if (part.lastSent().isEmpty()) {
            return "%s verzond in deze ronde geen zelfscan. %s".formatted(part.centreName(), part.started()
                    ? "Wat jullie al invulden, blijft bewaard, maar verzenden kan niet meer." : "Verzenden kan niet meer.");
        }
        String counts = part.reopened()
                .map(again -> " Na de heropening verzonden jullie niet opnieuw: nr. %d telt.".formatted(again.number()))
                .orElse("");
        if (!compared) {
            return "Het resultaat van %s blijft beschikbaar: alle antwoorden en het rapport als PDF.%s".formatted(part.centreName(),
                    counts);
        }
        return ("Het resultaat van %s blijft beschikbaar: de datagrafiek, alle antwoorden en het rapport als PDF. Neem het mee naar jullie "
                + "beleidsplan.%s In de bijlage vind je jullie rapport met de vergelijking. Waar te weinig centra verzonden om een groep "
                + "te tonen, staat dat erbij. Verzonden jullie eerder al een zelfscan die te vergelijken is, dan staat die ernaast.")
                .formatted(part.centreName(), counts);
    }

    private static String ofGroup(LedSchoolGroup led, boolean compared) {
        List<String> sent = led.centres().stream().filter(ComparedRound.Centre::sent).map(ComparedRound.Centre::name).toList();
        List<String> others = led.centres().stream().filter(centre -> !centre.sent()).map(ComparedRound.Centre::name).toList();
        if (sent.isEmpty()) {
            return "Van de centra die voor %s werken, verzond er geen een zelfscan.".formatted(led.name());
        }
        return "%s %s %s een zelfscan.%s".formatted(compared
                ? "In de bijlage vind je het rapport van %s, met de toelichtingen.".formatted(led.name())
                : "De antwoorden van wie voor %s werkt, lees je in Zelfscan.".formatted(led.name()),
                BelgianDutch.list(sent), sent.size() == 1 ? "verzond" : "verzonden",
                others.isEmpty() ? ""
                        : " Geen zelfscan verzond%s: %s.".formatted(others.size() == 1 ? "" : "en", BelgianDutch.list(others)));
    }

    private Link link(Closing closing) {
        List<RoundPart> sent = closing.own().stream().filter(part -> part.lastSent().isPresent()).toList();
        if (sent.size() == 1 && closing.led().isEmpty()) {
            return new Link("Bekijk het resultaat", address.of("/resultaat/" + sent.getFirst().lastSent().orElseThrow()));
        }
        if (closing.own().isEmpty() && closing.led().size() == 1 && closing.anythingSent()) {
            String group = "/scholengroep/" + closing.led().getFirst().id();
            return closing.questionnaire().isScaled()
                    ? new Link("Bekijk de centra naast elkaar", address.of(group + "/ronde/" + closing.round().id()))
                    : new Link("Bekijk de resultaten", address.of(group));
        }
        return new Link("Naar Zelfscan",
                address.of(closing.own().size() == 1 ? "/centrum/" + closing.own().getFirst().centreId() : "/centrum"));
    }
}
