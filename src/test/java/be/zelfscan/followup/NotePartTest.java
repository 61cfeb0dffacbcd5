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
        assertThat(NotePart.of(marked("De [werkdruk] is hoog en de [werkdruk] blijft"), "De werkdruk is hoog en de werkdruk blijft"))
                .containsExactly(new NotePart("De ", false), new NotePart("werkdruk", true), new NotePart(" is hoog en de ", false),
                        new NotePart("werkdruk", true), new NotePart(" blijft", false));
    }

    @Test
    void aNoteWithoutMarksIsOnePart() {
        assertThat(NotePart.of("Niets", "Niets")).isEqualTo(List.of(new NotePart("Niets", false)));
    }

    @Test
    void aNoteIsShownWholeWhenTheMarksLeaveSomethingOut() {
        assertThat(NotePart.of(marked("[team]"), "ons team")).containsExactly(new NotePart("ons team", false));
    }
}
