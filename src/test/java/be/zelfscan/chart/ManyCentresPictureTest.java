package be.zelfscan.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What all charts of many centres owe to a page and to a sheet of paper. */
class ManyCentresPictureTest {
    private static final String HOSTILE = "<script>alert('x')</script> \" onload=\"alert(1) & 'CLB'";

    private static final int HEADER_TEXTS = 4;

    private final Fonts fonts = new Fonts();

    /** A chart, rendered with and without its header, with what belongs to it. */
    record Example(String name, String svg, String bare, double height, double bareHeight, String summary, List<String> rows) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Example> examples() {
        List<DataChart.ChartStage> five = DataCharts.scale(5, 1, 1, "Blok").stages();
        MatrixDrawing matrices = ManyCentres.matrixDrawing();
        DistributionDrawing distributions = ManyCentres.distributionDrawing();
        CategoryDrawing categories = ManyCentres.categoryDrawing();
        return Stream.of(
                Stream.concat(IntStream.of(1, 2, 5, 14, 25).mapToObj(ManyCentres::matrix),
                        Stream.of(ManyCentres.matrix(25).pages(9).get(1)))
                        .map(chart -> example(chart, matrices, matrices.withoutHeader(), new MatrixText())),
                Stream.of(ManyCentres.distribution(),
                        ManyCentres.distribution(five, List.of("GO!", ManyCentres.LONG, "Demostroom", "Heuvels"),
                                (row, group) -> group == 2 ? new DistributionChart.Bar.TooFew(5) : ManyCentres.counts(1, 0, 7, 6, group)))
                        .map(chart -> example(chart, distributions, distributions.withoutHeader(), new DistributionText())),
                IntStream.of(1, 14, 25).mapToObj(ManyCentres::categories)
                        .map(chart -> example(chart, categories, categories.withoutHeader(), new CategoryText())))
                .flatMap(each -> each);
    }

    private static <C extends BlockChart<C>> Example example(C chart, ChartDrawing<C> whole, ChartDrawing<C> bare, ChartText<C, ?> text) {
        return new Example(text.name(chart), whole.svg(chart), bare.svg(chart), whole.height(chart), bare.height(chart),
                text.summary(chart),
                text.rows(chart));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itIsAnImageWithANameATextAlternativeAndASentenceForEachRow(Example example) throws Exception {
        SvgPicture picture = new SvgPicture(example.svg());
        assertThat(picture.root().getAttribute("role")).isEqualTo("img");
        Element description = picture.elements("desc").getFirst();
        assertThat(picture.root().getAttribute("aria-describedby")).isEqualTo(description.getAttribute("id"));
        assertThat(description.getTextContent()).isEqualTo(example.summary());
        assertThat(picture.elements("title").stream().map(Element::getTextContent)).containsAll(example.rows()).hasSize(12);
        assertThat(picture.ids()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aStrictPolicyHasNothingToForbid(Example example) {
        assertThat(example.svg()).doesNotContainIgnoringCase("style").doesNotContainIgnoringCase("script").doesNotContain("href")
                .doesNotContain("url(");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itFitsOnOnePageAndLevelTextsTouchNoOther(Example example) throws Exception {
        assertThat(example.height()).isLessThan(730.01);
        assertThat(new SvgPicture(example.svg()).texts()).allSatisfy(text -> assertThat(text.size()).isGreaterThanOrEqualTo(7.5));
        List<SvgPicture.Text> texts = new SvgPicture(example.svg()).levelTexts();
        Rectangle2D sheet = new Rectangle2D.Double(-0.1, -0.1, 523.2, example.height() + 0.2);
        List<Rectangle2D> boxes = texts.stream().map(text -> text.box(fonts)).toList();
        for (int index = 0; index < texts.size(); index++) {
            assertThat(sheet.contains(boxes.get(index))).as(texts.get(index).content()).isTrue();
            for (int other = 0; other < index; other++) {
                if (boxes.get(index).intersects(boxes.get(other))) {
                    fail(texts.get(index).content() + " touches " + texts.get(other).content());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void withoutItsHeaderItOnlyMovesUp(Example example) throws Exception {
        assertThat(example.bareHeight()).isCloseTo(example.height() - 53, within(0.001));
        List<SvgPicture.Text> bare = new SvgPicture(example.bare()).levelTexts();
        List<SvgPicture.Text> whole = new SvgPicture(example.svg()).levelTexts();
        List<SvgPicture.Text> rest = whole.subList(HEADER_TEXTS, whole.size());
        assertThat(bare).hasSameSizeAs(rest);
        for (int index = 0; index < bare.size(); index++) {
            SvgPicture.Text text = bare.get(index);
            assertThat(rest.get(index).content()).isEqualTo(text.content());
            assertThat(rest.get(index).x()).isCloseTo(text.x(), within(0.02));
            assertThat(rest.get(index).y()).isCloseTo(text.y() + 53, within(0.02));
        }
    }

    @Test
    void whatStandsInARowOfTwoChartsOfOneInstrumentStandsAtTheSameHeight() throws Exception {
        MatrixChart one = ManyCentres.matrix(5);
        MatrixChart other = ManyCentres.matrix(5, (row, centre) -> MatrixChart.Cell.EMPTY);
        assertThat(new SvgPicture(ManyCentres.matrixDrawing().svg(other)).text("Preventie"))
                .isEqualTo(new SvgPicture(ManyCentres.matrixDrawing().svg(one)).text("Preventie"));
        assertThat(ManyCentres.matrixDrawing().height(other)).isEqualTo(ManyCentres.matrixDrawing().height(one));
    }

    @Test
    void namesWithMarkupStayText() throws Exception {
        MatrixChart named = new MatrixChart(HOSTILE, DataCharts.WORDS, HOSTILE, HOSTILE, DataCharts.FOUR_STAGES,
                List.of(new MatrixChart.CentreColumn(HOSTILE, true)),
                List.of(new RowCluster<>(HOSTILE, List.of(new MatrixChart.Row("b", HOSTILE, List.of(MatrixChart.Cell.of(0)))))));
        SvgPicture picture = new SvgPicture(ManyCentres.matrixDrawing().svg(named));
        assertThat(picture.elements("script")).isEmpty();
        assertThat(picture.elements("*")).noneMatch(element -> element.hasAttribute("onload"));
        assertThat(picture.elements("desc").getFirst().getTextContent()).contains(HOSTILE);
        assertThatThrownBy(() -> ManyCentres.matrixDrawing().svg(named, "a'b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void notAnsweredAndNotSentLookDifferentFromEachOtherAndFromTheFirstStage() {
        String first = ManyCentres.matrixDrawing().svg(ManyCentres.matrix(3, (row, centre) -> MatrixChart.Cell.of(0)));
        String open = ManyCentres.matrixDrawing().svg(ManyCentres.matrix(3, (row, centre) -> MatrixChart.Cell.EMPTY));
        String lightest = "fill=\"rgb(214,230,236)\"";
        assertThat(occurrences(first, lightest)).isEqualTo(33 + 1);
        assertThat(occurrences(open, lightest)).isEqualTo(1);
        assertThat(occurrences(open, "stroke-dasharray")).isEqualTo(33 + 1);
        assertThat(occurrences(ManyCentres.matrixDrawing().svg(ManyCentres.matrix(5)), "stroke-dasharray")).isEqualTo(1);
    }

    @Test
    void theStageStandsInEachCell() throws Exception {
        List<String> few = new SvgPicture(ManyCentres.matrixDrawing().svg(ManyCentres.matrix(2, (row, centre) -> MatrixChart.Cell.of(3))))
                .words();
        assertThat(few).filteredOn("Systematisch"::equals).hasSize(22 + 1);
        List<String> many = new SvgPicture(ManyCentres.matrixDrawing().svg(ManyCentres.matrix(25, (row, centre) -> MatrixChart.Cell.of(3))))
                .words();
        assertThat(many).filteredOn("S"::equals).hasSize(11 * 24 + 1);
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
