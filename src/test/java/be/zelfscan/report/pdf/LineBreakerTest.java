package be.zelfscan.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LineBreakerTest {
    private static LineBreaker breaker;

    @BeforeAll
    static void readFonts() {
        breaker = new LineBreaker(new ReportFonts());
    }

    @Test
    void linesBreakBetweenWordsAndNoneIsTooWide() {
        var lines = breaker.lines(Samples.SENTENCE.repeat(5), TypeStyle.BODY, 150);
        assertThat(lines).hasSizeGreaterThan(10).allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(150));
        assertThat(text(lines)).isEqualTo(Samples.SENTENCE.repeat(5));
        assertThat(lines.getFirst().runs().getLast().text()).endsWith(" ");
    }

    @Test
    void aWordWiderThanTheLineBreaksInside() {
        var lines = breaker.lines("voor " + "w".repeat(10_000) + " na", TypeStyle.BODY, 150);
        assertThat(lines).allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(150));
        assertThat(text(lines)).isEqualTo("voor " + "w".repeat(10_000) + " na");
    }

    @Test
    void newlinesAndEmptyLinesAreKept() {
        assertThat(breaker.lines("een\n\ntwee\n", TypeStyle.BODY, 150)).map(line -> text(List.of(line))).containsExactly("een", "", "twee",
                "");
    }

    @Test
    void whatIsBlankHasNoLines() {
        assertThat(breaker.lines(" \n\t", TypeStyle.BODY, 150)).isEmpty();
    }

    @Test
    void aSingleLineThatIsTooWideEndsInAnEllipsis() {
        var line = breaker.single(Samples.SENTENCE, TypeStyle.FURNITURE, 100);
        assertThat(line.width()).isLessThanOrEqualTo(100);
        assertThat(text(List.of(line))).startsWith("Het team").endsWith("…");
    }

    @Test
    void emojiComesFromTheFallbackFaceAndTheUnknownIsABoxThatKnowsWhatItStandsFor() {
        var runs = breaker.lines("a 😀 中", TypeStyle.BODY, 150).getFirst().runs();
        assertThat(runs).extracting(Line.Run::face).containsExactly(Typeface.REGULAR, Typeface.EMOJI, Typeface.REGULAR, Typeface.REGULAR);
        assertThat(runs.getLast().text()).isEqualTo("□");
        assertThat(runs.getLast().actual()).isEqualTo("中");
    }

    private static String text(List<Line> lines) {
        return lines.stream().flatMap(line -> line.runs().stream()).map(Line.Run::text).collect(Collectors.joining());
    }
}
