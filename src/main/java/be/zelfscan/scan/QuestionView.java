package be.zelfscan.scan;

import be.zelfscan.question.Answer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Fields;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Templates;
import gg.jte.Content;
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
 * @param section in which it is asked
 * @param isAsked whether it is asked by what was answered to others; one that is not is on the page, unseen, until it is
 * @param revision the revision that what is shown was made from; never one whose content the page did not show
 * @param answer to show
 * @param note to show
 * @param aside what the question holds beside the answer, to show where it belongs
 * @param savedAt when it was saved, as a sentence goes on with it; empty when it was not
 * @param problems why it was not kept
 * @param conflict what somebody else answered meanwhile
 * @param askedAgain a sentence that says why it is asked again; empty otherwise
 * @param asked what is answered to the other questions of the section
 * @param room how many rows of a table somebody asked for; 0 for as many as usual
 * @param earlier what was answered in an earlier round, to show beside it
 */
public record QuestionView(Questionnaire questionnaire, Question question, String label, String address, Section section, boolean isAsked,
        int revision,
        Optional<Answer> answer, String note, Aside aside, String savedAt, List<AnswerProblem> problems, Optional<Conflict> conflict,
        String askedAgain,
        Asked asked, LocalDate today, Templates templates, int room, Optional<EarlierScan.EarlierAnswer> earlier) {

    /** What is wrong with a cell, as the cell itself knows its fields. */
    private record OfCell(AnswerProblem problem, String field) implements AnswerProblem {
        @Override
        public String sentence() {
            return problem.sentence();
        }
    }

    /**
     * What was answered meanwhile, in words.
     *
     * @param own whether the same person did it, on another page
     * @param hasTwoTexts whether both typed something else, so that one text can stand after the other
     */
    public record Conflict(String by, boolean own, String at, List<String> lines, String note, int revision, boolean hasTwoTexts) {
        /** What happened, as a sentence. */
        public String sentence() {
            return (own ? "Je schreef hier intussen zelf iets anders, in een ander tabblad." : "Intussen antwoordde " + by + " hier ook.")
                    + " Welk antwoord houden jullie?";
        }
    }

    public static QuestionView of(ScanState state, String section, Question question, Templates templates) {
        Questionnaire questionnaire = state.questionnaire();
        GivenAnswer given = state.answers().at(section, question.id());
        Section content = questionnaire.section(section).orElseThrow();
        Asked asked = state.answers().asked(questionnaire, section);
        String label = question.labelFor(content.title());
        return new QuestionView(questionnaire, question, label, state.address().section(section), content,
                state.progress().visible().isAsked(section, question.id()), given.revision(),
                given.answer(), given.note(),
                given.aside(),
                given.revision() == 0 ? "" : BelgianDutch.moment(given.at(), state.today()), List.of(), Optional.empty(),
                given.answer().flatMap(answer -> question.askedAgain(answer, asked)).orElse(""), asked, state.today(), templates,
                0, Optional.empty());
    }

    /** The same question after a write: with what became of it. */
    QuestionView after(SaveAnswers.Result result) {
        return switch (result) {
            case SaveAnswers.Result.Kept kept -> this;
            case SaveAnswers.Result.Newer newer -> this;
            case SaveAnswers.Result.Merged merged -> this;
            case SaveAnswers.Result.Refused refused ->
                with(refused.base(), refused.answer(), refused.note(), refused.aside(), refused.problems(), Optional.empty());
            case SaveAnswers.Result.Stale stale ->
                with(stale.base(), stale.answer(), stale.note(), stale.aside(), List.of(),
                        Optional.of(conflict(stale)));
        };
    }

    private Conflict conflict(SaveAnswers.Result.Stale stale) {
        GivenAnswer theirs = stale.theirs();
        boolean twoTexts = areTwo(stale.note(), theirs.note()) || areTwo(written(stale.answer()), written(theirs.answer()));
        return new Conflict(theirs.by(), stale.own(), BelgianDutch.moment(theirs.at(), today), lines(theirs.answer(), theirs.aside()),
                theirs.note(), theirs.revision(), twoTexts);
    }

    private static boolean areTwo(String one, String other) {
        return !one.isBlank() && !other.isBlank() && !one.equals(other);
    }

    private static String written(Optional<Answer> given) {
        return given.map(one -> one instanceof Answer.Written written ? written.text() : "").orElse("");
    }

    private QuestionView with(int base, Optional<Answer> shown, String shownNote, Aside shownAside, List<AnswerProblem> found,
            Optional<Conflict> other) {
        return new QuestionView(questionnaire, question, label, address, section, isAsked, base, shown, shownNote, shownAside, savedAt,
                found, other,
                "", asked, today, templates, room, earlier);
    }

    /** The same with so many rows to fill in, of which those that nobody fills in are not kept. */
    public QuestionView withRoom(int rows) {
        return new QuestionView(questionnaire, question, label, address, section, isAsked, revision, answer, note, aside, savedAt, problems,
                conflict,
                askedAgain, asked, today, templates, rows, earlier);
    }

    /** The same with what was answered to it in an earlier round. */
    QuestionView beside(Optional<EarlierScan> scan) {
        return new QuestionView(questionnaire, question, label, address, section, isAsked, revision, answer, note, aside, savedAt, problems,
                conflict,
                askedAgain, asked, today, templates, room, scan.flatMap(one -> one.answer(section.id(), question)));
    }

    /** A cell of a table: the question that is its column, with what stands there. */
    public QuestionView cell(String row, Question column) {
        String place = row + "." + column.id();
        Optional<Answer> given = shown().flatMap(one -> one instanceof Answer.Rows rows
                ? rows.rows().stream().filter(each -> each.key().equals(row)).findFirst().map(each -> each.cells().get(column.id()))
                : Optional.empty());
        List<AnswerProblem> here = problems.stream().filter(problem -> problem.field().startsWith(place + "."))
                .<AnswerProblem>map(problem -> new OfCell(problem, problem.field().substring(place.length() + 1))).toList();
        return new QuestionView(questionnaire, column.called(id() + "." + place), column.labelFor(section.title()),
                address,
                section, isAsked, revision, given, "", aside.within(place), "", here, Optional.empty(), "", asked, today, templates, 0,
                Optional.empty());
    }

    /** What one answers with: the template of the question's type. */
    public Content control() {
        return templates.part("question/" + question.type().id(), this);
    }

    /** Whether the question was left open on purpose. */
    public boolean isLeftOpen() {
        return answer.filter(given -> given instanceof Answer.NotDiscussed).isPresent();
    }

    /** The answer that the control shows: of a question that was left open, the one that stands beside that. */
    public Optional<Answer> shown() {
        return question.shown(answer, aside.fields());
    }

    /** Whether the answer that is shown is a text. */
    public boolean isWritten() {
        return answer.filter(given -> given instanceof Answer.Written).isPresent();
    }

    /** What is typed as the answer, or cannot be read as one. */
    public String typed() {
        return shown().map(given -> String.join("", question.fields(given).getOrDefault(Fields.TEXT, List.of()))).orElse("").replace("\r\n",
                "\n");
    }

    /** Whether this choice is in the answer that is shown, or beside it. */
    public boolean isChosen(String choice) {
        return codes().contains(choice) || aside.values(Fields.CHOICE).contains(choice);
    }

    /** Whether this choice was made in the earlier round that is shown beside it. */
    public boolean isEarlier(String choice) {
        return earlier.filter(before -> before.isChosen(choice)).isPresent();
    }

    private List<String> codes() {
        return shown().map(given -> given instanceof Answer.Coded coded ? coded.codes() : List.<String>of()).orElse(List.of());
    }

    /** What was typed with an option that asks for a text, also when that is not chosen now. */
    public String text(String option, String field) {
        String typed = shown()
                .map(given -> given instanceof Answer.Coded coded && coded.codes().contains(option) ? coded.textOf(option) : "")
                .orElse("");
        return typed.isEmpty() ? String.join("", aside.values(field)) : typed;
    }

    /** Whether one of some choices is made that cannot be unmade by pressing it again. */
    public boolean canBeCleared() {
        return question.type().canBeCleared(question);
    }

    /** The answer that is shown, in words. */
    public List<String> lines() {
        return lines(answer, aside);
    }

    private List<String> lines(Optional<Answer> given, Aside beside) {
        return Stream
                .concat(question.lines(given, questionnaire).stream(),
                        beside.texts().stream().map(text -> "niet gekozen, wel getypt: " + text))
                .toList();
    }

    /** A sentence that helps to answer; empty when there is none. */
    public String hint() {
        return question.help();
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
