package be.zelfscan.scan;

import be.zelfscan.question.Answer;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Comparability;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.text.BelgianDutch;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a centre sent in an earlier round, to be read beside what it answers now. It is shown only: no field of a form holds it, so that it
 * never becomes an answer by itself. Sections go together as {@link Comparability} says, questions by id and type. Pure and immutable.
 *
 * @param then the version that was answered
 * @param now the version that is answered
 */
public record EarlierScan(SentScan sent, Questionnaire then, Questionnaire now) {
    /** From how many characters on an answer with its note is folded. */
    private static final int LONG = 200;
    /** How much of one that is folded is seen, at most. */
    private static final int START = 140;

    /**
     * One answer of then.
     *
     * @param when the round and the day of sending, as they stand between brackets
     * @param lines in the words of then; none when only a note was given, or what was typed is erased
     * @param isErased whether more was perhaps typed than is still kept
     */
    public record EarlierAnswer(String when, Optional<Answer> answer, List<String> lines, String note, boolean isErased) {
        /** Whether this choice was made then. */
        public boolean isChosen(String choice) {
            return answer.filter(given -> given instanceof Answer.Coded coded && coded.codes().contains(choice)).isPresent();
        }

        /** The answer with its note, as one line. */
        public String sentence() {
            String words = String.join("; ", lines).replace(".; ", ". ");
            String noted = note.isEmpty() ? words : (words + " – ‘" + note.strip() + "’").replaceFirst("^ – ", "");
            return isErased ? words.isEmpty() ? "gewist" : words + " (wat er verder getypt was, is gewist)" : noted;
        }

        /** Whether it is too long to stand beside a question unfolded. */
        public boolean isLong() {
            return sentence().length() > LONG || sentence().contains("\n");
        }

        /** The beginning of one that is long, with whole words. */
        public String start() {
            String line = sentence().replaceAll("\\s+", " ");
            int end = line.lastIndexOf(' ', START);
            return line.length() <= START ? line : line.substring(0, end < START / 2 ? START : end) + " …";
        }
    }

    /**
     * The scan to lay beside one that is answered in this version: the first of which some section can be laid beside one of now; when
     * there is none, the first of all, to say why. Empty when there is none that can be read.
     *
     * @param newestFirst what the centre sent before
     * @param versions reads a version; empty for one that this service cannot read any more
     */
    static Optional<EarlierScan> of(List<SentScan> newestFirst, Questionnaire now,
            Function<QuestionnaireKey, Optional<Questionnaire>> versions) {
        List<EarlierScan> readable = newestFirst.stream()
                .flatMap(sent -> version(sent.questionnaire(), now, versions).map(then -> new EarlierScan(sent, then, now)).stream())
                .toList();
        return readable.stream().filter(one -> now.sections().stream().anyMatch(section -> one.isBeside(section.id()))).findFirst()
                .or(() -> readable.stream().findFirst());
    }

    private static Optional<Questionnaire> version(QuestionnaireKey key, Questionnaire now,
            Function<QuestionnaireKey, Optional<Questionnaire>> versions) {
        return key.equals(now.key()) ? Optional.of(now) : versions.apply(key);
    }

    /** The round and the day on which it was sent, as they stand between brackets. */
    public String when() {
        return sent.roundTitle() + ", " + BelgianDutch.date(sent.sentAt());
    }

    /** Where it can be read whole. */
    public String address() {
        return "/resultaat/" + sent.id();
    }

    /** Whether what was answered then can be laid beside a section of now. */
    public boolean isBeside(String section) {
        return sectionThen(section).isPresent();
    }

    /** The id that a section of now had then; empty when it cannot be laid beside. */
    Optional<String> idThen(String section) {
        return sectionThen(section).map(Section::id);
    }

    private Optional<Section> sectionThen(String section) {
        return now.section(section).flatMap(one -> Comparability.then(then, now, one));
    }

    /** Why there is nothing to lay beside a section, as a sentence; empty when there is. */
    public String whyNot(String section) {
        if (isBeside(section)) {
            return "";
        }
        String difference = Comparability.hasSameScale(then, now)
                ? "waarin %s niet of anders stond".formatted(now.block(section).isPresent() ? now.words().block().thisOne() : "dit deel")
                : "met andere " + now.words().stage().many();
        return "Vorige keer (%s) vulden jullie een andere versie van deze vragenlijst in, %s. Daarom staat er hier niets van toen naast."
                .formatted(when(), difference);
    }

    /** What was answered then to a question of a section of now; empty when nothing was, or when it was another question. */
    public Optional<EarlierAnswer> answer(String section, Question question) {
        return sectionThen(section).flatMap(before -> before.question(question.id())
                .filter(asked -> asked.type().id().equals(question.type().id()))
                .flatMap(asked -> answer(asked, sent.answers().at(before.id(), asked.id()))));
    }

    private Optional<EarlierAnswer> answer(Question asked, GivenAnswer given) {
        boolean erased = sent.notesErasedAfter().isPresent() && given.revision() > 0 && (asked.hasNote() || asked.isTyped());
        List<String> lines = asked.lines(given.answer(), then).stream().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() && given.note().isBlank() && !erased ? Optional.empty()
                : Optional.of(new EarlierAnswer(when(), given.answer(), lines, given.note(), erased));
    }
}
