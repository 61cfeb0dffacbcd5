package be.zelfscan.export;

import be.zelfscan.export.Column.Meaning;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The columns of the sheet with one row per centre; they follow from the versions of the questionnaire that were answered. */
final class CentreColumns {
    static final String SHEET = "Centra";

    private CentreColumns() {}

    /** @param versions in the order of their columns; what a later one shares with an earlier one stands in one column */
    static List<Column<CentreInRound>> of(Collection<Questionnaire> versions) {
        Map<String, Column<CentreInRound>> columns = new LinkedHashMap<>();
        fixed().forEach(column -> columns.put(column.name(), column));
        for (Questionnaire version : versions) {
            for (Section section : version.sections()) {
                for (Question question : section.questions()) {
                    new QuestionColumns(version, section.id(), question).all()
                            .forEach(column -> columns.merge(column.name(), column, CentreColumns::both));
                }
            }
        }
        return List.copyOf(columns.values());
    }

    private static List<Column<CentreInRound>> fixed() {
        List<Column<CentreInRound>> columns = new ArrayList<>(FixedColumns.of(centre -> centre));
        columns.add(FixedColumns.state());
        return columns;
    }

    private static Column<CentreInRound> both(Column<CentreInRound> first, Column<CentreInRound> other) {
        List<Meaning> meanings = Stream.concat(first.meanings().stream(), other.meanings().stream()).toList();
        return new Column<>(first.name(), meanings, first.value());
    }
}
