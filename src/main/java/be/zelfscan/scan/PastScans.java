package be.zelfscan.scan;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.question.Answer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Asked;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.ScanRepository.Change;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Puts scans that were answered, and sent, in the past. The same rules judge their answers, but no mail goes out. For what answers now
 * there are {@link SaveAnswers} and {@link SendScan}.
 */
@Singleton
public class PastScans {
    /**
     * What a centre answered then.
     *
     * @param people who answered, in turns
     * @param sections the fields of each section as a page posts them, see {@link SaveAnswers}
     * @param ended when the last answer was given, or the scan was sent
     * @param sentBy empty for a scan that was not sent
     */
    public record Past(UUID roundId, UUID centreId, List<UUID> people, Map<String, Map<String, List<String>>> sections, Instant started,
            Instant ended, Optional<UUID> sentBy) {}

    private final ScanRepository scans;
    private final SentScanRepository sentScans;
    private final Instruments instruments;
    private final ActivityLog log;

    PastScans(ScanRepository scans, SentScanRepository sentScans, Instruments instruments, ActivityLog log) {
        this.scans = scans;
        this.sentScans = sentScans;
        this.instruments = instruments;
        this.log = log;
    }

    /** Puts the scan of one centre, whole or not at all; does nothing when the centre has one in that round. */
    @Transactional
    public void put(Past past) {
        UUID id = UUID.randomUUID();
        if (!scans.addPast(id, past.roundId(), past.centreId(), past.started())) {
            return;
        }
        Scan scan = scans.find(id, past.people().getFirst(), ScanRepository.Hold.against_saving).orElseThrow().scan();
        log.noteAt(past.started(), past.people().getFirst(), Action.scan_started, id, scan.centreName());
        answer(scan, past);
        past.sentBy().ifPresent(person -> send(scan, person, past.ended()));
    }

    private void answer(Scan scan, Past past) {
        Questionnaire questionnaire = instruments.get(scan.questionnaire());
        Duration pace = Duration.between(past.started(), past.ended()).dividedBy(past.sections().size() + 1);
        int turn = 0;
        for (Map.Entry<String, Map<String, List<String>>> section : past.sections().entrySet()) {
            List<SaveAnswers.Posted> posted = SaveAnswers.Posted.of(section.getValue(), questionnaire.questions(section.getKey()));
            Map<String, Optional<Answer>> given = posted.stream()
                    .collect(Collectors.toMap(one -> one.question().id(), SaveAnswers.Posted::answer));
            Asked asked = new Asked(questionnaire, section.getKey(), question -> given.getOrDefault(question, Optional.empty()));
            posted.forEach(one -> {
                List<AnswerProblem> problems = one.question().refusals(one.answer(), one.note(), asked);
                if (!problems.isEmpty()) {
                    throw new IllegalArgumentException(
                            "Not allowed in %s/%s: %s".formatted(section.getKey(), one.question().id(), problems));
                }
            });
            List<Change> changes = posted.stream().filter(one -> one.answer().isPresent() || !one.note().isEmpty())
                    .map(one -> new Change(one.question().id(), 0, one.answer(), one.note(), one.aside())).toList();
            scans.write(scan.id(), section.getKey(), changes, past.people().get(turn % past.people().size()),
                    past.started().plus(pace.multipliedBy(turn + 1)), UUID.randomUUID());
            turn++;
        }
    }

    private void send(Scan scan, UUID personId, Instant at) {
        Questionnaire questionnaire = instruments.get(scan.questionnaire());
        Answers given = scans.answers(scan.id());
        Progress progress = new Progress(questionnaire, given);
        if (!progress.isComplete()) {
            throw new SendScan.Incomplete(progress.open());
        }
        UUID sentId = UUID.randomUUID();
        int number = sentScans.add(sentId, scan, personId, at, questionnaire, given);
        scans.markSentThen(scan.id());
        log.noteAt(at, personId, Action.scan_sent, sentId, scan.centreName() + ", nr. " + number);
    }
}
