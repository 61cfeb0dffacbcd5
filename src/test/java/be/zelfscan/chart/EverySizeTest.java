package be.zelfscan.chart;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.chart.DataChart.Layer;
import be.zelfscan.comparison.ComparedCharts;
import be.zelfscan.comparison.MadeUp;
import be.zelfscan.comparison.SchoolGroupComparison;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.support.Sizes;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every chart of instruments with two to nine stages and one to sixty blocks, as a whole and over the pages of a document. */
class EverySizeTest {
    private static final double FIRST = 470;
    private static final double OTHERS = 640;
    private static final Fonts FONTS = new Fonts();

    static Stream<Questionnaire> instruments() {
        return Stream.concat(IntStream.rangeClosed(2, 9).mapToObj(stages -> Sizes.of(stages, 2, 4, 44, true)), Sizes.all().stream());
    }

    private static SchoolGroupComparison.Compared beside(Questionnaire questionnaire) {
        return new MadeUp(questionnaire, 31).beside(IntStream.rangeClosed(1, 8).mapToObj(number -> "Centrum " + number).toList(),
                List.of("Centrum dat wacht"), true);
    }

    private static DataChart profile(Questionnaire questionnaire) {
        int stages = questionnaire.stages().size();
        List<RowCluster<DataChart.Row>> clusters = questionnaire.clusters().stream()
                .map(cluster -> new RowCluster<>(cluster.title(), cluster.blocks().stream()
                        .map(block -> DataCharts.row(block.title(), block.title().length() % stages, DataCharts.to(stages - 1), "", "", 1,
                                true, true, Optional.empty()))
                        .toList()))
                .toList();
        return new DataChart(questionnaire.title(), questionnaire.words(), "Centrum Noord", "Najaar 2026", Optional.empty(), "Versie 1",
                questionnaire.disclaimer(), Optional.of("1"), ComparedCharts.stages(questionnaire),
                ComparedCharts.categories(questionnaire),
                clusters, Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void everyChartCanBeReadAsAWholeAndOverPages(Questionnaire questionnaire) throws Exception {
        Charts charts = DataCharts.charts();
        SchoolGroupComparison.Compared beside = beside(questionnaire);
        canBeRead(charts.dataChart().without(Layer.HEADER), profile(questionnaire));
        canBeRead(charts.matrix().withoutHeader(), ComparedCharts.matrix(questionnaire, "Groep", "Najaar", beside.centres()));
        canBeRead(charts.distribution().withoutHeader(), ComparedCharts.distribution(questionnaire, "Najaar",
                Map.of("het hele net", Optional.of(beside.figures())), 5));
        canBeRead(charts.categories().withoutHeader(), ComparedCharts.categories(questionnaire, "Groep", "Najaar", beside.figures()));
    }

    private static <C extends BlockChart<C>> void canBeRead(ChartDrawing<C> drawing, C chart) throws Exception {
        canBeRead(drawing.svg(chart), drawing.width(), drawing.height(chart), 7.5);
        List<Object> rows = new ArrayList<>();
        List<C> pages = drawing.pages(chart, FIRST, OTHERS);
        for (int page = 0; page < pages.size(); page++) {
            ChartDrawing<C> fitted = drawing.within(page == 0 ? FIRST : OTHERS);
            C part = pages.get(page);
            assertThat(fitted.height(part)).isLessThanOrEqualTo(page == 0 ? FIRST : OTHERS);
            canBeRead(fitted.svg(part), fitted.width(), fitted.height(part), 7.5);
            part.clusters().forEach(cluster -> rows.addAll(cluster.rows()));
        }
        assertThat(rows).isEqualTo(chart.clusters().stream().flatMap(cluster -> cluster.rows().stream()).toList());
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void onAPhoneTheNameStandsWholeAboveItsStrip(Questionnaire questionnaire) throws Exception {
        DataChart chart = profile(questionnaire);
        DataChartDrawing phone = DataCharts.drawing().onPhone();
        canBeRead(phone.svg(chart), phone.width(), phone.height(chart), 7.5);
        List<SvgPicture.Text> texts = new SvgPicture(phone.svg(chart)).levelTexts();
        String all = String.join(" ", texts.stream().map(SvgPicture.Text::content).toList());
        questionnaire.blocks().forEach(block -> assertThat(all).contains(block.title()));
        assertThat(texts).noneMatch(text -> text.content().endsWith("…"));
    }

    /** Nothing is too small, touches another text or leaves the sheet. */
    private static void canBeRead(String svg, double width, double height, double smallest) throws Exception {
        SvgPicture picture = new SvgPicture(svg);
        assertThat(picture.texts()).allSatisfy(text -> assertThat(text.size()).isGreaterThanOrEqualTo(smallest));
        Rectangle2D sheet = new Rectangle2D.Double(-0.1, -0.1, width + 0.2, height + 0.2);
        List<SvgPicture.Text> texts = picture.levelTexts();
        for (int index = 0; index < texts.size(); index++) {
            Rectangle2D box = texts.get(index).box(FONTS);
            assertThat(sheet.contains(box)).as(texts.get(index).content()).isTrue();
            for (SvgPicture.Text other : texts.subList(0, index)) {
                assertThat(box.intersects(other.box(FONTS))).as(texts.get(index).content() + " and " + other.content()).isFalse();
            }
        }
    }
}
