package be.zelfscan.team;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeetingPageTest {
    @Test
    void whatABlockIsAboutIsCutAtASentenceAndNeverWithinOne() {
        String sentence = "Een centrum doet zoiets elke dag opnieuw, met wie er maar is.";
        assertThat(MeetingPage.firstSentences(sentence)).isEqualTo(sentence);
        assertThat(MeetingPage.firstSentences((sentence + " ").repeat(9))).isEqualTo((sentence + " ").repeat(4).strip());
        assertThat(MeetingPage.firstSentences("x".repeat(400) + ". " + sentence)).isEqualTo("x".repeat(400) + ".");
        assertThat(MeetingPage.firstSentences("Dat kan, bv. een boek of een film. Ook kan e.a. meer.")).endsWith("e.a. meer.");
    }
}
