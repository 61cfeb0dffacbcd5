package be.zelfscan.chart;

import static be.zelfscan.chart.DataCharts.alone;
import static be.zelfscan.chart.DataCharts.north;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.chart.DataChart.Layer;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class DataChartSvgTest {
    private static final String HOSTILE = "<script>alert('x')</script> \" onload=\"alert(1) & 'CLB'";

    private final DataChartDrawing drawing = DataCharts.drawing();

    @Test
    void thePictureHoldsEveryLabel() throws Exception {
        DataChart chart = north();
        String words = String.join(" ", new SvgPicture(drawing.svg(chart)).words());
        assertThat(words).contains("Datagrafiek", chart.title(), chart.centre(), "Afname 2025–2026 · verzonden 14 oktober 2025",
                "Poolster-CLB, versie 2025 · zelfscan nr. 1", "verdeling van 13 centra", "GO!, afname 2025–2026", "geen waardeoordeel");
        assertThat(words).contains(chart.stages().stream().map(DataChart.ChartStage::label).toList());
        assertThat(words).contains(chart.clusters().stream().map(RowCluster::title).toList());
        assertThat(words).contains(chart.rows().stream().map(DataChart.Row::title).toList());
        assertThat(words).contains(chart.categories().stream().map(DataChart.Category::label).toList());
        assertThat(words).contains("vandaag", "ambitie", "dit aanhouden", "prioriteit", "inspirerende praktijk",
                "verschilt tussen deelgroepen", "hefboom",
                "knelpunt");
    }

    @Test
    void itIsAnImageWithANameAndATextAlternative() throws Exception {
        SvgPicture picture = new SvgPicture(drawing.svg(north()));
        Element root = picture.root();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("viewBox")).startsWith("0 0 523 ");
        assertThat(root.getAttribute("width")).isEqualTo("100%");
        Element title = picture.elements("title").getFirst();
        Element description = picture.elements("desc").getFirst();
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo(title.getAttribute("id"));
        assertThat(root.getAttribute("aria-describedby")).isEqualTo(description.getAttribute("id"));
        assertThat(description.getTextContent()).isEqualTo(new DataChartText().summary(north()));
        assertThat(picture.elements("title").stream().map(Element::getTextContent)).containsAll(new DataChartText().rows(north()));
    }

    @Test
    void textIsTextInTheBundledFamilyWithItsOwnSizeAndWeight() throws Exception {
        SvgPicture picture = new SvgPicture(drawing.svg(north()));
        assertThat(picture.root().getAttribute("font-family")).startsWith("Inter, ").endsWith("sans-serif");
        assertThat(picture.elements("text")).isNotEmpty().noneMatch(text -> text.hasAttribute("font-family"));
        assertThat(picture.text("Preventie").size()).isEqualTo(8.8);
        assertThat(picture.text("Preventie").weight()).isEqualTo(500);
        assertThat(picture.text("Datagrafiek").weight()).isEqualTo(700);
    }

    @Test
    void aStrictPolicyHasNothingToForbid() {
        assertThat(drawing.svg(north())).doesNotContainIgnoringCase("style=").doesNotContainIgnoringCase("<style")
                .doesNotContainIgnoringCase("<script")
                .doesNotContain("href").doesNotContain("url(");
    }

    @Test
    void aNameWithMarkupStaysText() throws Exception {
        DataChart chart = named(HOSTILE);
        SvgPicture picture = new SvgPicture(drawing.svg(chart));
        assertThat(picture.elements("script")).isEmpty();
        assertThat(picture.elements("*")).noneMatch(element -> element.hasAttribute("onload"));
        assertThat(picture.words()).contains(HOSTILE);
        assertThat(picture.elements("desc").getFirst().getTextContent()).contains(HOSTILE);
    }

    @Test
    void aNameWithSignsThatXmlForbidsIsStillWellFormed() throws Exception {
        assertThat(new SvgPicture(drawing.svg(named("Noord\u0000\u000b\ud83d en \uffff Zuid 🙂"))).words())
                .anyMatch(text -> text.startsWith("Noord"));
    }

    @Test
    void severalChartsCanStandInOnePage() throws Exception {
        List<String> one = new SvgPicture(drawing.svg(north(), "noord")).ids();
        List<String> other = new SvgPicture(drawing.svg(alone(north()), "zuid")).ids();
        assertThat(one).doesNotHaveDuplicates().doesNotContainAnyElementsOf(other);
        assertThat(new SvgPicture(drawing.svg(north())).ids())
                .doesNotContainAnyElementsOf(new SvgPicture(drawing.svg(alone(north()))).ids());
    }

    @Test
    void anIdThatIsNoIdIsRefused() {
        assertThatThrownBy(() -> drawing.svg(north(), "a'b")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("a'b");
    }

    static Stream<Arguments> layersAndWhatTheyWrite() {
        return Stream.of(Arguments.of(Layer.HEADER, "Datagrafiek"), Arguments.of(Layer.COMPARISON, "46%"),
                Arguments.of(Layer.AMBITION, "dit aanhouden"),
                Arguments.of(Layer.CONTEXT, "Hefbomen"), Arguments.of(Layer.CLOSING, "prioriteit"),
                Arguments.of(Layer.DIFFERENCES, "verschilt tussen deelgroepen"), Arguments.of(Layer.LEGEND, "vandaag"),
                Arguments.of(Layer.STATEMENT,
                        "Dit is een eigen inschaling. De stadia houden geen waardeoordeel in en zijn niet de ontwikkelingsschalen van de "
                                + "onderwijsinspectie."),
                Arguments.of(Layer.IDENTITY, "Poolster-CLB, versie 2025 · zelfscan nr. 1"));
    }

    @ParameterizedTest
    @MethodSource("layersAndWhatTheyWrite")
    void aLayerCanBeLeftOut(Layer layer, String word) throws Exception {
        SvgPicture whole = new SvgPicture(drawing.svg(north()));
        SvgPicture less = new SvgPicture(drawing.without(layer).svg(north()));
        assertThat(whole.words()).contains(word);
        assertThat(less.words()).doesNotContain(word).contains("Preventie", "Fragmentair");
    }

    @Test
    void theEarlierRoundIsAMarkOfItsOwnWithALineInTheLegend() throws Exception {
        DataChart followed = north().since("Afname 2022–2023", Map.of("Preventie", 3));
        assertThat(new SvgPicture(drawing.svg(followed)).words()).contains("Stadium in Afname 2022–2023.");
        assertThat(new SvgPicture(drawing.without(Layer.EARLIER).svg(followed)).words()).noneMatch(word -> word.contains("2022"));
        assertThat(DataCharts.drawing().height(followed)).isEqualTo(DataCharts.drawing().height(north()));
    }

    @Test
    void marksOfALayerGoWithIt() {
        assertThat(drawing.svg(north())).contains("rgb(180,84,10)");
        assertThat(drawing.without(Layer.CLOSING).svg(north())).doesNotContain("rgb(180,84,10)");
    }

    @Test
    void withoutAComparisonNothingSpeaksOfOne() throws Exception {
        assertThat(new SvgPicture(drawing.svg(alone(north()))).words())
                .noneMatch(word -> word.contains("%") || word.contains("vergelijkingsgroep"));
    }

    @Test
    void manyThreadsDrawTheSamePicture() throws Exception {
        String expected = drawing.svg(north());
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> tasks = Stream.generate(() -> (Callable<String>) () -> drawing.svg(north())).limit(32).toList();
            for (Future<String> result : pool.invokeAll(tasks)) {
                assertThat(result.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void thePictureInTheReadmeIsOfThisChart() throws Exception {
        assertThat(new SvgPicture(Files.readString(ExamplePicture.FILE)).words()).isEqualTo(new SvgPicture(drawing.svg(north())).words());
    }

    private static DataChart named(String centre) {
        return DataCharts.chart(centre, north().clusters());
    }
}
