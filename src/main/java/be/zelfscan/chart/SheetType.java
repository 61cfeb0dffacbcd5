package be.zelfscan.chart;

import be.zelfscan.chart.ChartDefinition.Style;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The type of each kind of text in the charts of many centres.
 *
 * @param families for style sheets, the bundled one first and a generic one last
 * @param group whose centres these are, in the header
 * @param column names of columns
 * @param detail what stands smaller under the name of a column
 * @param value in a cell or beside a mark
 * @param strong the same, where it stands out
 * @param end at the end of a row
 */
@Serdeable
public record SheetType(
        List<String> families,
        Style heading,
        Style instrument,
        Style group,
        Style round,
        Style column,
        Style detail,
        Style cluster,
        Style block,
        Style value,
        Style strong,
        Style end,
        Style legend,
        Style note) {

    public SheetType {
        families = families == null ? null : List.copyOf(families);
    }
}
