package be.zelfscan.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {
    private static final Notice SAVED = Notice.of("bewaard", "Bewaard.");
    private static final Notice SENT = Notice.counted("verstuurd", "Verstuurd.", mails -> mails + " mails verstuurd.");

    @ParameterizedTest
    @ValueSource(strings = {"/organisatie", "/rondes?weergave=alles"})
    void thePageToWhichAFormLeadsSaysWhatWasDone(String address) {
        String leadsTo = SAVED.at(address).header("Location");

        assertThat(leadsTo).startsWith(address);
        assertThat(Notice.said(HttpRequest.GET(leadsTo), SENT, SAVED)).isEqualTo("Bewaard.");
    }

    @Test
    void aPlaceOnThePageStaysAtTheEnd() {
        assertThat(SAVED.at("/rondes?weergave=alles#laatste").header("Location"))
                .isEqualTo("/rondes?weergave=alles&gedaan=bewaard#laatste");
    }

    @Test
    void aNumberIsSaidWhereTheAddressTellsOne() {
        assertThat(Notice.said(HttpRequest.GET(SENT.at("/rondes", 7).header("Location")), SENT)).isEqualTo("7 mails verstuurd.");
        assertThat(Notice.said(HttpRequest.GET(SENT.at("/rondes").header("Location")), SENT)).isEqualTo("Verstuurd.");
        assertThat(Notice.said(HttpRequest.GET("/rondes?gedaan=verstuurd&aantal=veel"), SENT)).isEqualTo("Verstuurd.");
    }

    @Test
    void anAddressThatSaysNothingKnownSaysNothing() {
        assertThat(Notice.said(HttpRequest.GET("/organisatie?gedaan=gewist"), SAVED, SENT)).isEmpty();
        assertThat(Notice.said(HttpRequest.GET("/organisatie"), SAVED, SENT)).isEmpty();
    }
}
