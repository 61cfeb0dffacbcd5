package be.zelfscan.start;

import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.scan.SaveAnswers;
import be.zelfscan.scan.SaveOutcome;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.SendScan;
import be.zelfscan.scan.SentScan;
import be.zelfscan.scan.StartScan;
import be.zelfscan.web.BelgianDutch;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The invented data of a demonstration: one centre with two people, a round that is open and one of before. Making it again changes nothing. */
@Singleton
public class Demonstration {
    static final UUID CENTRE = UUID.fromString("00000000-0000-4000-8000-00000000c001");
    static final String CENTRE_NAME = "Democentrum Noord";
    private static final UUID SCHOOL_GROUP = UUID.fromString("00000000-0000-4000-8000-00000000c002");
    private static final UUID DIRECTOR = UUID.fromString("00000000-0000-4000-8000-00000000c003");
    private static final UUID COORDINATOR = UUID.fromString("00000000-0000-4000-8000-00000000c004");
    private static final UUID OPEN_ROUND = UUID.fromString("00000000-0000-4000-8000-00000000c005");
    private static final UUID EARLIER_ROUND = UUID.fromString("00000000-0000-4000-8000-00000000c006");

    private static final UUID OTHER_CENTRE = UUID.fromString("00000000-0000-4000-8000-00000000c007");
    private static final UUID OTHER_DIRECTOR = UUID.fromString("00000000-0000-4000-8000-00000000c008");

    private final OrganisationRepository organisations;
    private final RoundRepository rounds;
    private final Instruments instruments;
    private final StartScan startScan;
    private final SaveAnswers saveAnswers;
    private final SendScan sendScan;
    private final ScanReading reading;
    private final Clock clock;

    Demonstration(OrganisationRepository organisations, RoundRepository rounds, Instruments instruments, StartScan startScan,
            SaveAnswers saveAnswers,
            SendScan sendScan, ScanReading reading, Clock clock) {
        this.organisations = organisations;
        this.rounds = rounds;
        this.instruments = instruments;
        this.startScan = startScan;
        this.saveAnswers = saveAnswers;
        this.sendScan = sendScan;
        this.reading = reading;
        this.clock = clock;
    }

    /** Makes what is not there yet: the centre, its people and its rounds. */
    @Transactional
    public void prepare() {
        organisations.addSchoolGroup(SCHOOL_GROUP, "Scholengroep Demo");
        organisations.addCentre(CENTRE, CENTRE_NAME);
        organisations.addCentreToSchoolGroup(CENTRE, SCHOOL_GROUP);
        person(DIRECTOR, CENTRE, "Dina Demo", "directeur@democentrum-noord.example", Role.director);
        person(COORDINATOR, CENTRE, "Otto Voorbeeld", "ondersteuner@democentrum-noord.example", Role.coordinator);
        int year = schoolYear();
        round(OPEN_ROUND, CENTRE, year, SampleAnswers.TODAY.key());
        round(EARLIER_ROUND, CENTRE, year - 2, SampleAnswers.EARLIER.key());
    }

    /** The year in which the running school year began. */
    private int schoolYear() {
        LocalDate today = LocalDate.now(clock.withZone(BelgianDutch.ZONE));
        return today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1;
    }

    private void person(UUID id, UUID centre, String name, String email, Role role) {
        organisations.addPerson(id, name, email);
        organisations.addMembership(id, centre, role);
    }

    private void round(UUID id, UUID centre, int year, QuestionnaireKey questionnaire) {
        instruments.get(questionnaire);
        rounds.add(id, "afname %d–%d".formatted(year, year + 1), questionnaire.id(), questionnaire.version(), LocalDate.of(year, 9, 1),
                LocalDate.of(year + 1, 6, 30));
        rounds.addCentre(id, centre);
    }

    /** Fills in and sends the earlier round, so that a newcomer finds a result; does nothing when that was done. */
    public void sendEarlier() {
        answerAndSend(EARLIER_ROUND, CENTRE, DIRECTOR, SampleAnswers.EARLIER);
    }

    /** Fills in and sends one more invented scan: of another centre, in a round of its own. */
    public UUID sendAnother() {
        UUID round = UUID.randomUUID();
        addRoundOfOther(round);
        return answerAndSend(round, OTHER_CENTRE, OTHER_DIRECTOR, SampleAnswers.TODAY);
    }

    @Transactional
    void addRoundOfOther(UUID round) {
        organisations.addCentre(OTHER_CENTRE, "Democentrum Zuid");
        organisations.addCentreToSchoolGroup(OTHER_CENTRE, SCHOOL_GROUP);
        person(OTHER_DIRECTOR, OTHER_CENTRE, "Didier Demo", "directeur@democentrum-zuid.example", Role.director);
        round(round, OTHER_CENTRE, schoolYear(), SampleAnswers.TODAY.key());
    }

    private UUID answerAndSend(UUID round, UUID centre, UUID director, SampleAnswers sample) {
        UUID scan = startScan.start(round, centre, director);
        Optional<SentScan> sent = reading.latestSent(scan, director);
        if (sent.isPresent()) {
            return sent.get().id();
        }
        sample.read().forEach((section, fields) -> {
            SaveOutcome outcome = saveAnswers.save(scan, director, section, fields, UUID.randomUUID());
            if (!outcome.allKept()) {
                throw new IllegalStateException("The sample answers to " + section + " are not all allowed: " + outcome.byQuestion());
            }
        });
        return sendScan.send(scan, director);
    }
}
