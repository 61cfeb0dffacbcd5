package be.zelfscan.start;

import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.scan.SaveAnswers;
import be.zelfscan.scan.SaveOutcome;
import be.zelfscan.scan.SendScan;
import be.zelfscan.scan.StartScan;
import be.zelfscan.text.BelgianDutch;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The invented data of a demonstration: school groups, centres and people, a round of last year that is closed and one that is open. Making it again
 * changes nothing, also not what somebody changed meanwhile. The scans in the rounds are the matter of {@link DemonstrationScans}.
 */
@Singleton
public class Demonstration {
    static final UUID OPEN_ROUND = Cast.uuid("c0a1");
    static final UUID CLOSED_ROUND = Cast.uuid("c0a2");
    private static final UUID OTHER_CENTRE = Cast.uuid("c007");

    private final DemonstrationRepository demonstration;
    private final DemonstrationScans scans;
    private final OrganisationRepository organisations;
    private final RoundRepository rounds;
    private final Instruments instruments;
    private final StartScan startScan;
    private final SaveAnswers saveAnswers;
    private final SendScan sendScan;
    private final Clock clock;

    Demonstration(DemonstrationRepository demonstration, DemonstrationScans scans, OrganisationRepository organisations,
            RoundRepository rounds,
            Instruments instruments, StartScan startScan, SaveAnswers saveAnswers, SendScan sendScan, Clock clock) {
        this.demonstration = demonstration;
        this.scans = scans;
        this.organisations = organisations;
        this.rounds = rounds;
        this.instruments = instruments;
        this.startScan = startScan;
        this.saveAnswers = saveAnswers;
        this.sendScan = sendScan;
        this.clock = clock;
    }

    /** Makes who plays and the rounds, all at once; does nothing when that was done. */
    @Transactional
    public void prepare() {
        Cast cast = Cast.read();
        if (demonstration.hasSchoolGroup(Cast.uuid(cast.schoolGroups().getLast().id()))) {
            return;
        }
        cast.schoolGroups().forEach(group -> {
            organisations.addSchoolGroup(Cast.uuid(group.id()), group.name());
            addPerson(group.leader());
            demonstration.addLeader(group.leader().uuid(), Cast.uuid(group.id()));
        });
        cast.centres().forEach(this::addCentre);
        cast.support().forEach(player -> {
            addPerson(player);
            demonstration.addSupport(player.uuid());
        });
        addRounds(cast.centres().stream().map(Cast.Place::uuid).toList());
    }

    private void addPerson(Cast.Player player) {
        organisations.addPerson(player.uuid(), player.name(), player.email());
    }

    private void addCentre(Cast.Place centre) {
        organisations.addCentre(centre.uuid(), centre.name());
        centre.schoolGroups().forEach(group -> organisations.addCentreToSchoolGroup(centre.uuid(), Cast.uuid(group)));
        centre.sites().forEach(site -> demonstration.addSite(Cast.uuid(site.id()), centre.uuid(), site.name()));
        centre.people().forEach(player -> {
            addPerson(player);
            organisations.addMembership(player.uuid(), centre.uuid(), player.role());
        });
    }

    private void addRounds(List<UUID> centres) {
        int year = schoolYear();
        addRound(OPEN_ROUND, year, LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 6, 30), false, SampleAnswers.TODAY.key());
        addRound(CLOSED_ROUND, year - 1, LocalDate.of(year, 2, 1), LocalDate.of(year, 5, 31), true, SampleAnswers.EARLIER.key());
        for (UUID round : List.of(OPEN_ROUND, CLOSED_ROUND)) {
            centres.forEach(centre -> rounds.addCentre(round, centre));
            List.of("invitation", "reminder").forEach(mail -> {
                demonstration.addRecipient(round, mail, Role.director.name());
                demonstration.addRecipient(round, mail, Role.coordinator.name());
            });
            demonstration.addRecipient(round, "scan-sent", Role.director.name());
            demonstration.addRecipient(round, "round-closed", Role.director.name());
            demonstration.addRecipient(round, "round-closed", Role.leader.name());
        }
    }

    private void addRound(UUID id, int year, LocalDate opensOn, LocalDate closesOn, boolean closed, QuestionnaireKey questionnaire) {
        instruments.get(questionnaire);
        demonstration.addRound(id, title(year), questionnaire.id(), questionnaire.version(), opensOn, closesOn,
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
    List<StartPages.Example> players() {
        return demonstration.players(Cast.read().centres().getFirst().name());
    }

    /** Puts what the first centre sent last year, so that a newcomer finds a result; does nothing when that was done. */
    public void sendEarlier() {
        scans.put(Cast.read().centres().getFirst());
    }

    /** Fills in and sends one more invented scan: of another centre, in a round of its own. */
    public UUID sendAnother() {
        UUID round = UUID.randomUUID();
        addRoundOfOther(round);
        UUID director = organisations.directors(OTHER_CENTRE).getFirst().id();
        UUID scan = startScan.start(round, OTHER_CENTRE, director);
        SampleAnswers.TODAY.read().forEach((section, fields) -> {
            SaveOutcome outcome = saveAnswers.save(scan, director, section, fields, UUID.randomUUID());
            if (!outcome.allKept()) {
                throw new IllegalStateException("The sample answers to " + section + " are not all allowed: " + outcome.byQuestion());
            }
        });
        return sendScan.send(scan, director);
    }

    @Transactional
    void addRoundOfOther(UUID round) {
        int year = schoolYear();
        addRound(round, year, LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 6, 30), false, SampleAnswers.TODAY.key());
        demonstration.addRecipient(round, "scan-sent", Role.director.name());
        rounds.addCentre(round, OTHER_CENTRE);
    }
}
