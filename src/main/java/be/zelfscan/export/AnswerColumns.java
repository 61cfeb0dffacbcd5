package be.zelfscan.export;

import be.zelfscan.export.Column.Kind;
import be.zelfscan.questionnaire.Cluster;
import be.zelfscan.question.Answer;
import be.zelfscan.question.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The columns of the sheet with one row per answer; they are the same for every questionnaire. */
final class AnswerColumns {
    static final String SHEET = "Antwoorden";

    private AnswerColumns() {}

    static List<Column<AnswerRow>> all() {
        List<Column<AnswerRow>> columns = new ArrayList<>(FixedColumns.of(AnswerRow::centre));
        columns.add(Column.fixed("rubriek", Kind.text, "Rubriek waarin het deel van de vragenlijst staat",
                "de vragen op het einde horen bij geen rubriek",
                row -> Cell.of(row.questionnaire().clusterOf(row.section()).map(Cluster::title).orElse(""))));
        columns.add(Column.fixed("deel_id", Kind.code, "Code van het deel van de vragenlijst", "",
                row -> Cell.of(row.section())));
        columns.add(Column.fixed("deel", Kind.text, "Titel van het deel van de vragenlijst", "",
                row -> Cell.of(row.questionnaire().sectionTitle(row.section()))));
        columns.add(Column.fixed("vraag_id", Kind.code, "Code van de vraag, dezelfde in elk deel", "",
                row -> Cell.of(row.question().id())));
        columns.add(Column.fixed("vraag", Kind.text, "Korte naam van de vraag; de volle tekst staat hieronder bij werkblad Centra", "",
                row -> Cell.of(row.question().shortLabel())));
        columns.add(cell("rij", Kind.number, "Nummer van de rij in een tabel", place -> Cell.of(place.row())));
        columns.add(cell("kolom_id", Kind.code, "Code van de kolom in een tabel", place -> Cell.of(place.column().id())));
        columns.add(cell("kolom", Kind.text, "Korte naam van de kolom in een tabel", place -> Cell.of(place.column().shortLabel())));
        columns.add(answer("antwoord_codes", Kind.codes,
                "Code van het antwoord; bij meer keuzes alle codes, bij een volgorde de belangrijkste eerst. Welke codes er zijn, "
                        + "staat hieronder bij werkblad Centra",
                "er is alleen een toelichting, of het antwoord is een tekst, een getal of een datum",
                row -> given -> Cell.of(parts(row, given, Part::code))));
        columns.add(answer("antwoord", Kind.names, "Hetzelfde in de woorden van de vragenlijst",
                "er is alleen een toelichting, of het antwoord is een tekst",
                row -> given -> Cell.of(parts(row, given, Part::label))));
        columns.add(
                answer("eigen_tekst", Kind.text, "Wat het centrum intypte bij een keuze die om een tekst vraagt, of als antwoord", "geen",
                        row -> given -> Cell.of(String.join("; ", parts(row, given, Part::typed)))));
        columns.add(answer("overwogen_codes", Kind.codes, "Bij ‘nog niet’: de codes van de delen waaraan het centrum denkt", "geen",
                row -> given -> Cell.of(all(row, given).stream().filter(part -> !part.isMain()).map(Part::code).toList())));
        columns.add(Column.fixed("toelichting", Kind.text, "Toelichting bij het antwoord", "geen, of gewist na de bewaartermijn",
                row -> Cell.of(row.given().note())));
        return columns;
    }

    private static Column<AnswerRow> cell(String name, Kind kind, String sentence, Function<AnswerRow.Cell, Cell> value) {
        return Column.fixed(name, kind, sentence, "het antwoord staat niet in een tabel", row -> row.cell().map(value).orElse(Cell.EMPTY));
    }

    private static List<Part> all(AnswerRow row, Answer answer) {
        return row.answered().parts(answer, row.questionnaire());
    }

    /** What there is of each part of the answer itself. */
    private static List<String> parts(AnswerRow row, Answer answer, Function<Part, String> what) {
        return all(row, answer).stream().filter(Part::isMain).map(what).filter(one -> !one.isEmpty()).toList();
    }

    private static Column<AnswerRow> answer(String name, Kind kind, String sentence, String missing,
            Function<AnswerRow, Function<Answer, Cell>> value) {
        return Column.fixed(name, kind, sentence, missing, row -> row.given().answer().map(value.apply(row)).orElse(Cell.EMPTY));
    }
}
