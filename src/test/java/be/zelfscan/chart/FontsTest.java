package be.zelfscan.chart;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.chart.Fonts.Typeface;
import be.zelfscan.chart.TextFitter.FittedText;
import java.awt.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FontsTest {
    private final Fonts fonts = new Fonts();

    @ParameterizedTest
    @EnumSource(value = Typeface.class, names = "EMOJI", mode = EnumSource.Mode.EXCLUDE)
    void everyWeightHasWhatDutchTextNeeds(Typeface typeface) {
        assertThat(fonts.font(typeface, 9).canDisplayUpTo("ëïéèöüçñáêûĳ ÉËÏÖÜ €§°·…–— ‘’“” ✓✗→← ▲▽●○★ ½ ≥ ²")).isEqualTo(-1);
    }

    @Test
    void emojiHaveAFontOfTheirOwn() {
        assertThat(fonts.font(Typeface.EMOJI, 9).canDisplayUpTo("🙂👍🎉")).isEqualTo(-1);
        assertThat(fonts.font(Typeface.REGULAR, 9).canDisplay(0x1F642)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Typeface.class)
    void aFontKnowsTheTypefaceItCameFrom(Typeface typeface) {
        assertThat(Typeface.of(fonts.font(typeface, 8.8))).contains(typeface);
        assertThat(typeface.bytes()).hasSizeGreaterThan(100_000);
    }

    @Test
    void aFontOfTheMachineHasNoTypeface() {
        assertThat(Typeface.of(new Font(Font.MONOSPACED, Font.PLAIN, 9))).isEmpty();
    }

    @Test
    void sizesAreExactAndWidthsGrowWithThem() {
        assertThat(fonts.font(Typeface.MEDIUM, 8.8).getSize2D()).isEqualTo(8.8f);
        assertThat(fonts.width("Preventie", fonts.font(Typeface.MEDIUM, 8.8))).isBetween(38.0, 44.0);
    }

    @Test
    void textIsWrappedMadeSmallerAndOnlyThenCut() {
        TextFitter fitter = new TextFitter(fonts);
        ChartStyle.Face style = new ChartStyle.Face(500, 8.8);
        String title = "Samenwerking met leersteuncentra en externe welzijnspartners";
        FittedText wrapped = fitter.fit(title, style, new TextFitter.Room(132, 3, 40));
        assertThat(String.join(" ", wrapped.lines())).isEqualTo(title);
        assertThat(wrapped.font().getSize2D()).isEqualTo(8.8f);
        FittedText smaller = fitter.fit(title, style, new TextFitter.Room(132, 3, 16));
        assertThat(smaller.font().getSize2D()).isLessThan(8.8f);
        FittedText cut = fitter.fit(title, style, TextFitter.Room.oneLine(60));
        assertThat(cut.lines()).hasSize(1).allSatisfy(line -> assertThat(line).endsWith("…"));
        FittedText hard = fitter.fit("Gemeenschapsontwikkelingsprocessen", style, new TextFitter.Room(40, 4, 100));
        assertThat(String.join("", hard.lines())).isEqualTo("Gemeenschapsontwikkelingsprocessen");
        assertThat(hard.lines()).allSatisfy(line -> assertThat(fonts.width(line, hard.font())).isLessThanOrEqualTo(40));
    }

    @Test
    void onePlaceholderForNothing() {
        assertThat(new TextFitter(fonts).fit("  ", new ChartStyle.Face(400, 8), TextFitter.Room.oneLine(60)).lines())
                .containsExactly("");
    }
}
