package be.zelfscan.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    @ParameterizedTest
    @ValueSource(strings = {"/centrum", "/zelfscan/1/deel/a?gedaan=einde", "/rondes?naam=a%20b", "/aanmeldingen",
            "/logboek?van=1&tot=2,3"})
    void aPageOfOursIsKept(String page) {
        assertThat(Destination.of(page)).contains(new Destination(page));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "centrum", "//elders.example", "/\\elders.example", "https://elders.example/", "http:/centrum",
            "/\t/elders.example",
            "/a/../..//elders.example", "/./elders", "/a//b", "javascript:alert(1)", "/ centrum", "/%zz", "/centrum\r\nSet-Cookie: a=b",
            "/aanmelden",
            "/aanmelden?naar=/aanmelden", "/aanmelden/afmelding"})
    void anythingElseIsNot(String text) {
        assertThat(Destination.of(text)).isEmpty();
    }
}
