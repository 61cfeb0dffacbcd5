package be.zelfscan.export;

import be.zelfscan.export.Column.Kind;
import be.zelfscan.export.Column.Meaning;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import java.util.List;

/**
 * The columns that a question of a section has in the row of a centre: one with a code where one thing is chosen, one with 0 or 1 for each thing where several
 * can be. A cell is empty where the question was not answered, or not asked in the version that the centre answered; it says so where the question was not
 * asked because of what the centre answered before.
 */
final class QuestionColumns {
    static final String NOT_ASKED = "n.v.t.";
    private static final String NOT_ANSWERED = "niet verzonden, niet beantwoord, of niet gevraagd in de versie van deze rij";

    private final Questionnaire questionnaire;
    private final String section;
    private final Question question;

    QuestionColumns(Questionnaire questionnaire, String section, Question question) {
        this.questionnaire = questionnaire;
        this.section = section;
        this.question = question;
    }

    List<Column<CentreInRound>> all() {
        return question.columns(questionnaire).stream().map(this::column).toList();
    }

    private Column<CentreInRound> column(be.zelfscan.question.Column asked) {
        Meaning meaning = new Meaning(asked.sentence().replace(be.zelfscan.question.Column.TITLE, title()) + condition(),
                kind(asked.kind()),
                asked.codes(),
                question.labelFor(questionnaire.sectionTitle(section)), questionnaire.version(),
                asked.missing().isEmpty() ? NOT_ANSWERED : NOT_ANSWERED + ", of " + asked.missing());
        return new Column<>(section + "." + question.id() + asked.ending(), List.of(meaning),
                row -> row.sent().filter(sent -> isAsked(asked, sent.questionnaire())).map(sent -> cell(asked, sent)).orElse(Cell.EMPTY));
    }

    private Cell cell(be.zelfscan.question.Column asked, SentAnswers sent) {
        return !sent.visible().isAsked(section, question.id()) ? Cell.of(NOT_ASKED)
                : sent.answer(section, question.id()).map(answer -> cell(asked.value().apply(answer))).orElse(Cell.EMPTY);
    }

    private String condition() {
        return question.visibleWhen().map(condition -> ". Alleen gevraagd als " + condition.sentence(questionnaire, section)
                + "; anders staat er ‘" + NOT_ASKED + "’").orElse("");
    }

    private boolean isAsked(be.zelfscan.question.Column column, Questionnaire version) {
        return version.question(section, question.id())
                .filter(asked -> asked.type().equals(question.type()) && column.askedIn().test(version, asked)).isPresent();
    }

    private static Kind kind(be.zelfscan.question.Column.Kind kind) {
        return switch (kind) {
            case code -> Kind.code;
            case yes_or_no -> Kind.yes_or_no;
            case number -> Kind.number;
            case day -> Kind.day;
            case text -> Kind.text;
        };
    }

    private static Cell cell(be.zelfscan.question.Column.Value value) {
        return switch (value) {
            case be.zelfscan.question.Column.Value.Codes codes -> Cell.of(codes.codes());
            case be.zelfscan.question.Column.Value.Written written -> Cell.of(written.text());
            case be.zelfscan.question.Column.Value.YesOrNo yesOrNo -> Cell.of(yesOrNo.yes());
            case be.zelfscan.question.Column.Value.Counted counted -> new Cell.Number(counted.number());
            case be.zelfscan.question.Column.Value.Dated dated -> new Cell.Day(dated.day());
        };
    }

    private String title() {
        return questionnaire.sectionTitle(section) + ", " + question.shortLabel();
    }
}
