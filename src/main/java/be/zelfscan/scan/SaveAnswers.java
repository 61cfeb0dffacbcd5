package be.zelfscan.scan;

import be.zelfscan.access.Permission;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.AnswerRepository.Change;
import be.zelfscan.scan.SaveOutcome.Result;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Saves answers of one section. Each answer stands on its own: what is right is written, what is refused or stale is given back, and nothing is
 * ever overwritten that the page had not seen. A write repeated with the same key counts once.
 */
@Singleton
public class SaveAnswers {
    private final ScanRepository scans;
    private final AnswerRepository answers;
    private final Instruments instruments;
    private final Clock clock;

    SaveAnswers(ScanRepository scans, AnswerRepository answers, Instruments instruments, Clock clock) {
        this.scans = scans;
        this.answers = answers;
        this.instruments = instruments;
        this.clock = clock;
    }

    /**
     * @param section a building block, or the closing questions
     * @param fields the fields as posted, see {@link AnswerForm}
     * @param key names this write, so that a repetition counts once
     * @throws ScanNotFound for an unknown scan or section
     * @throws ScanAlreadySent when the scan was sent
     */
    @Transactional
    public SaveOutcome save(UUID scanId, UUID personId, String section, Map<String, List<String>> fields, UUID key) {
        Scan scan = scans.find(scanId, personId, ScanRepository.Hold.against_sending).orElseThrow(ScanNotFound::scan);
        Permission.answer.require(scan.roles());
        Questionnaire questionnaire = instruments.get(scan.questionnaire());
        List<Question> questions = questionnaire.questions(section);
        if (questions.isEmpty()) {
            throw ScanNotFound.section(section);
        }
        if (scan.sent()) {
            throw new ScanAlreadySent(scanId);
        }
        return new Saving(scan, questionnaire, section, personId, key).save(new AnswerForm(fields).posted(questions));
    }

    /** One request at work. */
    private final class Saving {
        private final Scan scan;
        private final Questionnaire questionnaire;
        private final AnswerRules rules;
        private final String section;
        private final UUID personId;
        private final UUID key;
        private final Answers before;
        private final Map<String, Change> changes = new LinkedHashMap<>();
        private final Map<String, Result> results = new LinkedHashMap<>();

        Saving(Scan scan, Questionnaire questionnaire, String section, UUID personId, UUID key) {
            this.scan = scan;
            this.questionnaire = questionnaire;
            this.rules = new AnswerRules(questionnaire);
            this.section = section;
            this.personId = personId;
            this.key = key;
            this.before = answers.ofSection(scan.id(), section);
        }

        SaveOutcome save(List<AnswerForm.Posted> posted) {
            posted.forEach(this::judge);
            if (changes.isEmpty()) {
                return new SaveOutcome(results);
            }
            Map<String, Integer> written = answers.write(scan.id(), section, List.copyOf(changes.values()), personId, clock.instant(), key);
            Answers after = answers.ofSection(scan.id(), section);
            for (AnswerForm.Posted one : posted) {
                Change change = changes.get(one.question().id());
                if (change != null && results.get(one.question().id()) instanceof Result.Kept) {
                    results.put(one.question().id(),
                            written.containsKey(change.question()) ? new Result.Kept(written.get(change.question()))
                                    : overtaken(one, after.at(section, change.question())));
                }
            }
            return new SaveOutcome(results);
        }

        private void judge(AnswerForm.Posted posted) {
            Question question = posted.question();
            GivenAnswer current = before.at(section, question.id());
            if (posted.theirs()) {
                results.put(question.id(), new Result.TheirsKept(current.revision()));
                return;
            }
            if (current.sameContent(posted.answer(), posted.note())) {
                results.put(question.id(), new Result.Kept(current.revision()));
                return;
            }
            if (posted.base() != current.revision()) {
                results.put(question.id(), overtaken(posted, current));
                return;
            }
            List<AnswerProblem> problems = new ArrayList<>(rules.refusals(question, posted.answer(), posted.note(), stageAfter()));
            if (!posted.single()) {
                problems.add(new AnswerProblem.MoreThanOne());
            }
            if (!problems.isEmpty()) {
                results.put(question.id(), new Result.Refused(List.copyOf(problems), posted.answer(), posted.note()));
                return;
            }
            changes.put(question.id(), new Change(question.id(), current.revision(), posted.answer(), posted.note()));
            results.put(question.id(), new Result.Kept(current.revision() + 1));
        }

        /** The page was made from another revision: the same write again, a field that was left as it was, or two people who differ. */
        private Result overtaken(AnswerForm.Posted posted, GivenAnswer current) {
            String question = posted.question().id();
            boolean repeated = answers.written(scan.id(), section, question, key).filter(before -> before.sameContent(posted.answer(), posted.note()))
                    .isPresent();
            boolean untouched = answers.revision(scan.id(), section, question, posted.base())
                    .filter(base -> base.sameContent(posted.answer(), posted.note())).isPresent();
            return repeated || untouched || current.sameContent(posted.answer(), posted.note()) ? new Result.Kept(current.revision())
                    : new Result.Stale(current, posted.base(), posted.answer(), posted.note());
        }

        private Optional<String> stageAfter() {
            String placement = questionnaire.placement().id();
            Optional<Answer> placed = changes.containsKey(placement) ? changes.get(placement).answer()
                    : before.at(section, placement).answer();
            return placed.filter(Answer.Placed.class::isInstance).map(answer -> ((Answer.Placed) answer).stage());
        }
    }
}
