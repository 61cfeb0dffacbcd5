package be.zelfscan.team;

import be.zelfscan.question.Answer;
import be.zelfscan.question.Fact;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Use;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.scan.Answers;
import be.zelfscan.scan.EarlierScan;
import be.zelfscan.scan.SentScan;
import be.zelfscan.text.BelgianDutch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a centre's own result has to say at each step of the conversation about it: lines made from what it sent, in the words of the
 * instrument, and nothing that was not answered. Of an instrument without a scale only what it asks. Pure.
 */
public final class ResultFigures {
    /** The most of what returns that is worth a look. */
    private static final int FEW = 3;
    /** What is named for one block only does not return. */
    private static final int RETURNS = 2;

    /**
     * Some lines under a heading; at least one.
     *
     * @param heading ours, in Dutch
     * @param lines in the words of the instrument
     * @param note what the centre typed with it; empty for nothing
     */
    public record Figure(String heading, List<Line> lines, String note) {
        static Optional<Figure> of(String heading, List<Line> lines) {
            return of(heading, lines, "");
        }

        static Optional<Figure> of(String heading, List<Line> lines, String note) {
            return lines.isEmpty() ? Optional.empty() : Optional.of(new Figure(heading, lines, note));
        }
    }

    /**
     * @param subject what it is about: a block, or a stage; empty for a line by itself
     * @param note what the centre typed with it; empty for nothing
     */
    public record Line(String subject, String text, String note) {
        static Line of(String subject, String text) {
            return new Line(subject, text, "");
        }
    }

    private final Questionnaire questionnaire;
    private final Words words;
    private final Answers answers;
    private final Optional<EarlierScan> earlier;
    private final Map<String, Spread> spreads;
    private final List<Placed> placed;

    /**
     * A block that stands somewhere.
     *
     * @param target the stage that it is to grow to, or that of today to hold; empty where there is no ambition
     */
    private record Placed(Section block, int today, Optional<Integer> target) {
        int steps() {
            return target.map(stage -> stage - today).orElse(0);
        }

        boolean isHeld() {
            return target.isPresent() && steps() == 0;
        }
    }

    private ResultFigures(SentScan sent, Questionnaire questionnaire, Optional<EarlierScan> earlier, Map<String, Spread> spreads) {
        this.questionnaire = questionnaire;
        this.words = questionnaire.words();
        this.answers = sent.answers();
        this.earlier = earlier;
        this.spreads = spreads;
        this.placed = questionnaire.blocks().stream().flatMap(block -> placed(block).stream()).toList();
    }

    /**
     * @param earlier what the centre sent before, where there is something that can be laid beside it
     * @param spreads how the team was spread before it met, by section; none where it is not known
     */
    static List<Figure> of(InterpretResult.Screen screen, SentScan sent, Questionnaire questionnaire, Optional<EarlierScan> earlier,
            Map<String, Spread> spreads) {
        ResultFigures figures = new ResultFigures(sent, questionnaire, earlier, spreads);
        return (switch (screen) {
            case striking -> Stream.of(figures.byStage(), figures.farthest(), figures.moved());
            case agreeing -> Stream.of(figures.apart(), figures.together(), figures.differing(), figures.notDiffering());
            case safeguarding -> Stream.of(figures.inspiring(), figures.held(),
                    figures.returning(Use.LEVER, "Wat bij jullie het vaakst helpt"));
            case choosing -> Stream.of(figures.priorities(), figures.returning(Use.BOTTLENECK, "Wat bij jullie het vaakst hindert"));
            case exploring -> Stream.of(figures.leftOpen(), figures.notDescribed(), figures.prompts());
            case agreements -> Stream.of(figures.priorities());
        }).flatMap(Optional::stream).toList();
    }

    private Optional<Placed> placed(Section block) {
        return answers.code(block.id(), questionnaire.placement().id()).flatMap(questionnaire.scale()::position)
                .map(today -> new Placed(block, today, questionnaire.ambition().flatMap(asked -> answers.code(block.id(), asked.id()))
                        .map(code -> questionnaire.scale().position(code).orElse(today))));
    }

    private Optional<Figure> byStage() {
        List<Line> lines = new ArrayList<>();
        List<Stage> stages = questionnaire.stages();
        for (int at = 0; at < stages.size(); at++) {
            int stage = at;
            List<String> blocks = placed.stream().filter(one -> one.today() == stage).map(one -> one.block().title()).toList();
            if (!blocks.isEmpty()) {
                lines.add(Line.of("%s (%d)".formatted(stages.get(at).label(), blocks.size()), String.join(", ", blocks)));
            }
        }
        return Figure.of("Waar jullie staan", lines);
    }

    private Optional<Figure> farthest() {
        int most = placed.stream().mapToInt(Placed::steps).max().orElse(0);
        List<Placed> grow = most <= 0 ? List.of() : placed.stream().filter(one -> one.steps() == most).toList();
        if (most == 1 && grow.size() > FEW) {
            return Figure.of("Waar jullie naartoe willen", List.of(Line.of("", "Bij %d van de %s willen jullie één %s verder."
                    .formatted(grow.size(), words.block().counted(placed.size()), words.stage().one()))));
        }
        return Figure.of("Waar jullie het verst willen groeien", grow.stream().map(one -> Line.of(one.block().title(), way(one))).toList());
    }

    private String way(Placed one) {
        return one.target().isEmpty() ? label(one.today())
                : one.isHeld() ? label(one.today()) + ", en dat willen jullie zo houden"
                        : "van %s naar %s".formatted(label(one.today()), label(one.target().get()));
    }

    private String label(int stage) {
        return BelgianDutch.inSentence(questionnaire.stages().get(stage).label());
    }

    /** Where the stage is another one than in the earlier round, as far as that can be laid beside. */
    private Optional<Figure> moved() {
        return earlier.flatMap(before -> {
            List<Line> lines = new ArrayList<>();
            int beside = 0;
            for (Placed one : placed) {
                Optional<Integer> then = before.answer(one.block().id(), questionnaire.placement())
                        .flatMap(EarlierScan.EarlierAnswer::answer).filter(Answer.Coded.class::isInstance)
                        .flatMap(given -> ((Answer.Coded) given).codes().stream().findFirst()).flatMap(questionnaire.scale()::position);
                beside += then.isPresent() ? 1 : 0;
                then.filter(stage -> stage != one.today()).ifPresent(stage -> lines
                        .add(Line.of(one.block().title(), "toen %s, nu %s".formatted(label(stage), label(one.today())))));
            }
            if (beside > 0 && lines.isEmpty()) {
                lines.add(Line.of("", "Overal %s als toen.".formatted(words.stage().sameOne())));
            }
            return Figure.of("Wat anders staat dan vorige keer (" + before.when() + ")", lines);
        });
    }

    /** Where the members of the team stood farthest apart before they met: numbers of members, never who. */
    private Optional<Figure> apart() {
        return Figure.of("Waar we elk apart het verst uiteen zaten", Spread.byDisagreement(questionnaire, spreads).stream()
                .filter(block -> spread(block).filter(one -> one.disagreement() > 0).isPresent()).limit(FEW)
                .map(block -> Line.of(questionnaire.sectionTitle(block), inWords(spreads.get(block)))).toList());
    }

    /** Where all who placed it chose the same. */
    private Optional<Figure> together() {
        return Figure.of("Waar we elk apart hetzelfde dachten", blocks()
                .filter(block -> spread(block.id()).filter(one -> one.disagreement() == 0 && placing(one) > 1).isPresent())
                .map(block -> Line.of(block.title(), inWords(spreads.get(block.id())))).toList());
    }

    private Optional<Spread> spread(String block) {
        return Optional.ofNullable(spreads.get(block));
    }

    private int placing(Spread spread) {
        return questionnaire.stages().stream().mapToInt(stage -> spread.at(stage.id())).sum();
    }

    private String inWords(Spread spread) {
        Stream<String> stages = questionnaire.stages().stream().filter(stage -> spread.at(stage.id()) > 0)
                .map(stage -> "%d %s".formatted(spread.at(stage.id()), BelgianDutch.inSentence(stage.label())));
        Stream<String> others = Stream.of(Spread.View.unsure, Spread.View.unseen).filter(view -> spread.of(view) > 0)
                .map(view -> "%d ‘%s’".formatted(spread.of(view), view.label()));
        return Stream.concat(stages, others).collect(Collectors.joining(", "));
    }

    private Optional<Figure> differing() {
        return difference().flatMap(asked -> Figure.of("Waar deelgroepen verschillen",
                blocks().filter(block -> differs(block, asked)).map(block -> new Line(block.title(), labels(block, asked),
                        answers.at(block.id(), asked.id()).note())).toList()));
    }

    private Optional<Figure> notDiffering() {
        return difference().flatMap(asked -> {
            List<String> alike = blocks().filter(block -> !answers.codes(block.id(), asked.id()).isEmpty() && !differs(block, asked))
                    .map(Section::title).toList();
            return Figure.of("Waar jullie geen %s aanduidden".formatted(words.difference().many()),
                    alike.isEmpty() ? List.of() : List.of(Line.of("", String.join(", ", alike))));
        });
    }

    private Optional<Question> difference() {
        return questionnaire.blockQuestionFor(Use.DIFFERENCE);
    }

    private Stream<Section> blocks() {
        return questionnaire.blocks().stream();
    }

    private boolean differs(Section block, Question asked) {
        return chosen(block, asked).anyMatch(option -> !option.exclusive());
    }

    private Stream<Option> chosen(Section block, Question asked) {
        return answers.codes(block.id(), asked.id()).stream().flatMap(code -> asked.option(code).stream());
    }

    private String labels(Section block, Question asked) {
        String own = answers.at(block.id(), asked.id()).answer().stream().flatMap(answer -> answer.texts("").values().stream())
                .filter(text -> !text.isBlank()).collect(Collectors.joining(", "));
        String labels = String.join(", ", chosen(block, asked).map(Option::shortLabel).toList());
        return own.isEmpty() ? labels : labels + " (" + own + ")";
    }

    private Optional<Figure> notDescribed() {
        return difference().filter(Question::hasNote).flatMap(asked -> Figure.of("Aangeduid, maar nog niet beschreven",
                blocks().filter(block -> differs(block, asked) && answers.at(block.id(), asked.id()).note().isBlank())
                        .map(block -> Line.of(block.title(), labels(block, asked))).toList()));
    }

    private Optional<Figure> leftOpen() {
        return Figure.of("Bewust opengelaten", questionnaire.sections().stream().flatMap(section -> section.questions().stream()
                .filter(asked -> answers.at(section.id(), asked.id()).answer().filter(Answer.NotDiscussed.class::isInstance).isPresent())
                .map(asked -> new Line(section.title(), asked.shortLabel(), answers.at(section.id(), asked.id()).note()))).toList());
    }

    /** The first of the instrument's own; all of them stand with the result. */
    private Optional<Figure> prompts() {
        return questionnaire.conversation().flatMap(conversation -> Figure.of("Om over door te praten",
                conversation.prompts().stream().limit(FEW).map(prompt -> Line.of("", prompt)).toList()));
    }

    private Optional<Figure> inspiring() {
        return questionnaire.inspiringPractices().flatMap(asked -> Figure.of("Waarin jullie anderen kunnen inspireren",
                picked(asked).stream().map(block -> Line.of(block.title(), where(block))).toList(), note(asked)));
    }

    private Optional<Figure> held() {
        return Figure.of("Waar jullie willen houden wat er is", placed.stream().filter(Placed::isHeld)
                .map(one -> Line.of(one.block().title(), label(one.today()))).toList());
    }

    private Optional<Figure> priorities() {
        return questionnaire.priorities().flatMap(asked -> {
            List<Section> blocks = picked(asked);
            List<Line> lines = new ArrayList<>();
            for (Section block : blocks) {
                lines.add(Line.of("%d. %s".formatted(lines.size() + 1, block.title()), where(block)));
            }
            return Figure.of("Wat jullie kozen als " + words.priority().many(), lines, note(asked));
        });
    }

    private List<Section> picked(Questionnaire.OverallQuestion asked) {
        return answers.at(asked.section(), asked.question().id()).answer().map(answer -> asked.question().facts(answer)).orElse(List.of())
                .stream().map(Fact::code).distinct().flatMap(code -> questionnaire.section(code).stream()).toList();
    }

    private String note(Questionnaire.OverallQuestion asked) {
        return answers.at(asked.section(), asked.question().id()).note();
    }

    private String where(Section block) {
        return placed.stream().filter(one -> one.block().id().equals(block.id())).findFirst().map(this::way).orElse("");
    }

    /** The options of a question of every block that were chosen most often: those that return. */
    private Optional<Figure> returning(String use, String heading) {
        return questionnaire.blockQuestionFor(use).flatMap(asked -> {
            Map<Option, Long> counts = new HashMap<>();
            blocks().forEach(block -> chosen(block, asked).filter(option -> !option.exclusive())
                    .forEach(option -> counts.merge(option, 1L, Long::sum)));
            return Figure.of(heading, asked.options().stream().filter(option -> counts.getOrDefault(option, 0L) >= RETURNS)
                    .sorted(Comparator.comparing((Option option) -> counts.get(option)).reversed()).limit(FEW)
                    .map(option -> Line.of(BelgianDutch.capital(option.shortLabel()), "bij " + words.block().counted(counts.get(option))))
                    .toList());
        });
    }
}
