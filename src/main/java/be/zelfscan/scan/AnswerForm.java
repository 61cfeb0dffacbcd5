package be.zelfscan.scan;

import be.zelfscan.questionnaire.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a page posted into answers. The fields of a question are {@code <question>.revision} (the revision that the page
 * was made from, without which nothing of the question is saved), {@code .choice} (repeated, in order), {@code .text}, {@code .note}, for blocks {@code .considered}, {@code .clear} to take the choice back, and after a conflict {@code .mine} or
 * {@code .theirs} with the revision that was chosen against or for.
 * Pure: judges nothing, forgets nothing.
 */
final class AnswerForm {
    /** The choice that stands for staying at the stage of today. */
    static final String HOLD = Question.Ambition.HOLD;
    /** The choice that stands for having no block to pick yet. */
    static final String NOT_YET = Question.BlockSelection.NOT_YET;

    /**
     * One question as it was posted.
     *
     * @param shown the revision that the page was made from; empty when that is not said, or not clearly
     * @param over the newer revision over which one's own answer was chosen, after a conflict
     * @param single whether no more was chosen than a question of its kind takes
     * @param theirs whether the answer of somebody else was chosen over one's own
     */
    record Posted(Question question, Optional<Integer> shown, Optional<Integer> over, Optional<Answer> answer, String note, boolean single,
            boolean theirs) {
        /** The revision that it may replace, 0 for none. */
        int base() {
            return over.or(() -> shown).orElse(0);
        }
    }

    private final Map<String, List<String>> fields;

    AnswerForm(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** The questions that were on the page, in the order of the definition. */
    List<Posted> posted(List<Question> questions) {
        return questions.stream().filter(this::isPosted).map(this::posted).toList();
    }

    private boolean isPosted(Question question) {
        return fields.keySet().stream().anyMatch(field -> field.startsWith(question.id() + "."));
    }

    private Posted posted(Question question) {
        List<String> choices = fields.containsKey(question.id() + ".clear") ? List.of() : all(question, "choice");
        boolean takesOne = question instanceof Question.Placement || question instanceof Question.Ambition;
        String note = question.hasNote() ? storable(first(question, "note")) : "";
        return new Posted(question, revision(question, "revision"), revision(question, "mine"), answer(question, choices), note, !takesOne || choices.size() <= 1,
                !first(question, "theirs").isEmpty());
    }

    private Optional<Integer> revision(Question question, String field) {
        List<String> values = fields.getOrDefault(question.id() + "." + field, List.of());
        return values.size() == 1 && values.getFirst().matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(values.getFirst()))
                : Optional.empty();
    }

    private Optional<Answer> answer(Question question, List<String> choices) {
        return switch (question) {
            case Question.Placement p -> choices.stream().findFirst().map(Answer.Placed::new);
            case Question.Ambition a ->
                choices.stream().findFirst().map(choice -> choice.equals(HOLD) ? new Answer.Hold() : new Answer.Grow(choice));
            case Question.SingleChoice single -> chosen(single, choices);
            case Question.MultipleChoice multiple -> chosen(multiple, choices);
            case Question.BlockSelection s -> selected(question, choices);
            case Question.BlockRanking r -> choices.isEmpty() ? Optional.empty() : Optional.of(new Answer.RankedBlocks(choices));
        };
    }

    private Optional<Answer> chosen(Question question, List<String> choices) {
        List<String> known = question.fixedOptions().stream().map(option -> option.id()).filter(choices::contains).toList();
        List<String> options = new ArrayList<>(known);
        choices.stream().filter(choice -> !known.contains(choice)).distinct().forEach(options::add);
        boolean asksText = options.stream().flatMap(id -> question.option(id).stream()).anyMatch(option -> option.text());
        return options.isEmpty() ? Optional.empty()
                : Optional.of(new Answer.Chosen(options, asksText ? storable(first(question, "text")).strip() : ""));
    }

    private Optional<Answer> selected(Question question, List<String> choices) {
        boolean notYet = choices.contains(NOT_YET);
        List<String> blocks = choices.stream().filter(choice -> !choice.equals(NOT_YET)).toList();
        List<String> considered = notYet ? all(question, "considered") : List.of();
        return notYet || !blocks.isEmpty() ? Optional.of(new Answer.SelectedBlocks(blocks, notYet, considered)) : Optional.empty();
    }

    private List<String> all(Question question, String field) {
        return fields.getOrDefault(question.id() + "." + field, List.of()).stream().filter(value -> !value.isEmpty()).toList();
    }

    private String first(Question question, String field) {
        return fields.getOrDefault(question.id() + "." + field, List.of()).stream().findFirst().orElse("");
    }

    /** A browser posts line ends as CR LF; kept is LF, and no character that PostgreSQL cannot hold. */
    private static String storable(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "").stripTrailing();
    }
}
