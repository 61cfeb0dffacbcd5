package be.zelfscan.scan;

import be.zelfscan.questionnaire.Option;
import be.zelfscan.questionnaire.Question;
import be.zelfscan.questionnaire.Questionnaire;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the instrument allows. Pure: the same answers give the same judgement everywhere.
 *
 * <p>{@link #refusals} says why an answer cannot be kept at all; {@link #openPoints} says what a kept answer still lacks before the scan can be
 * sent. An answer that is merely unfinished (two priorities of three) is kept, so that a team can stop in the middle.
 */
public final class AnswerRules {
    /** The most characters of a note (Unicode code points). */
    public static final int NOTE_LIMIT = 10_000;
    /** The most characters of the text with an option (Unicode code points). */
    public static final int TEXT_LIMIT = 500;

    private static final Locale BELGIAN_DUTCH = Locale.of("nl", "BE");

    private final Questionnaire questionnaire;

    public AnswerRules(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    /**
     * Why an answer cannot be kept; empty when it can.
     *
     * @param stage the stage chosen for the same block, by which an ambition is judged
     */
    public List<AnswerProblem> refusals(Question question, Optional<Answer> answer, String note, Optional<String> stage) {
        List<AnswerProblem> problems = new ArrayList<>();
        int length = note.codePointCount(0, note.length());
        if (length > NOTE_LIMIT) {
            problems.add(new AnswerProblem.NoteTooLong(length));
        }
        for (AnswerProblem problem : answer.map(given -> refusals(question, given, stage)).orElse(List.of())) {
            if (!problems.contains(problem)) {
                problems.add(problem);
            }
        }
        return problems;
    }

    private List<AnswerProblem> refusals(Question question, Answer answer, Optional<String> stage) {
        return switch (question) {
            case Question.Placement p when answer instanceof Answer.Placed placed ->
                questionnaire.scale().stage(placed.stage()).isPresent() ? List.of() : List.of(new AnswerProblem.OutsideOptions(question));
            case Question.Ambition ambition when answer instanceof Answer.Ambition given -> ambition(ambition, given, stage);
            case Question.SingleChoice single when answer instanceof Answer.Chosen chosen -> single(single, chosen);
            case Question.MultipleChoice multiple when answer instanceof Answer.Chosen chosen -> multiple(multiple, chosen);
            case Question.BlockSelection selection when answer instanceof Answer.SelectedBlocks selected -> selection(selection, selected);
            case Question.BlockRanking ranking when answer instanceof Answer.RankedBlocks ranked ->
                ranking(ranking, ranked);
            default -> List.of(new AnswerProblem.OutsideOptions(question));
        };
    }

    private List<AnswerProblem> ambition(Question.Ambition question, Answer.Ambition answer, Optional<String> stage) {
        if (answer instanceof Answer.Grow grow && !question.grow().containsKey(grow.stage())) {
            return List.of(new AnswerProblem.OutsideOptions(question));
        }
        if (stage.isEmpty()) {
            return List.of(new AnswerProblem.StageFirst());
        }
        return allows(question, answer, stage.get()) ? List.of() : List.of(new AnswerProblem.AmbitionNotOffered(stageLabel(stage.get())));
    }

    /** Whether the instrument offers this ambition to a centre that stands at the stage. */
    public boolean allows(Question.Ambition question, Answer.Ambition answer, String stage) {
        return switch (answer) {
            case Answer.Hold hold -> true;
            case Answer.Grow grow ->
                question.targetsFrom(stage, questionnaire.scale()).stream().anyMatch(target -> target.id().equals(grow.stage()));
        };
    }

    private List<AnswerProblem> single(Question.SingleChoice question, Answer.Chosen chosen) {
        if (chosen.options().size() > 1) {
            return List.of(new AnswerProblem.MoreThanOne());
        }
        return options(question, chosen);
    }

    private List<AnswerProblem> multiple(Question.MultipleChoice question, Answer.Chosen chosen) {
        List<AnswerProblem> problems = new ArrayList<>(options(question, chosen));
        if (chosen.options().size() > 1) {
            chosen.options().stream().flatMap(id -> question.option(id).stream()).filter(Option::exclusive).findFirst()
                    .ifPresent(option -> problems.add(new AnswerProblem.NotTogether(option.label())));
        }
        return problems;
    }

    private static List<AnswerProblem> options(Question question, Answer.Chosen chosen) {
        List<AnswerProblem> problems = new ArrayList<>();
        for (String id : chosen.options()) {
            if (question.option(id).isEmpty()) {
                problems.add(new AnswerProblem.OutsideOptions(question));
            }
        }
        problems.addAll(tooLong(chosen.typed()));
        return problems;
    }

    private static List<AnswerProblem> tooLong(List<String> texts) {
        return texts.stream().map(text -> text.codePointCount(0, text.length())).filter(length -> length > TEXT_LIMIT)
                .map(length -> (AnswerProblem) new AnswerProblem.TextTooLong(length)).toList();
    }

    /** Why what stands beside an answer cannot be kept; empty when it can. */
    List<AnswerProblem> refusals(Question question, Aside aside) {
        List<AnswerProblem> problems = new ArrayList<>(tooLong(aside.texts()));
        problems.addAll(blocks(question, aside.values(AnswerForm.CONSIDERED), questionnaire.blocks().size()));
        problems.addAll(blocks(question, aside.values(AnswerForm.CHOICE), questionnaire.blocks().size()));
        return problems;
    }

    private List<AnswerProblem> selection(Question.BlockSelection question, Answer.SelectedBlocks selected) {
        List<AnswerProblem> problems = new ArrayList<>(blocks(question, selected.blocks(), question.max()));
        problems.addAll(blocks(question, selected.considered(), question.notYet().asksMore() ? questionnaire.blocks().size() : 0));
        if (selected.notYet() && !selected.blocks().isEmpty()) {
            problems.add(new AnswerProblem.NotYetWithBlocks());
        }
        return problems;
    }

    private List<AnswerProblem> ranking(Question.BlockRanking question, Answer.RankedBlocks ranked) {
        List<AnswerProblem> problems = blocks(question, ranked.placed(), question.max());
        if (ranked.blocks().size() > question.max() && ranked.placed().size() <= question.max()) {
            problems.add(new AnswerProblem.TooMany(question.max()));
        }
        return problems;
    }

    private List<AnswerProblem> blocks(Question question, List<String> blocks, int max) {
        List<AnswerProblem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String block : blocks) {
            if (questionnaire.block(block).isEmpty()) {
                problems.add(new AnswerProblem.OutsideOptions(question));
            } else if (!seen.add(block)) {
                problems.add(new AnswerProblem.Twice(questionnaire.sectionTitle(block)));
            }
        }
        if (blocks.size() > max) {
            problems.add(new AnswerProblem.TooMany(max));
        }
        return problems;
    }

    /** What the answer to a question still lacks before the scan can be sent; empty when nothing. */
    public List<AnswerProblem> openPoints(Question question, GivenAnswer given, Optional<String> stage) {
        if (given.answer().isEmpty()) {
            return question.required() ? List.of(new AnswerProblem.Missing(question.shortLabel().toLowerCase(BELGIAN_DUTCH))) : List.of();
        }
        List<AnswerProblem> problems = new ArrayList<>(refusals(question, given.answer(), given.note(), stage));
        switch (given.answer().get()) {
            case Answer.Chosen chosen -> chosen.options().forEach(id -> question.option(id)
                    .filter(option -> option.text() && chosen.textOf(id).isBlank())
                    .ifPresent(option -> problems.add(new AnswerProblem.TextMissing(option.label()))));
            case Answer.SelectedBlocks selected when question instanceof Question.BlockSelection selection -> {
                if (!selected.notYet() && selected.blocks().size() < selection.min()) {
                    problems.add(new AnswerProblem.TooFew(selection.min()));
                }
            }
            case Answer.RankedBlocks ranked when question instanceof Question.BlockRanking ranking -> {
                if (ranked.placed().size() < ranking.min()) {
                    problems.add(new AnswerProblem.TooFew(ranking.min()));
                }
                if (ranked.blocks().contains("")) {
                    problems.add(new AnswerProblem.OpenPlace(
                            ranking.item().replace("{number}", String.valueOf(ranked.blocks().indexOf("") + 1))));
                }
            }
            default -> {
            }
        }
        return problems;
    }

    private String stageLabel(String stage) {
        return questionnaire.scale().stage(stage).map(found -> found.label().toLowerCase(BELGIAN_DUTCH)).orElse(stage);
    }

    static String number(int number) {
        return NumberFormat.getIntegerInstance(BELGIAN_DUTCH).format(number);
    }
}
