package be.zelfscan.organisation.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"=1+1, '=1+1", "+32, '+32", "-a, '-a", "@x, '@x", "'=x, ''=x", "'t Veld, 't Veld",
            "a=b, a=b"})
    void whatASpreadsheetWouldTakeForAFormulaIsMadeHarmless(String text, String guarded) {
        assertThat(Guard.guarded(text)).isEqualTo(guarded);
    }

    @Property
    void everyTextComesBackAsItWas(@ForAll("texts") String text) {
        String guarded = Guard.guarded(text);

        assertThat(Guard.unguarded(guarded)).isEqualTo(text);
        assertThat(guarded).doesNotMatch("(?s)[=+\\-@\t\r].*");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("'=+-@\t\r\na ").ofMaxLength(6);
    }
}
