package be.zelfscan.access;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.web.Deployment;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From where a request comes, which a proxy on this machine passed on. */
class RequestSourceTest {
    private static final RequestSource WITHOUT = new RequestSource(new Deployment(false, false, "", List.of()));
    private static final RequestSource WITH = new RequestSource(new Deployment(false, false, "", List.of("10.0.0.4", "2001:db8::4")));

    private static Optional<String> of(RequestSource source, String... passed) {
        MutableHttpRequest<?> request = HttpRequest.GET("/");
        for (String line : passed) {
            request.getHeaders().add("X-Forwarded-For", line);
        }
        return source.of(request);
    }

    @Test
    void thisMachineItselfIsNoSource() {
        assertThat(of(WITHOUT)).isEmpty();
        assertThat(of(WITHOUT, "127.0.0.1")).isEmpty();
        assertThat(of(WITHOUT, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"198.51.100.7|198.51.100.7", "203.0.113.9, 198.51.100.7|198.51.100.7",
            "198.51.100.7:4711|198.51.100.7",
            "not an address, 198.51.100.7|198.51.100.7", "::ffff:198.51.100.7|198.51.100.7", "[2001:db8::1]:4711|2001:db8::2",
            "2001:db8:0:0:9::1|2001:db8::2", "198.51.100.7, 127.0.0.1|198.51.100.7"})
    void itIsTheLastAddressThatIsNoProxy(String passed, String same) {
        assertThat(of(WITHOUT, passed)).isPresent().isEqualTo(of(WITHOUT, same));
    }

    @Test
    void whatAStrangerWroteDoesNotCount() {
        assertThat(of(WITHOUT, "198.51.100.7, 10.0.0.4")).as("a proxy that nobody named").isEqualTo(of(WITHOUT, "10.0.0.4"));
        assertThat(of(WITH, "203.0.113.9, 198.51.100.7, 10.0.0.4")).isEqualTo(of(WITHOUT, "198.51.100.7"));
        assertThat(of(WITH, "203.0.113.9, 198.51.100.7", "2001:db8::4")).isEqualTo(of(WITHOUT, "198.51.100.7"));
        assertThat(of(WITH, "198.51.100.7, unknown, 10.0.0.4")).as("no further than what can be read").isEqualTo(of(WITHOUT, "10.0.0.4"));
        assertThat(of(WITHOUT, "198.51.100.7")).isNotEqualTo(of(WITHOUT, "198.51.100.8"));
        assertThat(of(WITHOUT, "2001:db8:0:1::1")).isNotEqualTo(of(WITHOUT, "2001:db8:0:2::1"));
    }
}
