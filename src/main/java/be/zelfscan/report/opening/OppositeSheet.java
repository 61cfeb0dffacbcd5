package be.zelfscan.report.opening;

import be.zelfscan.chart.DataChartSvg;
import be.zelfscan.chart.DataChartText;
import be.zelfscan.chart.Layer;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.report.ScanResult;
import be.zelfscan.web.Shell;
import jakarta.inject.Singleton;
import java.util.List;

/** Puts two results opposite each other on a page, whoever looks at it. Thread-safe. */
@Singleton
class OppositeSheet {
    private final DataChartSvg svg;
    private final DataChartText words;

    OppositeSheet(DataChartSvg svg, DataChartText words) {
        // The same layers for both, so that the two drawings lie over each other to the point.
        this.svg = svg.without(Layer.STATEMENT).without(Layer.COMPARISON).without(Layer.EARLIER);
        this.words = words;
    }

    /** @param ownName by what the first is called above its answers, such as "Jullie" */
    OppositePages.Opposite page(Shell shell, Questionnaire questionnaire, OppositeView view, String ownName, List<String> about,
            OppositePages.Back back) {
        return new OppositePages.Opposite(shell, view.own().sent().roundTitle(), side(view.own(), "eigen"), side(view.other(), "ander"),
                ownName,
                about, view.differing(), view.same(), view.groups(), view.closing(), questionnaire.disclaimer(), back);
    }

    private OppositePages.Side side(ScanResult result, String id) {
        return new OppositePages.Side(result.sent().centreName(), svg.render(result.chart(), "datagrafiek-" + id),
                words.table(result.chart()));
    }
}
