package be.zelfscan.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    @Test
    void aLineIsComposedAndHasSingleBlanks() {
        assertThat(Texts.line("  Cen\u0065\u0301trum \t\n\u00a0\u3000 Noord\u2028 ")).isEqualTo("Cenétrum Noord");
    }

    @ParameterizedTest
    @CsvSource({"\u200B,U+200B", "\u0096,U+0096", "\u0085,U+0085", "\uFEFF,U+FEFF", "\u00AD,U+00AD", "\u202E,U+202E",
            "\u2060,U+2060", "\u3164,U+3164", "\uDB40\uDC41,U+E0041", "\uD800,U+D800", "\uFE0F,U+FE0F"})
    void aSignThatNobodySeesIsNamedWithItsPlace(String sign, String name) {
        assertThat(Texts.hiddenSign(Texts.line("Centrum No" + sign + "ord"))).hasValueSatisfying(
                sentence -> assertThat(sentence).contains("onzichtbaar teken (" + name + ") achter ‘Centrum No’"));
        assertThat(Texts.hiddenSign(Texts.line(sign + "Noord")).orElseThrow()).contains("vooraan");
        assertThat(Texts.hiddenSign("a\u0000b").orElseThrow()).contains("U+0000");
        assertThat(Texts.clean("Centrum No" + sign + "ord")).isIn("Centrum Noord", "Centrum No ord");
    }

    @Test
    void whatIsSeenIsNotHidden() {
        for (String name : new String[]{"Één centrum – ‘Noord’", "Ærø & Zoon", "Центр", "مركز", "中心", "Centrum ❤️ 🌱", "O'Neil-Çelik"}) {
            assertThat(Texts.hiddenSign(Texts.line(name))).as(name).isEmpty();
            assertThat(Texts.clean(name)).as(name).isEqualTo(name);
        }
    }

    @Test
    void linesKeepTheirBreaks() {
        assertThat(Texts.lines(" een\r\ntwee\rdrie\u0000\u0096 \n")).isEqualTo("een\ntwee\ndrie");
    }

    @Property(tries = 500)
    void cleaningTwiceIsCleaningOnceAndLeavesNothingHidden(@ForAll("odd") String typed) {
        String clean = Texts.clean(typed);
        assertThat(Texts.clean(clean)).isEqualTo(clean);
        assertThat(Texts.hiddenSign(clean)).isEmpty();
        assertThat(Texts.line(Texts.line(typed))).isEqualTo(Texts.line(typed));
        assertThat(Names.key(Names.key(typed))).isEqualTo(Names.key(typed));
    }

    @Provide
    static Arbitrary<String> odd() {
        return Arbitraries
                .of("a", "é", "e\u0301", "\u0301", "\u00a0", " ", "\t", "\n", "\u0085", "\u0000", "\u200b", "\u200d", "\ufeff", "❤",
                        "\ufe0f", "-",
                        "–", "'", "’", "ﬁ", "İ", "ſ", "½", "´", "…", "\ud83c\udf31", "\ud800", "\u1160", "\u2800", "7", "Ⅱ")
                .list().ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
