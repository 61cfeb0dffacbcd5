package be.zelfscan.scan;

import be.zelfscan.questionnaire.BuildingBlock;
import be.zelfscan.questionnaire.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Stage;
import be.zelfscan.web.BelgianDutch;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question as a page shows it: with what was answered, or with what was typed when that could not be kept.
 *
 * @param label with the building block in it
 * @param address to which its form posts
 * @param block title of the building block; empty for a closing question
 * @param revision the revision that what is shown was made from; never one whose content the page did not show
 * @param answer to show
 * @param note to show
 * @param aside what the question holds beside the answer, to show where it belongs
 * @param savedAt when it was saved, as a sentence goes on with it; empty when it was not
 * @param problems why it was not kept
 * @param conflict what somebody else answered meanwhile
 * @param askedAgain a sentence that says why it is asked again; empty otherwise
 * @param stage the stage chosen for the block
 */
public record QuestionView(Questionnaire questionnaire, Question question, String label, String address, BuildingBlock block, int revision,
        Optional<Answer> answer, String note, Aside aside, String savedAt, List<AnswerProblem> problems, Optional<Conflict> conflict,
        String askedAgain,
        Optional<Stage> stage, LocalDate today) {

    /**
     * What was answered meanwhile, in words.
     *
     * @param own whether the same person did it, on another page
     */
    public record Conflict(String by, boolean own, String at, List<String> lines, String note, int revision) {
        /** What happened, as a sentence. */
        public String sentence() {
            return (own ? "Je schreef hier intussen zelf iets anders, in een ander tabblad." : "Intussen antwoordde " + by + " hier ook.")
                    + " Welk antwoord houden jullie?";
        }
    }

    static QuestionView of(Questionnaire questionnaire, Question question, String section, String address, Answers answers,
            LocalDate today) {
        GivenAnswer given = answers.at(section, question.id());
        BuildingBlock block = questionnaire.block(section).orElse(null);
        Optional<Stage> stage = answers.answer(section, questionnaire.placement().id(), Answer.Placed.class)
                .flatMap(placed -> questionnaire.scale().stage(placed.stage()));
        String label = question.labelFor(block == null ? "" : block.title());
        return new QuestionView(questionnaire, question, label, address, block, given.revision(), given.answer(), given.note(),
                given.aside(),
                given.revision() == 0 ? "" : BelgianDutch.moment(given.at(), today), List.of(), Optional.empty(),
                askedAgain(questionnaire, question, given, stage), stage, today);
    }

    /** Why an ambition that was chosen before is asked again: the stage of today does not allow it (any more). */
    private static String askedAgain(Questionnaire questionnaire, Question question, GivenAnswer given, Optional<Stage> stage) {
        if (!(question instanceof Question.Ambition asked) || !(given.answer().orElse(null) instanceof Answer.Ambition ambition)) {
            return "";
        }
        return stage.map(today -> new AnswerRules(questionnaire).allows(asked, ambition, today.id()) ? ""
                : "Jullie stadium is nu ‘" + today.label().toLowerCase(BelgianDutch.LOCALE)
                        + "’. De ambitie van daarnet past daar niet meer bij: kies ze opnieuw.")
                .orElse("Er is geen stadium gekozen. Kies eerst het stadium van vandaag en daarna opnieuw de ambitie.");
    }

    /** The same question after a write: with what became of it. */
    QuestionView after(SaveOutcome.Result result) {
        return switch (result) {
            case SaveOutcome.Result.Kept kept -> this;
            case SaveOutcome.Result.Newer newer -> this;
            case SaveOutcome.Result.Refused refused ->
                with(refused.base(), refused.answer(), refused.note(), refused.aside(), refused.problems(), Optional.empty());
            case SaveOutcome.Result.Stale stale ->
                with(stale.base(), stale.answer(), stale.note(), stale.aside(), List.of(),
                        Optional.of(conflict(stale.theirs(), stale.own())));
        };
    }

    private Conflict conflict(GivenAnswer theirs, boolean own) {
        return new Conflict(theirs.by(), own, BelgianDutch.moment(theirs.at(), today), lines(theirs.answer(), theirs.aside()),
                theirs.note(),
                theirs.revision());
    }

    private QuestionView with(int base, Optional<Answer> shown, String shownNote, Aside shownAside, List<AnswerProblem> found,
            Optional<Conflict> other) {
        return new QuestionView(questionnaire, question, label, address, block, base, shown, shownNote, shownAside, savedAt, found, other,
                "", stage, today);
    }

    /** Whether this choice is in the answer that is shown. */
    public boolean isChosen(String choice) {
        return answer.map(given -> switch (given) {
            case Answer.Placed placed -> placed.stage().equals(choice);
            case Answer.Hold hold -> choice.equals(AnswerForm.HOLD);
            case Answer.Grow grow -> grow.stage().equals(choice);
            case Answer.Chosen chosen -> chosen.options().contains(choice);
            case Answer.SelectedBlocks selected ->
                selected.blocks().contains(choice) || selected.notYet() && choice.equals(AnswerForm.NOT_YET);
            case Answer.RankedBlocks ranked -> false;
        }).orElse(false) || aside.values(AnswerForm.CHOICE).contains(choice);
    }

    /** Whether blocks are what is answered, as one of two ways. */
    public boolean isPicking() {
        return answer.map(given -> given instanceof Answer.SelectedBlocks selected && !selected.notYet()).orElse(false);
    }

    /** Whether this block is considered for later. */
    public boolean isConsidered(String choice) {
        return answer.map(given -> given instanceof Answer.SelectedBlocks selected && selected.considered().contains(choice)).orElse(false)
                || aside.values(AnswerForm.CONSIDERED).contains(choice);
    }

    /** The block at a place of the order, from 1; empty when none is. */
    public String atPlace(int place) {
        return answer
                .map(given -> given instanceof Answer.RankedBlocks ranked && ranked.blocks().size() >= place
                        ? ranked.blocks().get(place - 1) : "")
                .orElse("");
    }

    /** What was typed with an option that asks for a text, also when that is not chosen now. */
    public String text(String option) {
        String typed = answer
                .map(given -> given instanceof Answer.Chosen chosen && chosen.options().contains(option) ? chosen.textOf(option) : "")
                .orElse("");
        return typed.isEmpty() ? String.join("", aside.values(textField(option))) : typed;
    }

    /** The name of the field for that text. */
    public String textField(String option) {
        return AnswerForm.textField(question, option);
    }

    /** The stages that the ambition can be, from the chosen one; all that there are while none is chosen. */
    public List<Stage> targets() {
        if (!(question instanceof Question.Ambition ambition)) {
            return List.of();
        }
        return stage.map(from -> ambition.targetsFrom(from.id(), questionnaire.scale()))
                .orElseGet(() -> questionnaire.scale().stages().stream().filter(one -> ambition.grow().containsKey(one.id())).toList());
    }

    /** Whether one of some choices is made that cannot be unmade by pressing it again. */
    public boolean canBeCleared() {
        return question instanceof Question.Placement || question instanceof Question.Ambition || question instanceof Question.SingleChoice
                || question instanceof Question.BlockSelection selection && selection.hasTwoWays();
    }

    /** The answer that is shown, in words. */
    public List<String> lines() {
        return lines(answer, aside);
    }

    private List<String> lines(Optional<Answer> given, Aside beside) {
        return Stream
                .concat(AnswerText.lines(questionnaire, question, given).stream(),
                        beside.texts().stream().map(text -> "niet gekozen, wel getypt: " + text))
                .toList();
    }

    /** A sentence that helps to answer; empty when there is none. */
    public String hint() {
        return question.hint().isEmpty() && question instanceof Question.MultipleChoice ? "Meer dan één antwoord is mogelijk."
                : question.hint();
    }

    /** Why it was not kept, as a person reads it; empty when it was. */
    public String sentences() {
        return problems.stream().map(AnswerProblem::sentence).collect(Collectors.joining(" "));
    }

    /** How it stands with what is shown. */
    public SavedState state() {
        if (conflict.isPresent()) {
            return SavedState.conflict;
        }
        return !problems.isEmpty() ? SavedState.refused : revision > 0 ? SavedState.saved : SavedState.empty;
    }

    /** Whether what is shown was not kept. */
    public boolean isUnsaved() {
        return !problems.isEmpty() || conflict.isPresent();
    }

    /** The names of the fields that hold what cannot be kept, with spaces between; empty when there are none. */
    public String invalidFields() {
        return problems.stream().map(problem -> id() + "." + problem.field()).distinct().collect(Collectors.joining(" "));
    }

    public boolean isInvalid(String field) {
        return problems.stream().anyMatch(problem -> problem.field().equals(field));
    }

    public String id() {
        return question.id();
    }
}
