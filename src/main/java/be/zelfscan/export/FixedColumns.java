package be.zelfscan.export;

import be.zelfscan.export.Column.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The columns that every sheet begins with: which round, which centre, what was sent, in which version. */
final class FixedColumns {
    static final String SENT = "verzonden";
    static final String NOT_SENT = "niet verzonden";

    private static final String NOTHING_SENT = "het centrum verzond niets in deze ronde";

    private FixedColumns() {}

    /** @param centre of a row */
    static <R> List<Column<R>> of(Function<R, CentreInRound> centre) {
        List<Column<R>> columns = new ArrayList<>();
        columns.add(Column.fixed("ronde", Kind.text, "Titel van de ronde", "", row -> Cell.of(centre.apply(row).round())));
        columns.add(Column.fixed("ronde_id", Kind.text, "Vaste sleutel van de ronde", "", row -> Cell.of(centre.apply(row).roundId())));
        columns.add(Column.fixed("centrum", Kind.text, "Naam van het centrum, zoals ze nu is", "",
                row -> Cell.of(centre.apply(row).centre())));
        columns.add(Column.fixed("centrum_id", Kind.text, "Vaste sleutel van het centrum", "",
                row -> Cell.of(centre.apply(row).centreId())));
        columns.add(Column.fixed("scholengroepen", Kind.names, "De scholengroepen waarvoor het centrum nu werkt, op naam", "geen",
                row -> Cell.of(centre.apply(row).schoolGroups())));
        columns.add(Column.fixed("verzending_nummer", Kind.number,
                "De hoeveelste verzending van deze zelfscan; alleen de nieuwste van elk centrum in een ronde staat hier", NOTHING_SENT,
                row -> centre.apply(row).sent().map(sent -> Cell.of(sent.number())).orElse(Cell.EMPTY)));
        columns.add(Column.fixed("verzending_id", Kind.text, "Vaste sleutel van deze verzending, dezelfde als in de API", NOTHING_SENT,
                row -> centre.apply(row).sent().map(sent -> Cell.of(sent.id())).orElse(Cell.EMPTY)));
        columns.add(Column.fixed("verzonden_op", Kind.moment, "Wanneer het centrum verzond", NOTHING_SENT,
                row -> centre.apply(row).sent().map(sent -> Cell.of(sent.at())).orElse(Cell.EMPTY)));
        columns.add(Column.fixed("vragenlijst", Kind.text, "Naam van de vragenlijst", "",
                row -> Cell.of(centre.apply(row).questionnaire().id())));
        columns.add(Column.fixed("vragenlijst_versie", Kind.text, "Versie van de vragenlijst waarop geantwoord is", "",
                row -> Cell.of(centre.apply(row).questionnaire().version())));
        return columns;
    }

    /** Whether the centre sent. */
    static Column<CentreInRound> state() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(SENT, "het centrum verzond");
        codes.put(NOT_SENT, "het centrum doet mee, maar verzond niets; de cellen van zijn antwoorden zijn leeg");
        return new Column<>("stand", List.of(new Column.Meaning("Of het centrum verzond", Kind.code, codes, "", "", "")),
                row -> Cell.of(row.sent().isPresent() ? SENT : NOT_SENT));
    }
}
