package be.zelfscan.report;

import be.zelfscan.chart.DataChartDrawing;
import be.zelfscan.chart.DataTable;
import be.zelfscan.chart.Layer;
import be.zelfscan.web.Shell;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the page with the result and the mail about it show; the templates of {@code src/main/jte/report} take these. */
public final class ResultPages {
    private ResultPages() {}

    /**
     * The datagrafiek.
     *
     * @param svg an element that can stand in a page
     * @param table the same data in words
     */
    public record Drawn(String svg, DataTable table) {}

    /**
     * The result.
     *
     * @param chart the datagrafiek; empty for an instrument that has none
     * @param mails how far each mail about it is
     * @param comparison address of the comparison of its round; empty while there is none for this person
     */
    public record Result(Shell shell, ScanResult result, Optional<Drawn> chart, List<String> mails, String comparison) {
        public String report() {
            return address(result.sent().id()) + "/rapport.pdf";
        }

        public String projector() {
            return address(result.sent().id()) + (shell.projector() ? "?weergave=gewoon" : "?weergave=projector");
        }
    }

    /**
     * The mail that says that the scan was sent.
     *
     * @param use what the report is good for to whoever gets it
     */
    public record SentMail(String name, ScanResult result, String link, String use) {
        /** What the report holds. */
        public String attached() {
            return "het overzicht van alle antwoorden" + (result.chart().isPresent() ? " en de datagrafiek" : "");
        }
    }

    /** The datagrafiek as it stands in the page, which says itself what the stages are not and compares with nobody. */
    static DataChartDrawing drawing(DataChartDrawing drawing) {
        return drawing.without(Layer.STATEMENT).without(Layer.COMPARISON);
    }

    static String address(UUID sentId) {
        return "/resultaat/" + sentId;
    }
}
