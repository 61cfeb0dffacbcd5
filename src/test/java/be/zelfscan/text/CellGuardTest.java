package be.zelfscan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellGuardTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"=1+1, '=1+1", "+32, '+32", "-a, '-a", "@x, '@x", "'=x, ''=x", "'t Veld, 't Veld",
            "a=b, a=b",
            "\" =1+1\", \"' =1+1\"", "\u00A0=1, '\u00A0=1", "\uFF1D1+1, '\uFF1D1+1", "\uFF20x, '\uFF20x", "1-2, 1-2",
            "\"Jan,=cmd|' /C calc'!A0,x\", \"Jan,'=cmd|' /C calc'!A0,x\"", "a; =1, a;' =1", "\"a\t@x\", \"a\t'@x\"",
            "\"a,'+b\", \"a,''+b\"", "\"a, b; c\", \"a, b; c\""})
    void whatASpreadsheetWouldTakeForAFormulaIsMadeHarmless(String text, String guarded) {
        assertThat(CellGuard.guarded(text)).isEqualTo(guarded);
    }

    @Property
    void everyTextComesBackAsItWas(@ForAll("texts") String text) {
        String guarded = CellGuard.guarded(text);

        assertThat(CellGuard.unguarded(guarded)).isEqualTo(text);
        assertThat(guarded).doesNotMatch("(?s)[\t\r\n].*");
        assertThat(guarded.split("[,;\t\r\n]")).as("whatever parts the cells")
                .noneMatch(cell -> cell.matches("(?s)[\\s\u00A0]*[=+\\-@\uFF1D].*"));
    }

    /**
     * A quotation mark in a cell is written twice, so that a reader with another separator sees an empty text and then what stood behind
     * it.
     */
    @Property
    void aFileIsHarmlessWhateverPartsItsCells(@ForAll("texts") String text, @ForAll("separators") char written,
            @ForAll("separators") char read) throws IOException {
        String file = CSVFormat.EXCEL.builder().setDelimiter(written).get().format("x", CellGuard.guarded(text), CellGuard.guarded(text));
        CSVFormat lenient = CSVFormat.EXCEL.builder().setDelimiter(read).setTrailingData(true).setLenientEof(true).get();

        try (CSVParser parser = CSVParser.parse(new StringReader(file), lenient)) {
            assertThat(parser.stream().flatMap(CSVRecord::stream)).as(file)
                    .noneMatch(cell -> cell.matches("(?s)[ \u00A0]*[=+\\-@\uFF1D].*"));
        }
    }

    @Test
    void aQuotationMarkHidesNoFormula() {
        assertThat(CellGuard.guarded("x,\"=1+1,y")).isEqualTo("x,'\"=1+1,y");
        assertThat(CellGuard.unguarded("x,'\"=1+1,y")).isEqualTo("x,\"=1+1,y");
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t');
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("'\"=+-@\uFF1D\u00A0\t\r\na ,;").ofMaxLength(6);
    }
}
