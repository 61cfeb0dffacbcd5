package be.zelfscan.scan;

import be.zelfscan.access.Permission;
import be.zelfscan.question.Answer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Fields;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.ScanRepository.Change;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Problem;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Saves answers of one section. Each answer stands on its own: what is right is written, what is refused or stale is given back, and
 * nothing is ever overwritten that the page had not seen. A write repeated with the same key counts once.
 */
@Singleton
public class SaveAnswers {
    /** How often a write that somebody else overtakes is brought together with theirs, before it is a conflict. */
    private static final int MERGES = 3;

    /** An answer came after the scan was sent. */
    static final class AlreadySent extends Problem {
        private static final long serialVersionUID = 1L;

        AlreadySent() {
            super(HttpStatus.GONE, "Deze zelfscan is al verzonden. De antwoorden liggen vast; dit antwoord is niet meer bewaard.");
        }
    }

    /**
     * What a page posted for one question. Its fields are {@code <question>.revision} (the revision that the page was made from, without
     * which nothing of the question is saved), {@code .note}, {@code .clear} to take the choice back, after a conflict {@code .mine} or
     * {@code .theirs} with the revision that was chosen against or for, {@code .both} with that whose texts are to stand after one's own,
     * and
     * those of its type. Pure: judges nothing, forgets nothing.
     *
     * @param shown the revision that the page was made from; empty when that is not said, or not clearly
     * @param over the newer revision over which one's own answer was chosen, after a conflict
     * @param aside what the page held that is not part of the answer
     * @param theirs whether the answer of somebody else was chosen over one's own
     * @param both whether what somebody else typed is to stand after what one typed oneself
     */
    record Posted(Question question, Optional<Integer> shown, Optional<Integer> over, Optional<Answer> answer, String note, Aside aside,
            boolean theirs, boolean both) {
        /** The questions that were on the page, in the order of the definition. */
        static List<Posted> of(Map<String, List<String>> fields, List<Question> questions) {
            return questions.stream().filter(question -> Fields.of(fields, question.id()).any())
                    .map(question -> of(question, Fields.of(fields, question.id()))).toList();
        }

        private static Posted of(Question question, Fields fields) {
            return new Posted(question, revision(fields, "revision"), revision(fields, "mine").or(() -> revision(fields, "both")),
                    question.read(fields),
                    question.hasNote() ? fields.typed("note") : "", new Aside(question.beside(fields)),
                    !fields.first("theirs").isEmpty(), !fields.first("both").isEmpty());
        }

        private static Optional<Integer> revision(Fields fields, String field) {
            List<String> values = fields.raw(field);
            return values.size() == 1 && values.getFirst().matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(values.getFirst()))
                    : Optional.empty();
        }

        /** One's own answer with the texts of both, one's own first; what somebody else chose stays away where one chose something. */
        private Posted with(GivenAnswer theirs) {
            Optional<Answer> joined = answer.flatMap(own -> theirs.answer().map(other -> together(own, other)));
            return new Posted(question, shown, over, joined.or(() -> answer).or(theirs::answer), together(note, theirs.note()), aside,
                    false,
                    true);
        }

        private static Answer together(Answer own, Answer theirs) {
            return own instanceof Answer.Written written && theirs instanceof Answer.Written other
                    ? new Answer.Written(together(written.text(), other.text()))
                    : own;
        }

        private static String together(String own, String theirs) {
            return own.isBlank() ? theirs : theirs.isBlank() || own.equals(theirs) ? own : own.stripTrailing() + "\n\n" + theirs;
        }

        /** The revision that it may replace, 0 for none. */
        int base() {
            return over.or(() -> shown).orElse(0);
        }
    }

    /**
     * What became of the answers of one request.
     *
     * @param section in which it was answered
     * @param byQuestion per question that was posted
     * @param state the scan as it stands now
     */
    public record Outcome(String section, Map<String, Result> byQuestion, ScanState state) {
        public boolean anyRefused() {
            return byQuestion.values().stream().anyMatch(Result.Refused.class::isInstance);
        }

        public boolean anyStale() {
            return byQuestion.values().stream().anyMatch(Result.Stale.class::isInstance);
        }

        public boolean allKept() {
            return !anyRefused() && !anyStale();
        }
    }

    /** What became of one answer. */
    public sealed interface Result {
        /** It stands in the database as this revision, whether written now or before. */
        record Kept(int revision) implements Result {}

        /**
         * Nothing had to be written: the page had not changed it, the same key wrote it before, or the newer answer was chosen over it. A
         * newer answer stands, and the page gets this revision only together with its content.
         */
        record Newer(int revision) implements Result {}

        /**
         * It stands in the database together with what somebody else did to other rows of the same table meanwhile, or with the text of
         * somebody else, when both were to stand. The page gets this revision only together with its content.
         */
        record Merged(int revision) implements Result {}

        /** It was not written; what was posted is given back, with the revision that it was made from. */
        record Refused(List<AnswerProblem> problems, int base, Optional<Answer> answer, String note, Aside aside) implements Result {}

        /**
         * Another answer was given meanwhile: nothing was overwritten. What was posted was made from the base.
         *
         * @param own whether the other answer is of the same person, on another page
         */
        record Stale(GivenAnswer theirs, boolean own, int base, Optional<Answer> answer, String note, Aside aside) implements Result {}
    }

    private final ScanRepository scans;
    private final Instruments instruments;
    private final ApplicationEventPublisher<ScanChanged> events;
    private final Clock clock;

    SaveAnswers(ScanRepository scans, Instruments instruments, ApplicationEventPublisher<ScanChanged> events, Clock clock) {
        this.scans = scans;
        this.instruments = instruments;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param fields the fields as posted, see {@link Posted}
     * @param key names this write, so that a repetition counts once
     * @throws ScanNotFound for an unknown scan or section
     * @throws AlreadySent when the scan was sent
     * @throws be.zelfscan.round.RoundClosed when its round is not open
     */
    @Transactional
    public Outcome save(UUID scanId, UUID personId, String section, Map<String, List<String>> fields, UUID key) {
        ScanRepository.Answered found = scans.find(scanId, personId, ScanRepository.Hold.against_sending).orElseThrow(ScanNotFound::scan);
        Scan scan = found.scan();
        Permission.answer.require(scan.roles());
        Questionnaire questionnaire = instruments.get(scan.questionnaire());
        List<Question> questions = questionnaire.questions(section);
        if (questions.isEmpty()) {
            throw ScanNotFound.section(section);
        }
        if (scan.sent()) {
            throw new AlreadySent();
        }
        scan.requireOpenRound();
        return new Saving(scan, questionnaire, found.answers(), section, personId, key)
                .save(Posted.of(fields, questions));
    }

    /** One request at work. */
    private final class Saving {
        private final Scan scan;
        private final Questionnaire questionnaire;
        private final Answers before;
        private final String section;
        private final UUID personId;
        private final UUID key;
        private final Map<String, Change> changes = new LinkedHashMap<>();
        private final Map<String, Result> results = new LinkedHashMap<>();

        Saving(Scan scan, Questionnaire questionnaire, Answers before, String section, UUID personId, UUID key) {
            this.scan = scan;
            this.questionnaire = questionnaire;
            this.before = before;
            this.section = section;
            this.personId = personId;
            this.key = key;
        }

        Outcome save(List<Posted> posted) {
            posted.forEach(this::judge);
            Answers after = before;
            Set<String> saved = new HashSet<>();
            Instant now = clock.instant();
            for (int tries = 0; !changes.isEmpty(); tries++) {
                Map<String, Integer> written = scans.write(scan.id(), section, List.copyOf(changes.values()), personId, now, key);
                after = after.with(changes.values().stream().filter(change -> written.containsKey(change.question()))
                        .map(change -> given(change, now)).toList());
                Set<String> overtaken = new HashSet<>(changes.keySet());
                overtaken.removeAll(written.keySet());
                saved.addAll(written.keySet());
                changes.clear();
                if (!overtaken.isEmpty()) {
                    after = scans.answers(scan.id());
                    boolean last = tries == MERGES;
                    for (Posted one : posted.stream().filter(one -> overtaken.contains(one.question().id())).toList()) {
                        GivenAnswer current = after.at(section, one.question().id());
                        results.put(one.question().id(), last ? conflict(one, current) : overtaken(one, current));
                    }
                }
            }
            if (!saved.isEmpty()) {
                events.publishEvent(new ScanChanged(scan.id(), personId, section, saved));
            }
            return outcome(after);
        }

        private Outcome outcome(Answers after) {
            return new Outcome(section, results,
                    ScanState.of(scan, questionnaire, after, LocalDate.ofInstant(clock.instant(), BelgianDutch.ZONE)));
        }

        /** The answer as it now stands; whose it is matters only to others, who read it from the database. */
        private GivenAnswer given(Change change, Instant now) {
            return new GivenAnswer(section, change.question(), change.base() + 1, change.answer(), change.note(), change.aside(), "", now);
        }

        private void judge(Posted given) {
            Question question = given.question();
            GivenAnswer current = before.at(section, question.id());
            Posted posted = given.both() && given.base() == current.revision() ? given.with(current) : given;
            if (posted.shown().isEmpty()) {
                results.put(question.id(), refused(posted, List.of(new AnswerProblem.WithoutRevision())));
                return;
            }
            if (posted.theirs()) {
                results.put(question.id(), new Result.Newer(current.revision()));
                return;
            }
            if (current.sameContent(posted.answer(), posted.note(), posted.aside()) || isAskedAgainAndLeftAsItWas(posted, current)) {
                results.put(question.id(), posted.both() ? new Result.Newer(current.revision()) : new Result.Kept(current.revision()));
                return;
            }
            if (current.revision() > 0 && posted.base() != current.revision()) {
                results.put(question.id(), overtaken(posted, current));
                return;
            }
            List<AnswerProblem> problems = problems(question, posted.answer(), posted.note(), posted.aside());
            if (!problems.isEmpty()) {
                results.put(question.id(), refused(posted, problems));
                return;
            }
            changes.put(question.id(), new Change(question.id(), current.revision(), posted.answer(), posted.note(), posted.aside()));
            int next = current.revision() + 1;
            results.put(question.id(), posted.both() ? new Result.Merged(next) : new Result.Kept(next));
        }

        private List<AnswerProblem> problems(Question question, Optional<Answer> answer, String note, Aside aside) {
            List<AnswerProblem> problems = new ArrayList<>(question.refusals(answer, note, after()));
            problems.addAll(question.refusals(answer, aside.fields(), after()));
            return problems;
        }

        private static Result refused(Posted posted, List<AnswerProblem> problems) {
            return new Result.Refused(List.copyOf(problems), posted.shown().orElse(0), posted.answer(), posted.note(), posted.aside());
        }

        /** A page shows an answer that another answer made impossible as none; leaving that so takes nothing back. */
        private boolean isAskedAgainAndLeftAsItWas(Posted posted, GivenAnswer current) {
            Question question = posted.question();
            return posted.answer().isEmpty() && posted.base() == current.revision() && posted.note().equals(current.note())
                    && current.answer().flatMap(
                            answer -> question.askedAgain(answer, before.asked(questionnaire, section)))
                            .isPresent();
        }

        /**
         * The page was made from another revision: the same write again, a field that was left as it was, rows of a table of which somebody
         * else changed other ones, or two answers that differ.
         */
        private Result overtaken(Posted posted, GivenAnswer current) {
            String question = posted.question().id();
            if (current.sameContent(posted.answer(), posted.note(), posted.aside())) {
                return new Result.Kept(current.revision());
            }
            Optional<GivenAnswer> base = scans.revision(scan.id(), section, question, posted.base());
            Optional<MergedAnswer> together = base.flatMap(from -> MergedAnswer.of(from, posted, current));
            if (together.filter(merged -> merged.isIn(current)).isPresent()) {
                return new Result.Merged(current.revision());
            }
            boolean repeated = scans.written(scan.id(), section, question, key)
                    .filter(earlier -> posted.both() || holds(earlier, posted, base))
                    .isPresent();
            boolean untouched = base.filter(one -> one.sameContent(posted.answer(), posted.note(), posted.aside())).isPresent();
            if (repeated || untouched) {
                return new Result.Newer(current.revision());
            }
            return together.flatMap(merged -> merged(posted, merged, current)).orElseGet(() -> conflict(posted, current));
        }

        /** Whether an earlier write is that of what was posted, maybe together with what somebody else did. */
        private boolean holds(GivenAnswer earlier, Posted posted, Optional<GivenAnswer> base) {
            return earlier.sameContent(posted.answer(), posted.note(), posted.aside())
                    || base.flatMap(from -> MergedAnswer.of(from, posted, earlier)).filter(merged -> merged.isIn(earlier)).isPresent();
        }

        /** Writes what two people made together, unless the rules do not allow it: empty when only both together break them. */
        private Optional<Result> merged(Posted posted, MergedAnswer merged, GivenAnswer current) {
            Question question = posted.question();
            List<AnswerProblem> own = problems(question, posted.answer(), posted.note(), posted.aside());
            if (!own.isEmpty()) {
                return Optional.of(refused(posted, own));
            }
            if (!problems(question, merged.answer(), merged.note(), merged.aside()).isEmpty()) {
                return Optional.empty();
            }
            changes.put(question.id(), new Change(question.id(), current.revision(), merged.answer(), merged.note(), merged.aside()));
            return Optional.of(new Result.Merged(current.revision() + 1));
        }

        private Result conflict(Posted posted, GivenAnswer current) {
            String question = posted.question().id();
            GivenAnswer theirs = scans.revision(scan.id(), section, question, current.revision()).orElseThrow();
            boolean own = scans.isBy(scan.id(), section, question, current.revision(), personId);
            return new Result.Stale(theirs, own, posted.shown().orElse(0), posted.answer(), posted.note(), posted.aside());
        }

        /** What is answered in the section once this request is saved, as far as it was judged. */
        private Asked after() {
            return new Asked(questionnaire, section, question -> changes.containsKey(question) ? changes.get(question).answer()
                    : before.at(section, question).answer());
        }
    }
}
