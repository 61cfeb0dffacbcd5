package be.zelfscan.campaign;

import static be.zelfscan.database.schema.Tables.CENTRE;
import static be.zelfscan.database.schema.Tables.CENTRE_SCHOOL_GROUP;
import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.ROUND_CENTRE;
import static be.zelfscan.database.schema.Tables.SCAN;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP_LEADER;
import static be.zelfscan.database.schema.Tables.SENT_SCAN;

import be.zelfscan.access.NotAllowed;
import be.zelfscan.access.Permission;
import be.zelfscan.access.SignedIn;
import be.zelfscan.database.NameOrder;
import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundState;
import be.zelfscan.team.Needs;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** The page of a school group: the centres that work for it, and what they sent. */
@Controller("/scholengroep/{schoolGroupId}")
public class SchoolGroupResultsController {
    /**
     * What the page shows.
     *
     * @param needs address of what centres need of the school group; empty for who does not lead it
     * @param waiting how much of that waits for an answer
     */
    public record Page(PageLayout layout, String name, List<String> centres, List<InRound> rounds, String needs, int waiting) {}

    /**
     * A round of a school group.
     *
     * @param scaled whether its centres can be laid beside each other at all
     * @param beside where that is done; empty as long as it cannot be
     */
    public record InRound(String title, boolean closed, boolean scaled, String beside, List<OfCentre> centres) {}

    /** A centre in a round: what it sent, the oldest first. */
    public record OfCentre(String name, List<Link> sent) {}

    public record Link(String address, String label) {}

    private final SchoolGroupResults results;
    private final Needs needs;
    private final Templates templates;
    private final PageLayouts layouts;

    SchoolGroupResultsController(SchoolGroupResults results, Needs needs, Templates templates, PageLayouts layouts) {
        this.results = results;
        this.needs = needs;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, SignedIn person, UUID schoolGroupId) {
        SchoolGroupResults.Results found = results.of(schoolGroupId, person);
        List<InRound> rounds = grouped(found.results(), SchoolGroupResults.OfCentre::roundId).values().stream()
                .map(inRound -> round(inRound, schoolGroupId, person)).toList();
        return templates.page("campaign/schoolGroup",
                new Page(layouts.of(request, found.schoolGroup()), found.schoolGroup(), found.centres(), rounds,
                        found.led() ? "/scholengroep/" + schoolGroupId + "/noden" : "",
                        found.led() ? needs.waitingFor(schoolGroupId) : 0));
    }

    private static InRound round(List<SchoolGroupResults.OfCentre> results, UUID schoolGroupId, SignedIn person) {
        List<OfCentre> centres = grouped(results, SchoolGroupResults.OfCentre::centre).entrySet().stream()
                .map(centre -> new OfCentre(centre.getKey(), centre.getValue().stream().flatMap(result -> result.sent().stream())
                        .map(sent -> new Link("/resultaat/" + sent.id(),
                                "nr. %d, %s".formatted(sent.number(), BelgianDutch.date(sent.at()))))
                        .toList()))
                .toList();
        SchoolGroupResults.OfCentre round = results.getFirst();
        String beside = round.scaled() && (round.closed() || person.support())
                ? "/scholengroep/%s/ronde/%s".formatted(schoolGroupId, round.roundId()) : "";
        return new InRound(round.roundTitle(), round.closed(), round.scaled(), beside, centres);
    }

    private static <K> Map<K, List<SchoolGroupResults.OfCentre>> grouped(List<SchoolGroupResults.OfCentre> results,
            Function<SchoolGroupResults.OfCentre, K> by) {
        return results.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }

    /** The centres that work for a school group, with what they sent, for who leads it and for POC+. */
    @Singleton
    public static class SchoolGroupResults {
        /** A snapshot that was sent. */
        record Sent(UUID id, int number, Instant at) {}

        /**
         * What a centre sent in a round.
         *
         * @param scaled whether the round can be compared at all
         * @param sent empty when nothing was sent; there is one of these for each snapshot, the oldest first
         */
        record OfCentre(UUID roundId, String roundTitle, boolean closed, boolean scaled, String centre, Optional<Sent> sent) {}

        /**
         * A school group.
         *
         * @param centres the names of those that work for it
         * @param results of the rounds in which they take part, the newest round first, by centre
         * @param led whether whoever reads it leads it
         */
        record Results(String schoolGroup, List<String> centres, List<OfCentre> results, boolean led) {}

        private final DSLContext sql;
        private final Instruments instruments;

        SchoolGroupResults(DSLContext sql, Instruments instruments) {
            this.sql = sql;
            this.instruments = instruments;
        }

        /** @throws NotAllowed when this person does not lead the school group, nor is of POC+ */
        @ReadOnly
        Results of(UUID schoolGroupId, SignedIn person) {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            roles.addAll(person.rolesInNet());
            if (person.leader() && sql.fetchExists(SCHOOL_GROUP_LEADER,
                    SCHOOL_GROUP_LEADER.SCHOOL_GROUP_ID.eq(schoolGroupId).and(SCHOOL_GROUP_LEADER.PERSON_ID.eq(person.personId())))) {
                roles.add(Role.leader);
            }
            Permission.see_school_group.require(roles);
            String name = sql.select(SCHOOL_GROUP.NAME).from(SCHOOL_GROUP).where(SCHOOL_GROUP.ID.eq(schoolGroupId))
                    .fetchOptional(SCHOOL_GROUP.NAME).orElseThrow(NotAllowed::notYours);
            return new Results(name, centres(schoolGroupId), results(schoolGroupId), roles.contains(Role.leader));
        }

        private List<String> centres(UUID schoolGroupId) {
            return sql.select(CENTRE.NAME).from(CENTRE_SCHOOL_GROUP).join(CENTRE).on(CENTRE.ID.eq(CENTRE_SCHOOL_GROUP.CENTRE_ID))
                    .where(CENTRE_SCHOOL_GROUP.SCHOOL_GROUP_ID.eq(schoolGroupId)).orderBy(NameOrder.of(CENTRE.NAME), CENTRE.NAME)
                    .fetch(CENTRE.NAME);
        }

        private List<OfCentre> results(UUID schoolGroupId) {
            return sql.select(ROUND.ID, ROUND.TITLE, ROUND.STATE, CENTRE.NAME, SENT_SCAN.ID, SENT_SCAN.NUMBER, SENT_SCAN.SENT_AT,
                    ROUND.QUESTIONNAIRE_ID, ROUND.VERSION)
                    .from(CENTRE_SCHOOL_GROUP).join(CENTRE).on(CENTRE.ID.eq(CENTRE_SCHOOL_GROUP.CENTRE_ID)).join(ROUND_CENTRE)
                    .on(ROUND_CENTRE.CENTRE_ID.eq(CENTRE.ID)).join(ROUND).on(ROUND.ID.eq(ROUND_CENTRE.ROUND_ID)).leftJoin(SCAN)
                    .on(SCAN.ROUND_ID.eq(ROUND.ID).and(SCAN.CENTRE_ID.eq(CENTRE.ID))).leftJoin(SENT_SCAN).on(SENT_SCAN.SCAN_ID.eq(SCAN.ID))
                    .where(CENTRE_SCHOOL_GROUP.SCHOOL_GROUP_ID.eq(schoolGroupId)).and(ROUND.STATE.ne(RoundState.draft.name()))
                    .orderBy(ROUND.OPENS_ON.desc(), NameOrder.of(ROUND.TITLE), ROUND.TITLE, ROUND.ID, NameOrder.of(CENTRE.NAME),
                            CENTRE.NAME,
                            SENT_SCAN.NUMBER)
                    .fetch(row -> new OfCentre(row.value1(), row.value2(), row.value3().equals(RoundState.closed.name()),
                            instruments.find(new QuestionnaireKey(row.value8(), row.value9())).filter(Questionnaire::isScaled).isPresent(),
                            row.value4(),
                            Optional.ofNullable(row.value5()).map(id -> new Sent(id, row.value6(), row.value7()))));
        }
    }
}
