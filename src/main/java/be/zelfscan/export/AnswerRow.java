package be.zelfscan.export;

import be.zelfscan.question.Answer;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.GivenAnswer;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One answer of one centre; of a table, what stands in one of its cells.
 *
 * @param cell where it stands in a table; empty for all other answers
 * @param given what stands there; the note of a table is a row of its own
 */
record AnswerRow(CentreInRound centre, SentAnswers sent, String section, Question question, Optional<Cell> cell, GivenAnswer given) {

    /**
     * Where an answer stands in a table.
     *
     * @param row from 1
     */
    record Cell(int row, Question column) {}

    Questionnaire questionnaire() {
        return sent.questionnaire();
    }

    /** What was answered: the question, or the column of a table. */
    Question answered() {
        return cell.map(Cell::column).orElse(question);
    }

    /** Everything that a centre answered, in the order of the instrument; nothing when it sent nothing. */
    static Stream<AnswerRow> of(CentreInRound centre) {
        return centre.sent().stream().flatMap(sent -> sent.questionnaire().sections().stream()
                .flatMap(section -> section.questions().stream()
                        .map(question -> new AnswerRow(centre, sent, section.id(), question, Optional.empty(),
                                sent.answers().at(section.id(), question.id())))))
                .filter(row -> row.given().answer().isPresent() || !row.given().note().isEmpty()).flatMap(AnswerRow::cells);
    }

    private Stream<AnswerRow> cells() {
        if (!(given.answer().orElse(null) instanceof Answer.Rows rows)) {
            return Stream.of(this);
        }
        Stream<AnswerRow> cells = IntStream.range(0, rows.rows().size()).boxed().flatMap(i -> question.type().cells(question).stream()
                .flatMap(column -> Stream.ofNullable(rows.rows().get(i).cells().get(column.id()))
                        .map(answer -> with(new Cell(i + 1, column), answer))));
        return given.note().isEmpty() ? cells : Stream.concat(Stream.of(withNoteOnly()), cells);
    }

    private AnswerRow with(Cell place, Answer answer) {
        return new AnswerRow(centre, sent, section, question, Optional.of(place), given(Optional.of(answer), ""));
    }

    private AnswerRow withNoteOnly() {
        return new AnswerRow(centre, sent, section, question, Optional.empty(), given(Optional.empty(), given.note()));
    }

    private GivenAnswer given(Optional<Answer> answer, String note) {
        return new GivenAnswer(section, question.id(), given.revision(), answer, note, given.by(), given.at());
    }
}
