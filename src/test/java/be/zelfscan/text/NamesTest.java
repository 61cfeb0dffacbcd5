package be.zelfscan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @Test
    void namesThatLookTheSameHaveOneKey() {
        assertThat(List.of("Centrum ‘Één’ – Noord", "centrum 'e\u0301e\u0301n' - noord", "CENTRUM  ′ÉÉN´ — NOORD",
                "Centrum\u00a0‘Éé\u200bn’ \u2011 Noord",
                "Ｃentrum ‘Één’ ― Noord")).extracting(Names::key).containsOnly("centrum 'één' - noord");
        assertThat(Names.key("Centrum Een")).isNotEqualTo(Names.key("Centrum Één"));
    }

    @Test
    void namesStandInTheOrderOfAReaderOfDutch() {
        List<String> names = List.of("Zon", "élan", "Groep 10", "Eik", "Groep 9", "’t Veld", "eik 2", "Elan", "Sint-Jan", "Sint Anna",
                "Tuin");
        assertThat(names.stream().sorted(Names.IN_ORDER))
                .containsExactly("Eik", "eik 2", "Elan", "élan", "Groep 9", "Groep 10", "Sint Anna", "Sint-Jan", "’t Veld", "Tuin", "Zon");
    }

    @Test
    void aPartOfANameIsFoundWithoutItsAccents() {
        assertThat(Names.contains("Céline D’Hondt", "celine d'h")).isTrue();
        assertThat(Names.contains("Celine", "é")).isTrue();
        assertThat(Names.contains("Celine", "f")).isFalse();
    }

    /** Latin letters, each with a letter of another alphabet that nobody tells from it. */
    private static final String LATIN = "AaBceEHiIjKMopPsTxyOYou";
    private static final String OTHER = "\u0410\u0430\u0412\u0441\u0435\u0395\u041D\u0456\u0406\u0458\u039A\u041C\u043E\u0440\u03A1"
            + "\u0455\u03A4\u0445\u0443\u0555\u03A5\u03BF\u057D";

    @ParameterizedTest
    @CsvSource({"Centr\u0430m Noord,Centr\u0430m,Cyrillische letter,U+0430", "Sint-J\u03BFzef,J\u03BFzef,Griekse letter,U+03BF",
            "Groep \u0410,\u0410,Cyrillische letter,U+0410",
            "CLB \u0421\u041E\u0421\u0410,\u0421\u041E\u0421\u0410,Cyrillische letter,U+0421",
            "Groep \u0417,\u0417,Cyrillische letter,U+0417", "\u0535\u0435,\u0535\u0435,Armeense letter,U+0535",
            "J\u043E\u0308rg,J\u043E\u0308rg,Cyrillische letter,U+04E7"})
    void aLetterOfAnotherAlphabetThatPassesForALatinOneIsNamed(String name, String word, String kind, String sign) {
        assertThat(Names.oddSign(Texts.line(name))).hasValueSatisfying(
                sentence -> assertThat(sentence).contains("‘" + Texts.line(word) + "’").contains(kind).contains(sign));
    }

    @Test
    void aNameInAnAlphabetOfItsOwnIsAName() {
        for (String name : List.of("Centrum ‘Één’ – Noord", "Ærø & Zoon", "Øresund 3bis", "Анна Петрова", "Роса Иванова", "Ελένη",
                "Centrum Иванова",
                "Հայաստան", "مركز", "中心 Leuven", "Straße", "Dvořák", "Ştefan", "20 µm", "Centrum 🌱")) {
            assertThat(Names.oddSign(Texts.line(name))).as(name).isEmpty();
        }
    }

    @Property(tries = 500)
    void twoNamesThatLookTheSameHaveOneKeyOrOneOfThemIsRefused(@ForAll("latin") String name, @ForAll("places") List<Boolean> replaced) {
        StringBuilder other = new StringBuilder(name);
        for (int i = 0; i < name.length() && i < replaced.size(); i++) {
            int letter = LATIN.indexOf(name.charAt(i));
            if (replaced.get(i) && letter >= 0) {
                other.setCharAt(i, OTHER.charAt(letter));
            }
        }
        assertThat(Names.oddSign(name)).isEmpty();
        assertThat(Names.key(name).equals(Names.key(other.toString())) || Names.oddSign(other.toString()).isPresent()).as(other.toString())
                .isTrue();
    }

    @Provide
    static Arbitrary<String> latin() {
        return Arbitraries.strings().withChars(LATIN + "nrlmz 1-’").ofMaxLength(12).map(Texts::line);
    }

    @Provide
    static Arbitrary<List<Boolean>> places() {
        return Arbitraries.of(true, false).list().ofMaxSize(12);
    }
}
