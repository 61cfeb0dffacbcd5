package be.zelfscan.export;

import be.zelfscan.export.ExportColumn.Kind;
import be.zelfscan.export.ExportColumn.Meaning;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every column of the other sheets means, made from those columns, and what was decided about them. */
final class Codebook {
    static final String NAME = "Codeboek";

    private static final List<String> AGREEMENTS = List.of(
            "Elk centrum telt één keer per ronde, met zijn nieuwste verzending. Werd een zelfscan opnieuw geopend en nog niet opnieuw "
                    + "verzonden, "
                    + "dan telt wat het centrum als laatste verzond.",
            "Werkblad Antwoorden heeft één rij per antwoord; van een tabel die het centrum invulde, één rij per ingevulde cel. Een vraag "
                    + "die niemand beantwoordde, heeft geen rij. Een centrum dat niets verzond, "
                    + "heeft er ook geen.",
            "Werkblad Centra heeft één rij per centrum en per ronde, ook voor een centrum dat niets verzond: dan is de stand ‘niet "
                    + "verzonden’ en "
                    + "zijn de cellen van zijn antwoorden leeg.",
            "Toelichtingen, en teksten bij een keuze, staan alleen in werkblad Antwoorden; die in een tabel ook in werkblad Centra, waar "
                    + "een tabel "
                    + "samen in één cel staat.",
            "In werkblad Centra staat ‘" + CentreSheet.NOT_ASKED
                    + "’ waar een vraag niet gesteld werd door wat het centrum vooraf antwoordde.",
            "Een lege cel is een ontbrekende waarde. Een 0 staat alleen waar de vraag beantwoord is en dit niet gekozen werd.",
            "De stappen van een schaal zijn geordend, maar de afstanden ertussen betekenen niets: reken er geen gemiddelden mee uit.",
            "Een tekst die met =, +, -, @, een tab of een nieuwe regel begint, ook na spaties, krijgt een apostrof ervoor, zodat een "
                    + "rekenblad er "
                    + "geen formule van maakt. Tekens die een werkboek niet kan bevatten, zijn vervangen door \uFFFD.",
            "Het CSV-bestand is UTF-8 met een merkteken vooraan (BOM), zodat Excel de letters goed leest; regels eindigen op CRLF (RFC "
                    + "4180).",
            "In XLSX past hoogstens 32.767 tekens in een cel. Een langere tekst eindigt daar op ‘… [ingekort]’; in CSV staat hij "
                    + "volledig.");

    private Codebook() {}

    /** A line of the codebook: the column of a sheet, or something that was decided. */
    record Line(String sheet, String column, Meaning meaning) {
        String codes() {
            return meaning.codes().entrySet().stream().map(code -> code.getKey() + " = " + code.getValue())
                    .collect(Collectors.joining("\n"));
        }
    }

    static Stream<Line> lines(List<ExportColumn<AnswerSheet.Row>> answers, List<ExportColumn<CentreInRound>> centres) {
        Stream<Line> agreements = AGREEMENTS.stream()
                .map(sentence -> new Line("Afspraken", "", new Meaning(sentence, Kind.text, Map.of(), "", "", "")));
        return Stream.of(of(AnswerSheet.NAME, answers), of(CentreSheet.NAME, centres), agreements).flatMap(lines -> lines);
    }

    private static <R> Stream<Line> of(String sheet, List<ExportColumn<R>> columns) {
        return columns.stream().flatMap(column -> column.meanings().stream().map(meaning -> new Line(sheet, column.name(), meaning)));
    }

    static List<ExportColumn<Line>> columns() {
        return List.of(column("werkblad", line -> line.sheet()), column("kolom", line -> line.column()),
                column("betekenis", line -> line.meaning().sentence()),
                column("soort", line -> line.column().isEmpty() ? "" : line.meaning().kind().label()),
                column("codes", Line::codes), column("vraag", line -> line.meaning().question()),
                column("vragenlijst_versie", line -> line.meaning().version()),
                column("lege_cel", line -> line.column().isEmpty() ? ""
                        : line.meaning().missing().isEmpty() ? "komt niet voor" : line.meaning().missing()));
    }

    private static ExportColumn<Line> column(String name, Function<Line, String> text) {
        return new ExportColumn<>(name, List.of(), line -> ExportCell.of(text.apply(line)));
    }
}
