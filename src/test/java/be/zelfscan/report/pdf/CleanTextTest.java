package be.zelfscan.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CleanTextTest {
    static Stream<Arguments> texts() {
        return Stream.of(Arguments.of("newlines of every kind", "a\r\nb\rc\u2028d\u000Be", "a\nb\nc\nd\ne"),
                Arguments.of("a tab", "a\tb", "a    b"),
                Arguments.of("control characters", "a\u0000\u0007\u001bb", "ab"), Arguments.of("a loose diaeresis", "e\u0308", "ë"),
                Arguments.of("invisible characters", "x\u00ad\u200b\ufeff\u202ey", "xy"),
                Arguments.of("half a surrogate pair", "\ud83d!", "\ufffd!"),
                Arguments.of("what is no character", "a\ufffeb", "a\ufffdb"),
                Arguments.of("a variation selector", "\u2764\ufe0f", "\u2764"),
                Arguments.of("a keycap", "1\ufe0f\u20e3", "1"),
                Arguments.of("joined emoji with a skin tone", "\ud83d\udc69\ud83c\udffd\u200d\ud83c\udfeb", "\ud83d\udc69\ud83c\udfeb"),
                Arguments.of("a skin tone alone", "\ud83c\udffd", "\ud83c\udffd"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void textIsMadeFitForSetting(String what, String raw, String clean) {
        assertThat(CleanText.of(raw)).as(what).isEqualTo(clean);
    }
}
