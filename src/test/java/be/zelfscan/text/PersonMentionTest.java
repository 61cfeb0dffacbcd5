package be.zelfscan.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import be.zelfscan.support.SampleForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonMentionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Vraag het aan mevrouw Peeters van de school.|mevrouw Peeters",
            "Dhr. Van den Broeck volgt dat op.|Dhr. Van den Broeck",
            "We spraken met meneer de Smet.|meneer de Smet",
            "Mevr. Özdemir leidt de werkgroep|Mevr. Özdemir",
            "onze directeur An wil dat niet|directeur An",
            "Dat doet collega Fatima al jaren.|collega Fatima",
            "Sinds de start werkt Lieve Janssens eraan.|Lieve Janssens",
            "Els D'hondt en Tom van de Velde|Els D'hondt",
            "Anne-Marie De Clercq|Anne-Marie De Clercq",
            "mail naar an.peeters@school.be, die weet het|an.peeters@school.be",
            "bel 0477 12 34 56|0477 12 34 56",
            "bel 0477/12.34.56|0477/12.34.56",
            "09 221 33 44 is van de arts|09 221 33 44",
            "+32 9 221 33 44|+32 9 221 33 44"})
    void whatMayNameAPersonIsFound(String text, String mention) {
        assertThat(PersonMention.in(text)).contains(mention);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Geen probleem.", "An is een lidwoord in het Engels.", "De directeur beslist.", "onze coördinator Zorg",
            "Sint-Jan Berchmans en Sint Jan Berchmans zijn scholen", "op 01/09/2024 3 teams, op 30.06.2025 twee",
            "van 1/9/2024 tot 30/6/2025",
            "in 2024 en 2025", "info@school.be", "Mevrouw. Vandaag niet.", "een mevrouw uit de buurt", "0 tot 12 jaar, 1200 leerlingen",
            "VWVJ, Prodia en Appwel", "Gent, Brugge en Sint-Niklaas", "a@b", "nr. 0123 456"})
    void whatNamesNobodyIsLeftAlone(String text) {
        assertThat(PersonMention.in(text)).isEmpty();
    }

    /** Notes as centres write them, of which none names a person. */
    @Test
    void theInventedNotesRaiseNoFalseAlarm() throws IOException {
        assertThat(SampleForms.notes()).hasSizeGreaterThan(20).allSatisfy(note -> assertThat(PersonMention.in(note)).isEmpty());
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/demonstration"))) {
            List<String> texts = files.filter(file -> file.toString().matches(".*(note|answer).*\\.json")).flatMap(PersonMentionTest::texts)
                    .toList();
            assertThat(texts).hasSizeGreaterThan(100).allSatisfy(text -> assertThat(PersonMention.in(text)).isEmpty());
        }
    }

    private static Stream<String> texts(Path file) {
        try {
            return Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(Files.readString(file)).results().map(found -> found.group(1))
                    .toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property(tries = 500)
    void anyTextIsReadAndWhatIsFoundStandsInIt(@ForAll String text) {
        assertThat(PersonMention.in(text).stream()).allSatisfy(mention -> assertThat(text).contains(mention));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.", "a@", "@", "0", "04 ", "Jan ", "Jan de ", "mevrouw ", "mevrouw de ", "A", "A'", "+32 1",
            "directeur "})
    void theLongestTextTakesNoTime(String part) {
        String text = part.repeat(10_000 / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> PersonMention.in(text));
    }
}
