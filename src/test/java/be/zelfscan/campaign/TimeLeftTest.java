package be.zelfscan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {
    @ParameterizedTest
    @CsvSource({"2026-11-16,Nog 14 dagen,loopt,; vandaag is dag 46 van de 60.",
            "2026-11-29,Nog één dag,loopt,; vandaag is dag 59 van de 60.",
            "2026-11-30,Vandaag is de laatste dag,loopt,; vandaag is dag 60 van de 60.", "2026-12-02,De laatste dag is voorbij,liep,."})
    void theTimeThatIsLeftStandsInWords(LocalDate today, String words, String runs, String end) {
        ReminderMail.TimeLeft left = new ReminderMail.TimeLeft(LocalDate.of(2026, 10, 2), LocalDate.of(2026, 11, 30), today);
        assertThat(left.words()).isEqualTo(words);
        assertThat(left.sentence()).isEqualTo("De periode %s van 2 oktober 2026 tot en met 30 november 2026%s".formatted(runs, end));
    }
}
