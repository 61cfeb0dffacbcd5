package be.zelfscan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What was looked for is told apart from the rest of a note, which is shown whole. */
class NotePartTest {
    private static String marked(String text) {
        return text.replace('[', NotePart.FROM).replace(']', NotePart.TO);
    }

    @Test
    void marksDivideANote() {
        assertThat(NotePart.of(marked("De [werkdruk] is hoog en de [werkdruk] blijft"), "De werkdruk is hoog en de werkdruk blijft",
                List.of()))
                .containsExactly(new NotePart("De ", false), new NotePart("werkdruk", true), new NotePart(" is hoog en de ", false),
                        new NotePart("werkdruk", true), new NotePart(" blijft", false));
    }

    @Test
    void aNoteWithoutMarksIsOnePart() {
        assertThat(NotePart.of("Niets", "Niets", List.of())).isEqualTo(List.of(new NotePart("Niets", false)));
    }

    @Test
    void aNoteIsShownWholeWhenTheMarksLeaveSomethingOut() {
        assertThat(NotePart.of(marked("[team]"), "ons team", List.of())).containsExactly(new NotePart("ons team", false));
    }

    @Test
    void aPartOfAWordIsMarkedWhateverItsAccents() {
        String note = "De teamvergadering van Ce\u0301line";
        assertThat(NotePart.of(note, note, List.of("vergadering", "celine", "de"))).containsExactly(new NotePart("De team", false),
                new NotePart("vergadering", true), new NotePart(" van ", false), new NotePart("Ce\u0301line", true));
    }
}
