package be.zelfscan.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.chart.Fonts.Typeface;
import be.zelfscan.chart.Fonts;
import be.zelfscan.report.pdf.Block.Inline;
import be.zelfscan.report.pdf.LineBreaker.Line;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class LineBreakerTest {
    private static final ReportFonts FONTS = new ReportFonts(new Fonts());

    private final LineBreaker breaker = new LineBreaker(FONTS);

    @Test
    void linesBreakBetweenWordsAndNoneIsTooWide() {
        var lines = breaker.lines(Samples.SENTENCE.repeat(5), TypeStyle.BODY, 150);
        assertThat(lines).hasSizeGreaterThan(10).allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(150));
        assertThat(text(lines)).isEqualTo(Samples.SENTENCE.repeat(5));
        assertThat(lines.getFirst().runs().getLast().text()).endsWith(" ");
    }

    @Test
    void aWordWiderThanTheLineBreaksInsideAndAHyphenSaysSo() {
        var lines = breaker.lines("voor " + "w".repeat(10_000) + " na", TypeStyle.BODY, 150);
        assertThat(lines).allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(150));
        assertThat(lines.subList(1, lines.size() - 2)).allSatisfy(line -> assertThat(line.runs().getLast().actual()).isEqualTo("\u00ad"));
        assertThat(withoutHyphens(lines)).isEqualTo("voor " + "w".repeat(10_000) + " na");
    }

    @Property(tries = 500)
    void noWordIsBrokenWithoutAHyphenAndNothingGetsLost(
            @ForAll @CharRange(from = 'a', to = 'z') @Chars({' ', '-', '/', 'ë', '.'}) String text,
            @ForAll @FloatRange(min = 20, max = 200) float width) {
        var lines = new LineBreaker(FONTS).lines(text, TypeStyle.TABLE, width);

        assertThat(lines).allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(width));
        assertThat(withoutHyphens(lines)).isEqualTo(text.isBlank() ? "" : text);
        for (int at = 0; at + 1 < lines.size(); at++) {
            String end = text(List.of(lines.get(at)));
            String next = text(List.of(lines.get(at + 1)));
            assertThat(Character.isLetterOrDigit(end.codePointBefore(end.length())) && Character.isLetterOrDigit(next.codePointAt(0)))
                    .as(end + "|" + next).isFalse();
        }
    }

    @Test
    void aLineIsNotWiderByTheOrderInWhichItsGlyphsAreAdded() {
        assertThat(breaker.lines("aaabbnta", TypeStyle.TABLE, 22.1f))
                .allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(22.1f));
    }

    @Test
    void theWidestWordFitsOnALineOfItsWidth() {
        float width = breaker.widestWord(Inline.of("hefboom, knelpunt of Vergelijkingsgroep"), TypeStyle.TABLE);
        assertThat(breaker.lines("Vergelijkingsgroep", TypeStyle.TABLE, width)).hasSize(1);
        assertThat(breaker.lines("Vergelijkingsgroep", TypeStyle.TABLE, width - 0.1f)).hasSize(2);
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
        var line = breaker.single(Samples.SENTENCE, TypeStyle.MARGIN, 100);
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

    private static String withoutHyphens(List<Line> lines) {
        return lines.stream().flatMap(line -> line.runs().stream()).filter(run -> !run.actual().equals("\u00ad")).map(Line.Run::text)
                .collect(Collectors.joining());
    }

    private static String text(List<Line> lines) {
        return lines.stream().flatMap(line -> line.runs().stream()).map(Line.Run::text).collect(Collectors.joining());
    }
}
