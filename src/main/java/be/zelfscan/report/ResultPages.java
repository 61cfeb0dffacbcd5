package be.zelfscan.report;

import be.zelfscan.chart.DataChartDrawing;
import be.zelfscan.chart.DataTable;
import be.zelfscan.chart.Layer;
import be.zelfscan.web.Shell;
import java.util.List;
import java.util.UUID;

/** What the page with the result and the mail about it show; the templates of {@code src/main/jte/report} take these. */
public final class ResultPages {
    private ResultPages() {}

    /**
     * The result.
     *
     * @param svg the datagrafiek, an element that can stand in a page
     * @param table the same data in words
     * @param mails how far each mail about it is
     * @param comparison address of the comparison of its round; empty while there is none for this person
     */
    public record Result(Shell shell, ScanResult result, String svg, DataTable table, List<String> mails, String comparison) {
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
    public record SentMail(String name, ScanResult result, String link, String use) {}

    /** The datagrafiek as it stands in the page, which says itself what the stages are not and compares with nobody. */
    static DataChartDrawing drawing(DataChartDrawing drawing) {
        return drawing.without(Layer.STATEMENT).without(Layer.COMPARISON);
    }

    static String address(UUID sentId) {
        return "/resultaat/" + sentId;
    }
}
