package be.zelfscan.opening;

import be.zelfscan.access.SignedIn;
import be.zelfscan.comparison.CentreComparison;
import be.zelfscan.comparison.CentreFacts;
import be.zelfscan.comparison.ComparedRound;
import be.zelfscan.comparison.NetComparison;
import be.zelfscan.comparison.SchoolGroupComparison;
import be.zelfscan.question.Answer;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.Answers;
import be.zelfscan.scan.GivenAnswer;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.SentScan;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what two centres sent in a round: for their own people what they opened to each other, for who sees both by name all of it. */
@Singleton
public class ReadOpposite {
    /** What two centres sent. */
    record Opposite(Questionnaire questionnaire, SentScan one, SentScan other) {}

    /** What two centres show each other; of each only what it opened. */
    record Opened(Opening opening, Opposite scans) {}

    private final CentreComparison centres;
    private final SchoolGroupComparison schoolGroups;
    private final NetComparison net;
    private final ScanReading reading;
    private final OpeningQueries openings;

    ReadOpposite(CentreComparison centres, SchoolGroupComparison schoolGroups, NetComparison net, ScanReading reading,
            OpeningQueries openings) {
        this.centres = centres;
        this.schoolGroups = schoolGroups;
        this.net = net;
        this.reading = reading;
        this.openings = openings;
    }

    /**
     * @throws be.zelfscan.access.NotAllowed when the person is not of {@code centreId}
     * @throws Refusal when these two are not open to each other in that round
     */
    @ReadOnly
    Opened ofCentres(UUID centreId, UUID otherId, UUID roundId, SignedIn person) {
        CentreComparison.SentInRound part = centres.sentInRound(centreId, roundId, person.personId());
        Opening opening = openings.of(centreId).stream()
                .filter(one -> one.state() == Opening.State.mutual && one.isAbout(roundId, otherId)).findFirst()
                .orElseThrow(ReadOpposite::notOpen);
        SentScan other = reading.openedScan(roundId, centreId, otherId, person.personId()).orElseThrow(ReadOpposite::notOpen);
        SentScan own = reading.sentScan(part.centre().sentScanId().orElseThrow(), person.personId());
        return new Opened(opening, new Opposite(part.questionnaire(), opening.ownNotes() ? own : withoutTyped(own), other));
    }

    /**
     * @throws be.zelfscan.access.NotAllowed when this is not the person's school group
     * @throws Refusal when these are not two of its centres that sent a scan
     */
    @ReadOnly(isolation = Isolation.REPEATABLE_READ)
    Opposite ofSchoolGroup(UUID schoolGroupId, UUID roundId, String one, String other, SignedIn person) {
        SchoolGroupComparison.Compared beside = schoolGroups.of(schoolGroupId, roundId, person);
        List<ComparedRound.Centre> sent = beside.sent().stream().map(CentreFacts::centre).toList();
        return named(beside.round(), beside.questionnaire(), sent, one, other);
    }

    /** Any two of the net, for the support team. @throws Refusal when these are not two of its centres that sent a scan */
    @ReadOnly
    Opposite ofNet(UUID roundId, String one, String other) {
        NetComparison.NamedCentres named = net.namedToCompare(roundId, List.of(one, other));
        return named(named.round(), named.questionnaire(), named.centres(), one, other);
    }

    private Opposite named(ComparedRound round, Questionnaire questionnaire, List<ComparedRound.Centre> sent, String one, String other) {
        if (one.equals(other)) {
            throw notTwo();
        }
        return new Opposite(questionnaire, sent(round, sent, one), sent(round, sent, other));
    }

    private SentScan sent(ComparedRound round, List<ComparedRound.Centre> sent, String id) {
        ComparedRound.Centre centre = sent.stream().filter(one -> one.sent() && one.id().toString().equals(id)).findFirst()
                .orElseThrow(ReadOpposite::notTwo);
        return reading.sentScan(new ScanReading.Counted(centre.sentScanId().orElseThrow(), centre.id(), centre.name(), round.id()));
    }

    /** What a centre chose, without anything that it typed: that is what another centre sees whose notes are not open. */
    private static SentScan withoutTyped(SentScan sent) {
        Answers answers = new Answers(sent.answers().all().stream().map(given -> new GivenAnswer(given.section(), given.question(),
                given.revision(), chosen(given.answer()), "", given.by(), given.at())).toList());
        return new SentScan(sent.id(), sent.scanId(), sent.centreId(), sent.centreName(), sent.roundTitle(), sent.number(), sent.sentAt(),
                sent.sentBy(), sent.questionnaire(), answers, sent.roles(), sent.notesErasedAfter());
    }

    /** An answer without anything that was typed with it. */
    static Optional<Answer> chosen(Optional<Answer> answer) {
        return answer.map(Answer::withoutTexts);
    }

    private static Refusal notOpen() {
        return Refusal
                .notFound("Dit resultaat staat niet voor jullie open. Alleen wat twee centra voor elkaar openzetten, is hier te zien.");
    }

    private static Refusal notTwo() {
        return Refusal.invalid("Kies twee verschillende centra uit de lijst, die in deze ronde allebei een zelfscan verzonden.");
    }
}
