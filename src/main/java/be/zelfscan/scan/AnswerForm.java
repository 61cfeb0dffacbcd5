package be.zelfscan.scan;

import be.zelfscan.questionnaire.Option;
import be.zelfscan.questionnaire.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a page posted into answers. The fields of a question are {@code <question>.revision} (the revision that the page
 * was made from, without which nothing of the question is saved), {@code .choice} (repeated, in order), {@code .text} (with the id of the option behind it, where several ask for one), {@code .note}, for blocks {@code .way} and {@code .considered}, {@code .clear} to take the choice back (also blocks that were picked), and after a conflict {@code .mine} or
 * {@code .theirs} with the revision that was chosen against or for.
 * Pure: judges nothing, forgets nothing.
 */
final class AnswerForm {
    /** The choice that stands for staying at the stage of today. */
    static final String HOLD = Question.Ambition.HOLD;
    /** The choice that stands for having no block to pick yet. */
    static final String NOT_YET = Question.BlockSelection.NOT_YET;
    /** The field of what is chosen. */
    static final String CHOICE = "choice";
    /** The field of what is typed with an option. */
    static final String TEXT = "text";
    /** The field of the blocks that are considered. */
    static final String CONSIDERED = "considered";

    /**
     * One question as it was posted.
     *
     * @param shown the revision that the page was made from; empty when that is not said, or not clearly
     * @param over the newer revision over which one's own answer was chosen, after a conflict
     * @param aside what the page held that is not part of the answer
     * @param single whether no more was chosen than a question of its kind takes
     * @param theirs whether the answer of somebody else was chosen over one's own
     */
    record Posted(Question question, Optional<Integer> shown, Optional<Integer> over, Optional<Answer> answer, String note, Aside aside,
            boolean single, boolean theirs) {
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
        List<String> choices = isCleared(question) ? List.of() : all(question, CHOICE);
        boolean takesOne = question instanceof Question.Placement || question instanceof Question.Ambition;
        String note = question.hasNote() ? storable(first(question, "note")) : "";
        return new Posted(question, revision(question, "revision"), revision(question, "mine"), answer(question, choices), note,
                aside(question, choices), !takesOne || choices.size() <= 1,
                !first(question, "theirs").isEmpty());
    }

    private boolean isCleared(Question question) {
        return fields.containsKey(question.id() + ".clear");
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
            case Question.BlockSelection selection -> selected(selection, choices);
            case Question.BlockRanking ranking ->
                choices.isEmpty() ? Optional.empty() : Optional.of(new Answer.RankedBlocks(places(ranking)));
        };
    }

    private Optional<Answer> chosen(Question question, List<String> choices) {
        List<String> known = question.fixedOptions().stream().map(option -> option.id()).filter(choices::contains).toList();
        List<String> options = new ArrayList<>(known);
        choices.stream().filter(choice -> !known.contains(choice)).distinct().forEach(options::add);
        if (options.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        askingText(question).stream().filter(options::contains).forEach(option -> texts.put(option, text(question, option)));
        return Optional.of(askingText(question).size() > 1 ? new Answer.Chosen(options, "", texts)
                : new Answer.Chosen(options, texts.values().stream().findFirst().orElse("")));
    }

    /** The options of a question that ask for a text. */
    private static List<String> askingText(Question question) {
        return question.fixedOptions().stream().filter(Option::text).map(Option::id).toList();
    }

    /** The field of what is typed with an option. */
    static String textField(Question question, String option) {
        return askingText(question).size() > 1 ? TEXT + "." + option : TEXT;
    }

    private String text(Question question, String option) {
        return storable(first(question, textField(question, option))).strip();
    }

    /** What the page held beside the answer: texts of options that were not chosen, blocks behind a choice that was not made. */
    private Aside aside(Question question, List<String> choices) {
        Map<String, List<String>> kept = new HashMap<>();
        askingText(question).stream().filter(option -> !choices.contains(option) && !text(question, option).isEmpty())
                .forEach(option -> kept.put(textField(question, option), List.of(text(question, option))));
        if (question instanceof Question.BlockSelection selection) {
            List<String> picked = picked(all(question, CHOICE));
            boolean picking = answer(question, choices).filter(given -> ((Answer.SelectedBlocks) given).blocks().equals(picked))
                    .isPresent();
            if (selection.hasTwoWays() && !picking && !picked.isEmpty() && !isCleared(question)) {
                kept.put(CHOICE, picked);
            }
            if (selection.notYet().asksMore() && !choices.contains(NOT_YET) && !all(question, CONSIDERED).isEmpty()) {
                kept.put(CONSIDERED, all(question, CONSIDERED));
            }
        }
        return new Aside(kept);
    }

    /** The blocks as they were put: an open place stays open. */
    private List<String> places(Question question) {
        List<String> places = new ArrayList<>(fields.getOrDefault(question.id() + ".choice", List.of()));
        while (!places.isEmpty() && places.getLast().isEmpty()) {
            places.removeLast();
        }
        return places;
    }

    private Optional<Answer> selected(Question.BlockSelection question, List<String> choices) {
        if (saysWay(question) && way(question).isEmpty()) {
            return Optional.empty();
        }
        boolean notYet = isNotYet(question, choices);
        List<String> picked = notYet && question.hasTwoWays() ? List.of() : picked(choices);
        List<String> considered = notYet && question.notYet().asksMore() ? all(question, CONSIDERED) : List.of();
        return notYet || !way(question).isEmpty() || !picked.isEmpty() ? Optional.of(new Answer.SelectedBlocks(picked, notYet, considered))
                : Optional.empty();
    }

    /** Whether the page asked which of two ways it is; what comes without a page can leave that out. */
    private boolean saysWay(Question.BlockSelection question) {
        return question.hasTwoWays() && fields.containsKey(question.id() + ".way");
    }

    /** Which of two ways was said; empty when none was. */
    private String way(Question.BlockSelection question) {
        return saysWay(question) && !isCleared(question) ? all(question, "way").stream().findFirst().orElse("") : "";
    }

    private boolean isNotYet(Question.BlockSelection question, List<String> choices) {
        String way = way(question);
        return way.isEmpty() ? choices.contains(NOT_YET) : way.equals(NOT_YET);
    }

    private static List<String> picked(List<String> choices) {
        return choices.stream().filter(choice -> !choice.equals(NOT_YET)).toList();
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
