package be.zelfscan.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {
    enum Done implements Notice {
        saved;

        @Override
        public String word() {
            return "bewaard";
        }

        @Override
        public String sentence() {
            return "Bewaard.";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organisatie", "/rondes?weergave=alles"})
    void thePageToWhichAFormLeadsSaysWhatWasDone(String address) {
        String leadsTo = Done.saved.at(address).header("Location");

        assertThat(leadsTo).startsWith(address);
        assertThat(Notice.sentence(HttpRequest.GET(leadsTo), Done.values())).isEqualTo("Bewaard.");
    }

    @Test
    void anAddressThatSaysNothingKnownSaysNothing() {
        assertThat(Notice.sentence(HttpRequest.GET("/organisatie?gedaan=gewist"), Done.values())).isEmpty();
        assertThat(Notice.said(HttpRequest.GET("/organisatie"), Done.values())).isEmpty();
    }
}
