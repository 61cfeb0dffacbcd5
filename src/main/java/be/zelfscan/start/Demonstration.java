package be.zelfscan.start;

import static be.zelfscan.database.schema.Tables.CENTRE;
import static be.zelfscan.database.schema.Tables.HELP;
import static be.zelfscan.database.schema.Tables.MEMBERSHIP;
import static be.zelfscan.database.schema.Tables.PERSON;
import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.ROUND_RECIPIENT;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP_LEADER;
import static be.zelfscan.database.schema.Tables.SITE;
import static be.zelfscan.database.schema.Tables.SUPPORT_MEMBER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import be.zelfscan.database.StartProblem;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Person;
import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.scan.SaveAnswers;
import be.zelfscan.scan.SendScan;
import be.zelfscan.scan.StartScan;
import be.zelfscan.start.InventedAnswers.SampleAnswers;
import be.zelfscan.text.BelgianDutch;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.SQLDataType;

/**
 * The invented data of a demonstration: school groups, centres and people, a round of last year that is closed and one that is open. Making
 * it again changes nothing, also not what somebody changed meanwhile. The scans in the rounds are the matter of {@link DemonstrationScans}.
 */
@Singleton
public class Demonstration {
    static final UUID OPEN_ROUND = InventedNet.uuid("c0a1");
    static final UUID CLOSED_ROUND = InventedNet.uuid("c0a2");
    private static final int MOST_PLAYERS = 500;
    private static final UUID OTHER_CENTRE = InventedNet.uuid("c007");

    private final DSLContext sql;
    private final DemonstrationScans scans;
    private final DemonstrationTeam team;
    private final OrganisationRepository organisations;
    private final RoundRepository rounds;
    private final Instruments instruments;
    private final StartScan startScan;
    private final SaveAnswers saveAnswers;
    private final SendScan sendScan;
    private final Clock clock;

    Demonstration(DSLContext sql, DemonstrationScans scans, DemonstrationTeam team, OrganisationRepository organisations,
            RoundRepository rounds,
            Instruments instruments, StartScan startScan, SaveAnswers saveAnswers, SendScan sendScan, Clock clock) {
        this.sql = sql;
        this.scans = scans;
        this.team = team;
        this.organisations = organisations;
        this.rounds = rounds;
        this.instruments = instruments;
        this.startScan = startScan;
        this.saveAnswers = saveAnswers;
        this.sendScan = sendScan;
        this.clock = clock;
    }

    /**
     * Makes who plays and the rounds, all at once; does nothing when that was done.
     *
     * @throws StartProblem when others stand in the database, whose data anybody could read who chooses an invented person
     */
    @Transactional
    public void prepare() {
        InventedNet invented = InventedNet.read();
        if (hasSchoolGroup(InventedNet.uuid(invented.schoolGroups().getLast().id()))) {
            return;
        }
        if (sql.fetchExists(PERSON) || sql.fetchExists(CENTRE) || sql.fetchExists(SCHOOL_GROUP)) {
            throw new StartProblem(
                    "A demonstration lets anybody read everything, and the database holds people or centres that are not invented; "
                            + "set ZELFSCAN_DEMO to false, or ZELFSCAN_DATA to an empty folder.");
        }
        invented.schoolGroups().forEach(group -> {
            organisations.addSchoolGroup(InventedNet.uuid(group.id()), group.name());
            addPerson(group.leader());
            addLeader(group.leader().uuid(), InventedNet.uuid(group.id()));
        });
        invented.centres().forEach(this::addCentre);
        invented.support().forEach(player -> {
            addPerson(player);
            addSupport(player.uuid());
        });
        addRounds(invented.centres().stream().map(InventedNet.InventedCentre::uuid).toList());
        addHelp(invented);
    }

    private void addHelp(InventedNet invented) {
        InventedNet.InventedHelp.read().forEach(help -> sql.insertInto(HELP).set(HELP.ID, InventedNet.uuid(help.id()))
                .set(HELP.QUESTIONNAIRE_ID, SampleAnswers.TODAY.key().id()).set(HELP.SECTION, help.section()).set(HELP.STAGE, help.stage())
                .set(HELP.KIND, help.kind()).set(HELP.TITLE, help.title()).set(HELP.TEXT, help.text()).set(HELP.LINK, help.link())
                .set(HELP.STATE, help.proposedBy().isEmpty() ? "shown" : "proposed")
                .set(HELP.CENTRE_ID, help.proposedBy().isEmpty() ? null : InventedNet.uuid(help.proposedBy()))
                .set(HELP.ADDED_BY, invented.centres().stream().filter(centre -> centre.id().equals(help.proposedBy())).findFirst()
                        .map(centre -> centre.people().getFirst().uuid()).orElse(invented.support().getFirst().uuid()))
                .set(HELP.ADDED_AT, clock.instant()).onConflictDoNothing().execute());
    }

    private void addPerson(InventedNet.InventedPerson player) {
        organisations.addPerson(player.uuid(), player.name(), player.email());
    }

    private void addCentre(InventedNet.InventedCentre centre) {
        organisations.addCentre(centre.uuid(), centre.name());
        centre.schoolGroups().forEach(group -> organisations.addCentreToSchoolGroup(centre.uuid(), InventedNet.uuid(group)));
        centre.sites().forEach(site -> addSite(InventedNet.uuid(site.id()), centre.uuid(), site.name()));
        centre.people().forEach(player -> {
            addPerson(player);
            organisations.addMembership(player.uuid(), centre.uuid(), player.role());
        });
    }

    private void addRounds(List<UUID> centres) {
        int year = schoolYear();
        addRound(OPEN_ROUND, title(year), LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 6, 30), false, SampleAnswers.TODAY.key());
        addRound(CLOSED_ROUND, title(year - 1), LocalDate.of(year, 2, 1), LocalDate.of(year, 5, 31), true, SampleAnswers.EARLIER.key());
        for (UUID round : List.of(OPEN_ROUND, CLOSED_ROUND)) {
            centres.forEach(centre -> rounds.addCentre(round, centre));
            List.of("invitation", "reminder").forEach(mail -> {
                addRecipient(round, mail, Role.director.name());
                addRecipient(round, mail, Role.coordinator.name());
            });
            addRecipient(round, "scan-sent", Role.director.name());
            addRecipient(round, "round-closed", Role.director.name());
            addRecipient(round, "round-closed", Role.leader.name());
        }
    }

    private void addRound(UUID id, String title, LocalDate opensOn, LocalDate closesOn, boolean closed, QuestionnaireKey questionnaire) {
        instruments.get(questionnaire);
        addRound(id, title, questionnaire.id(), questionnaire.version(), opensOn, closesOn,
                opensOn.atTime(8, 0).atZone(BelgianDutch.ZONE).toInstant(),
                Optional.of(closesOn.plusDays(1).atTime(9, 0).atZone(BelgianDutch.ZONE)).filter(at -> closed)
                        .map(ZonedDateTime::toInstant));
    }

    private static String title(int year) {
        return "afname %d–%d".formatted(year, year + 1);
    }

    /** The year in which the running school year began. */
    private int schoolYear() {
        LocalDate today = BelgianDutch.today(clock);
        return today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1;
    }

    /** Whom one can be: who was removed or left is not among them. Those of the first centre come first. */
    @ReadOnly
    List<StartController.Example> players() {
        return players(InventedNet.read().centres().getFirst().name());
    }

    /** Puts what the first centre sent last year and agreed then, so that a newcomer finds a result; does nothing when that was done. */
    public void sendEarlier() {
        InventedNet.InventedCentre first = InventedNet.read().centres().getFirst();
        scans.put(first);
        team.put(first, CLOSED_ROUND);
    }

    /** Fills in and sends one more invented scan: of another centre, in a round of its own. */
    public UUID sendAnother() {
        UUID scan = startAnother();
        UUID director = otherDirector().id();
        SampleAnswers.TODAY.read().forEach((section, fields) -> {
            SaveAnswers.Outcome outcome = saveAnswers.save(scan, director, section, fields, UUID.randomUUID());
            if (!outcome.allKept()) {
                throw new IllegalStateException("The sample answers to " + section + " are not all allowed: " + outcome.byQuestion());
            }
        });
        return sendScan.send(scan, sendScan.version(scan, director), director);
    }

    /** Starts one, as {@link #otherDirector}. */
    UUID startAnother() {
        UUID round = UUID.randomUUID();
        addRoundOfOther(round);
        return startScan.start(round, OTHER_CENTRE, otherDirector().id());
    }

    Person otherDirector() {
        return organisations.directors(OTHER_CENTRE).getFirst();
    }

    @Transactional
    void addRoundOfOther(UUID round) {
        int year = schoolYear();
        String title = "%s, nummer %d".formatted(title(year), sql.fetchCount(ROUND) + 1); // two rounds never have the same
        addRound(round, title, LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 6, 30), false, SampleAnswers.TODAY.key());
        addRecipient(round, "scan-sent", Role.director.name());
        rounds.addCentre(round, OTHER_CENTRE);
    }

    private boolean hasSchoolGroup(UUID id) {
        return sql.fetchExists(SCHOOL_GROUP, SCHOOL_GROUP.ID.eq(id));
    }

    private void addSite(UUID id, UUID centreId, String name) {
        sql.insertInto(SITE, SITE.ID, SITE.CENTRE_ID, SITE.NAME).values(id, centreId, name).onConflictDoNothing().execute();
    }

    private void addLeader(UUID personId, UUID schoolGroupId) {
        sql.insertInto(SCHOOL_GROUP_LEADER, SCHOOL_GROUP_LEADER.PERSON_ID, SCHOOL_GROUP_LEADER.SCHOOL_GROUP_ID)
                .values(personId, schoolGroupId).onConflictDoNothing().execute();
    }

    private void addSupport(UUID personId) {
        sql.insertInto(SUPPORT_MEMBER, SUPPORT_MEMBER.PERSON_ID).values(personId).onConflictDoNothing().execute();
    }

    private void addRecipient(UUID roundId, String kind, String role) {
        sql.insertInto(ROUND_RECIPIENT, ROUND_RECIPIENT.ROUND_ID, ROUND_RECIPIENT.KIND, ROUND_RECIPIENT.ROLE).values(roundId, kind, role)
                .onConflictDoNothing().execute();
    }

    /** @param closedAt empty for a round that is open */
    private void addRound(UUID id, String title, String questionnaireId, String version, LocalDate opensOn, LocalDate closesOn,
            Instant openedAt,
            Optional<Instant> closedAt) {
        sql.insertInto(ROUND).set(ROUND.ID, id).set(ROUND.TITLE, title).set(ROUND.QUESTIONNAIRE_ID, questionnaireId)
                .set(ROUND.VERSION, version).set(ROUND.OPENS_ON, opensOn).set(ROUND.CLOSES_ON, closesOn)
                .set(ROUND.STATE, closedAt.isPresent() ? "closed" : "open").set(ROUND.OPENED_AT, openedAt)
                .set(ROUND.CLOSED_AT, closedAt.orElse(null)).onConflictDoNothing().execute();
    }

    /** Everybody whom one can be, those of one place first: who was removed or left is not among them. */
    private List<StartController.Example> players(String firstPlace) {
        Field<String> place = CENTRE.NAME.as("place");
        var roles = select(MEMBERSHIP.PERSON_ID, MEMBERSHIP.ROLE, place).from(MEMBERSHIP).join(CENTRE)
                .on(CENTRE.ID.eq(MEMBERSHIP.CENTRE_ID))
                .unionAll(select(SCHOOL_GROUP_LEADER.PERSON_ID, inline(Role.leader.name()), SCHOOL_GROUP.NAME).from(SCHOOL_GROUP_LEADER)
                        .join(SCHOOL_GROUP).on(SCHOOL_GROUP.ID.eq(SCHOOL_GROUP_LEADER.SCHOOL_GROUP_ID)))
                .unionAll(select(SUPPORT_MEMBER.PERSON_ID, inline(Role.support.name()), inline("")).from(SUPPORT_MEMBER)).asTable("roles");
        return sql
                .select(PERSON.ID, PERSON.NAME, PERSON.EMAIL, roles.field(MEMBERSHIP.ROLE).convertFrom(Role::valueOf), roles.field(place))
                .from(PERSON).join(roles).on(roles.field(MEMBERSHIP.PERSON_ID).eq(PERSON.ID))
                .where(PERSON.REMOVED_AT.isNull(), PERSON.ENDED_ON.isNull(),
                        PERSON.ID.cast(SQLDataType.CLOB).startsWith(InventedNet.PREFIX))
                .orderBy(roles.field(place).ne(firstPlace), PERSON.ID, roles.field(MEMBERSHIP.ROLE), roles.field(place)).limit(MOST_PLAYERS)
                .fetch(Records.mapping(StartController.Example::new));
    }
}
