package be.zelfscan.export;

import be.zelfscan.export.ExportColumn.Kind;
import be.zelfscan.question.Answer;
import be.zelfscan.question.Part;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Cluster;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.GivenAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sheet with one row per answer; its columns are the same for every questionnaire. */
final class AnswerSheet {
    static final String NAME = "Antwoorden";

    private AnswerSheet() {}

    /**
     * One answer of one centre; of a table, what stands in one of its cells.
     *
     * @param cell where it stands in a table; empty for all other answers
     * @param given what stands there; the note of a table is a row of its own
     */
    record Row(CentreInRound centre, CentreInRound.Sent sent, String section, Question question, Optional<TableCell> cell,
            GivenAnswer given) {

        /**
         * Where an answer stands in a table.
         *
         * @param row from 1
         */
        record TableCell(int row, Question column) {}

        Questionnaire questionnaire() {
            return sent.questionnaire();
        }

        /** What was answered: the question, or the column of a table. */
        Question answered() {
            return cell.map(TableCell::column).orElse(question);
        }

        /** Everything that a centre answered, in the order of the instrument; nothing when it sent nothing. */
        static Stream<Row> of(CentreInRound centre) {
            return centre.sent().stream().flatMap(sent -> sent.questionnaire().sections().stream()
                    .flatMap(section -> section.questions().stream()
                            .map(question -> new Row(centre, sent, section.id(), question, Optional.empty(),
                                    sent.answers().at(section.id(), question.id())))))
                    .filter(row -> row.given().answer().isPresent() || !row.given().note().isEmpty()).flatMap(Row::cells);
        }

        private Stream<Row> cells() {
            if (!(given.answer().orElse(null) instanceof Answer.Rows rows)) {
                return Stream.of(this);
            }
            Stream<Row> cells = IntStream.range(0, rows.rows().size()).boxed().flatMap(i -> question.type().cells(question).stream()
                    .flatMap(column -> Stream.ofNullable(rows.rows().get(i).cells().get(column.id()))
                            .map(answer -> with(new TableCell(i + 1, column), answer))));
            return given.note().isEmpty() ? cells : Stream.concat(Stream.of(withNoteOnly()), cells);
        }

        private Row with(TableCell place, Answer answer) {
            return new Row(centre, sent, section, question, Optional.of(place), given(Optional.of(answer), ""));
        }

        private Row withNoteOnly() {
            return new Row(centre, sent, section, question, Optional.empty(), given(Optional.empty(), given.note()));
        }

        private GivenAnswer given(Optional<Answer> answer, String note) {
            return new GivenAnswer(section, question.id(), given.revision(), answer, note, given.by(), given.at());
        }
    }

    static List<ExportColumn<Row>> columns() {
        List<ExportColumn<Row>> columns = new ArrayList<>(CentreInRound.columns(Row::centre));
        columns.add(ExportColumn.fixed("rubriek", Kind.text, "Rubriek waarin het deel van de vragenlijst staat",
                "de vragen op het einde horen bij geen rubriek",
                row -> ExportCell.of(row.questionnaire().clusterOf(row.section()).map(Cluster::title).orElse(""))));
        columns.add(ExportColumn.fixed("deel_id", Kind.code, "Code van het deel van de vragenlijst", "",
                row -> ExportCell.of(row.section())));
        columns.add(ExportColumn.fixed("deel", Kind.text, "Titel van het deel van de vragenlijst", "",
                row -> ExportCell.of(row.questionnaire().sectionTitle(row.section()))));
        columns.add(ExportColumn.fixed("vraag_id", Kind.code, "Code van de vraag, dezelfde in elk deel", "",
                row -> ExportCell.of(row.question().id())));
        columns.add(
                ExportColumn.fixed("vraag", Kind.text, "Korte naam van de vraag; de volle tekst staat hieronder bij werkblad Centra", "",
                        row -> ExportCell.of(row.question().shortLabel())));
        columns.add(cell("rij", Kind.number, "Nummer van de rij in een tabel", place -> ExportCell.of(place.row())));
        columns.add(cell("kolom_id", Kind.code, "Code van de kolom in een tabel", place -> ExportCell.of(place.column().id())));
        columns.add(cell("kolom", Kind.text, "Korte naam van de kolom in een tabel", place -> ExportCell.of(place.column().shortLabel())));
        columns.add(answer("antwoord_codes", Kind.codes,
                "Code van het antwoord; bij meer keuzes alle codes, bij een volgorde de belangrijkste eerst. Welke codes er zijn, "
                        + "staat hieronder bij werkblad Centra",
                "er is alleen een toelichting, of het antwoord is een tekst, een getal of een datum",
                row -> given -> ExportCell.of(parts(row, given, Part::code))));
        columns.add(answer("antwoord", Kind.names, "Hetzelfde in de woorden van de vragenlijst",
                "er is alleen een toelichting, of het antwoord is een tekst",
                row -> given -> ExportCell.of(parts(row, given, Part::label))));
        columns.add(
                answer("eigen_tekst", Kind.text, "Wat het centrum intypte bij een keuze die om een tekst vraagt, of als antwoord", "geen",
                        row -> given -> ExportCell.of(String.join("; ", parts(row, given, Part::typed)))));
        columns.add(answer("overwogen_codes", Kind.codes, "Bij ‘nog niet’: de codes van de delen waaraan het centrum denkt", "geen",
                row -> given -> ExportCell.of(all(row, given).stream().filter(part -> !part.isMain()).map(Part::code).toList())));
        columns.add(ExportColumn.fixed("toelichting", Kind.text, "Toelichting bij het antwoord", "geen, of gewist na de bewaartermijn",
                row -> ExportCell.of(row.given().note())));
        return columns;
    }

    private static ExportColumn<Row> cell(String name, Kind kind, String sentence, Function<Row.TableCell, ExportCell> value) {
        return ExportColumn.fixed(name, kind, sentence, "het antwoord staat niet in een tabel",
                row -> row.cell().map(value).orElse(ExportCell.EMPTY));
    }

    private static List<Part> all(Row row, Answer answer) {
        return row.answered().parts(answer, row.questionnaire());
    }

    /** What there is of each part of the answer itself. */
    private static List<String> parts(Row row, Answer answer, Function<Part, String> what) {
        return all(row, answer).stream().filter(Part::isMain).map(what).filter(one -> !one.isEmpty()).toList();
    }

    private static ExportColumn<Row> answer(String name, Kind kind, String sentence, String missing,
            Function<Row, Function<Answer, ExportCell>> value) {
        return ExportColumn.fixed(name, kind, sentence, missing,
                row -> row.given().answer().map(value.apply(row)).orElse(ExportCell.EMPTY));
    }
}
