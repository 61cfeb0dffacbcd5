package be.zelfscan.scan;

import be.zelfscan.question.Answer;
import be.zelfscan.question.Fact;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Use;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.text.PersonMention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a team may want to look at once more before it sends: never a fault and never in the way. A hint is about an answer that was given
 * to a question that is asked; about what was not asked, not answered or left open on purpose there is none. Pure.
 */
public final class Hints {
    /** The most of a kind that a page names one by one. */
    static final int MOST = 3;
    /** With fewer blocks it says nothing that all stand in the same place. */
    private static final int FEWEST_BLOCKS = 4;

    /** What a hint is about. */
    public enum Kind {
        ambition_without_lever, difference_without_note, priority_held, same_stage, person_mentioned;

        /** What answers show in which there is such a hint, as it is counted. */
        public String label(Words words) {
            return switch (this) {
                case ambition_without_lever -> "een %s als %s, zonder %s".formatted(words.stage().otherOne(), words.ambition().one(),
                        words.lever().many());
                case difference_without_note -> "%s aangeduid en niet beschreven".formatted(words.difference().many());
                case priority_held -> "een %s waarbij geen verandering gekozen is".formatted(words.priority().one());
                case same_stage -> "%s voor %s".formatted(words.stage().sameOne(), words.block().everyOne());
                case person_mentioned -> "een tekst waarin misschien een persoon te herkennen is";
            };
        }
    }

    /**
     * One hint: "Kijk nog eens naar", what to look at, a colon, and a remark.
     *
     * @param section with the answer that it is about; of a hint about all blocks, the first of them
     * @param place what to look at, as a link is called
     * @param remark the rest of the sentence
     */
    public record Hint(Kind kind, String section, String question, String place, String remark) {
        /** Where one looks at it. */
        public String address(ScanAddress scan) {
            return kind == Kind.same_stage ? scan.overview() : scan.question(section, question);
        }
    }

    /**
     * The hints of a kind, which are at least one.
     *
     * @param named the first of them, at most {@value #MOST}
     * @param others how many there are besides
     */
    public record OfKind(Kind kind, List<Hint> named, int others) {
        private static OfKind of(Kind kind, List<Hint> hints) {
            return new OfKind(kind, hints.stream().limit(MOST).toList(), Math.max(0, hints.size() - MOST));
        }

        /** That the same holds for the others; empty when there are none. */
        public String othersSentence(Words words) {
            return others == 0 ? ""
                    : "Hetzelfde geldt voor nog %s.".formatted(kind == Kind.person_mentioned
                            ? BelgianDutch.counted(others, "antwoord", "antwoorden")
                            : words.block().counted(others));
        }
    }

    private final Questionnaire questionnaire;
    private final Words words;
    private final Visible visible;
    private final Answers answers;

    private Hints(Questionnaire questionnaire, Answers answers) {
        this.questionnaire = questionnaire;
        this.words = questionnaire.words();
        this.visible = Visible.of(questionnaire, answers);
        this.answers = visible.of(answers);
    }

    /** The hints about these answers, by kind; of a kind of which there are none, nothing. */
    public static List<OfKind> of(Questionnaire questionnaire, Answers answers) {
        Hints hints = new Hints(questionnaire, answers);
        return Arrays.stream(Kind.values()).map(kind -> OfKind.of(kind, hints.all(kind))).filter(some -> !some.named().isEmpty()).toList();
    }

    private List<Hint> all(Kind kind) {
        return switch (kind) {
            case ambition_without_lever -> blocks().flatMap(block -> ambitionWithoutLever(block).stream()).toList();
            case difference_without_note -> blocks().flatMap(block -> differenceWithoutNote(block).stream()).toList();
            case priority_held -> priorities().flatMap(block -> priorityHeld(block).stream()).toList();
            case same_stage -> sameStage().stream().toList();
            case person_mentioned -> questionnaire.sections().stream().flatMap(section -> visible.questions(section.id()).stream()
                    .flatMap(question -> personMentioned(section, question).stream())).toList();
        };
    }

    private Stream<Section> blocks() {
        return questionnaire.blocks().stream();
    }

    private Optional<Hint> ambitionWithoutLever(Section block) {
        return asked(block, Use.LEVER).filter(levers -> saysNone(block, levers)).flatMap(levers -> asked(block, Use.AMBITION)
                .filter(ambition -> isElsewhere(block, ambition))
                .map(ambition -> new Hint(Kind.ambition_without_lever, block.id(), levers.id(), "‘" + block.title() + "’",
                        "jullie kozen ‘%s’ en noemden geen %s.".formatted(chosen(block, ambition), words.lever().many()))));
    }

    private Optional<Hint> differenceWithoutNote(Section block) {
        return asked(block, Use.DIFFERENCE).filter(Question::hasNote)
                .filter(question -> options(block, question).anyMatch(option -> !option.exclusive()) && texts(block, question).isEmpty())
                .map(question -> new Hint(Kind.difference_without_note, block.id(), question.id(), "‘" + block.title() + "’",
                        "jullie duidden %s aan, en wat er verschilt, staat er nog niet bij.".formatted(words.difference().many())));
    }

    private Optional<Hint> priorityHeld(Section block) {
        return asked(block, Use.AMBITION).filter(ambition -> code(block, ambition).isPresent() && target(block, ambition).isEmpty())
                .map(ambition -> new Hint(Kind.priority_held, block.id(), ambition.id(), "‘" + block.title() + "’",
                        "dat staat bij jullie %s, met ‘%s’ als %s.".formatted(words.priority().many(), chosen(block, ambition),
                                words.ambition().one())));
    }

    private Optional<Hint> sameStage() {
        List<Section> blocks = questionnaire.blocks();
        List<Stage> stages = blocks.stream().flatMap(block -> asked(block, Use.PLACEMENT).flatMap(placing -> code(block, placing))
                .flatMap(questionnaire::stageOf).stream()).toList();
        return blocks.size() >= FEWEST_BLOCKS && stages.size() == blocks.size() && stages.stream().distinct().count() == 1
                ? Optional.of(new Hint(Kind.same_stage, blocks.getFirst().id(), questionnaire.placement().id(), "het overzicht",
                        "alle %s staan in %s, ‘%s’.".formatted(words.block().counted(blocks.size()), words.stage().sameOne(),
                                BelgianDutch.inSentence(stages.getFirst().label()))))
                : Optional.empty();
    }

    private Optional<Hint> personMentioned(Section section, Question question) {
        return texts(section, question).stream().flatMap(text -> PersonMention.in(text).stream()).findFirst()
                .map(mention -> new Hint(Kind.person_mentioned, section.id(), question.id(),
                        "‘%s’ bij ‘%s’".formatted(question.shortLabel(), section.title()),
                        "is in ‘%s’ een persoon te herkennen, en kan het ook zonder?".formatted(mention)));
    }

    /** The blocks that come first, in that order. */
    private Stream<Section> priorities() {
        return questionnaire.priorities().stream().flatMap(asked -> given(asked.section(), asked.question()).stream()
                .flatMap(answer -> asked.question().facts(answer).stream())).map(Fact::code).distinct()
                .flatMap(code -> questionnaire.block(code).stream());
    }

    /** The question of a block for a use, where it is asked and was answered. */
    private Optional<Question> asked(Section block, String use) {
        return visible.questions(block.id()).stream().filter(question -> question.isFor(use)).findFirst()
                .filter(question -> given(block.id(), question).isPresent());
    }

    private Optional<Answer> given(String section, Question question) {
        return answers.at(section, question.id()).answer();
    }

    private Optional<String> code(Section block, Question question) {
        return answers.code(block.id(), question.id());
    }

    private Stream<Option> options(Section block, Question question) {
        return answers.codes(block.id(), question.id()).stream().flatMap(code -> question.option(code).stream());
    }

    /** Whether nothing was chosen but what excludes all else; not where the question was left open. */
    private boolean saysNone(Section block, Question question) {
        return code(block, question).isPresent() && options(block, question).allMatch(Option::exclusive);
    }

    /** The stage that is aimed at; empty for staying. */
    private Optional<Stage> target(Section block, Question ambition) {
        return code(block, ambition).flatMap(questionnaire::stageOf);
    }

    /** Whether the stage that is aimed at is not that of today. */
    private boolean isElsewhere(Section block, Question ambition) {
        Optional<String> today = code(block, questionnaire.placement());
        return today.isPresent() && target(block, ambition).filter(stage -> !stage.id().equals(today.get())).isPresent();
    }

    private String chosen(Section block, Question question) {
        return String.join(", ", question.lines(given(block.id(), question), questionnaire));
    }

    /** What was typed with an answer: the note, and the answer itself, but for a table, of which a column may ask for a name. */
    private List<String> texts(Section section, Question question) {
        List<String> texts = new ArrayList<>(Optional.of(answers.at(section.id(), question.id()).note()).stream().toList());
        given(section.id(), question).filter(answer -> !(answer instanceof Answer.Rows))
                .ifPresent(answer -> texts.addAll(answer.texts("").values()));
        texts.removeIf(String::isBlank);
        return texts;
    }
}
