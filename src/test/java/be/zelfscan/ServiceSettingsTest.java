package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.database.StartProblem;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of the README's table, each refused in one sentence where it is not as it has to be. */
class ServiceSettingsTest {
    private static final Map<String, String> PRODUCTION = Map.of("JDBC_URL", "jdbc:postgresql://localhost/x", "JDBC_USER", "u",
            "JDBC_PASSWORD", "geheim", "JDBC_OWNER_USER", "o", "JDBC_OWNER_PASSWORD", "geheim", "SMTP_HOST", "mail.example",
            "ZELFSCAN_MAIL_FROM", "zelfscan@mail.example", "ZELFSCAN_URL", "https://zelfscan.example");

    private static ServiceSettings of(Map<String, String> base, String... changes) {
        Map<String, String> environment = new HashMap<>(base);
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1].equals("-")) {
                environment.remove(changes[i]);
            } else {
                environment.put(changes[i], changes[i + 1]);
            }
        }
        return ServiceSettings.of(environment);
    }

    private static void refused(Map<String, String> base, String words, String... changes) {
        assertThatThrownBy(() -> of(base, changes)).as(String.join(" ", changes)).isInstanceOf(StartProblem.class)
                .hasMessageContaining(changes[0]).hasMessageContaining(words).hasMessageEndingWith(".")
                .hasMessageNotContaining("geheim").message().hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zelfscan.example", "ftp://zelfscan.example", "https://zelfscan.example/app", "https://zelfscan.example?x",
            "https://zelfscan.example#x", "https://u:p@zelfscan.example", "https://zelfscan.example:poort", "https://zelfscan.example:0",
            "https://zelfscan.example:70000", "https://", "https:zelfscan.example", "//zelfscan.example", "https://zelf scan.example",
            "https://zelfscan_example..be", "mailto:x@zelfscan.example", "https://[nergens]", "https://a\nb"})
    void aUrlIsSchemeHostAndPortAndNothingElse(String url) {
        refused(PRODUCTION, "expected an address such as https://", "ZELFSCAN_URL", url);
    }

    @ParameterizedTest
    @CsvSource({"https://Zelfscan.Example/, https://zelfscan.example", "https://zelfscan.example:443, https://zelfscan.example",
            "HTTP://zelfscan.example:80//, http://zelfscan.example", "https://zelfscan.example:8443, https://zelfscan.example:8443",
            "https://zélf.example, https://xn--zlf-bma.example", "http://[2001:db8::1]:8080, http://[2001:db8::1]:8080"})
    void aUrlIsKeptInOneWayOfWriting(String url, String kept) {
        assertThat(of(PRODUCTION, "ZELFSCAN_URL", url).url()).hasToString("Optional[" + kept + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://zelfscan.example", "http://192.0.2.7", "http://10.0.0.4:8080", "http://localhost.example",
            "http://[2001:db8::1]"})
    void mailsThatAnybodyCanReadStayBehindNoPublicAddress(String url) {
        refused(PRODUCTION, "without SMTP_HOST is open to whoever reaches it", "ZELFSCAN_URL", url, "SMTP_HOST", "-");
        refused(PRODUCTION, "unset ZELFSCAN_DEMO", "ZELFSCAN_URL", url, "ZELFSCAN_DEMO", "true");
        refused(Map.of(), "a demonstration is open to whoever reaches it", "ZELFSCAN_URL", url);
        refused(Map.of("SMTP_HOST", "mail.example", "ZELFSCAN_MAIL_FROM", "a@mail.example"), "a demonstration", "ZELFSCAN_URL", url,
                "ZELFSCAN_DEMO", "true");
    }

    /** A proxy reaches a service on the loopback address whatever is said of it; so a database of one's own means that it is no trial. */
    @Test
    void aDatabaseOfItsOwnGoesWithAMailServerUnlessItIsADemonstration() {
        refused(PRODUCTION, "SMTP_HOST is missing", "JDBC_URL", PRODUCTION.get("JDBC_URL"), "SMTP_HOST", "-", "ZELFSCAN_URL", "-");
        refused(PRODUCTION, "SMTP_HOST is missing", "JDBC_URL", PRODUCTION.get("JDBC_URL"), "SMTP_HOST", "-", "ZELFSCAN_URL",
                "http://127.0.0.1:8080", "ZELFSCAN_DEMO", "false");
        assertThat(of(PRODUCTION, "SMTP_HOST", "-", "ZELFSCAN_URL", "-", "ZELFSCAN_DEMO", "true").mailbox()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1", "http://127.8.0.1:9", "http://[::1]:8080", "https://LOCALHOST"})
    void aTrialMayNameThisMachine(String url) {
        assertThatCode(() -> of(Map.of(), "ZELFSCAN_URL", url)).doesNotThrowAnyException();
    }

    private static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("ZELFSCAN_PORT", "poort", "0 to 65535"), Arguments.of("ZELFSCAN_PORT", "70000", "0 to 65535"),
                Arguments.of("ZELFSCAN_PORT", "-1", "0 to 65535"), Arguments.of("ZELFSCAN_PORT", "8080 ", "0 to 65535"),
                Arguments.of("ZELFSCAN_HOST", "0.0.0.0:8080", "address of this machine"),
                Arguments.of("ZELFSCAN_HOST", "203.0.113.7", "address of this machine"),
                Arguments.of("ZELFSCAN_PROXIES", "proxy.example", "as numbers"),
                Arguments.of("ZELFSCAN_PROXIES", "10.0.0.4, 10.0.0", "as numbers"),
                Arguments.of("ZELFSCAN_DEMO", "ja", "true or false"), Arguments.of("ZELFSCAN_DEMO", "TRUE", "true or false"),
                Arguments.of("JDBC_URL", "postgresql://db/x", "jdbc:postgresql:"),
                Arguments.of("JDBC_URL", "jdbc:mysql://db/x", "PostgreSQL"),
                Arguments.of("JDBC_URL", "jdbc:postgresql://db:poort/x", "PostgreSQL"),
                Arguments.of("JDBC_URL", "jdbc:postgresql://db/x?user=u&password=geheim", "JDBC_PASSWORD only"),
                Arguments.of("JDBC_USER", "-", "belongs with JDBC_URL"), Arguments.of("JDBC_PASSWORD", "-", "belongs with JDBC_URL"),
                Arguments.of("JDBC_OWNER_USER", "-", "belongs with JDBC_URL"), Arguments.of("JDBC_OWNER_PASSWORD", "-", "belongs with"),
                Arguments.of("JDBC_URL", "-", "belongs with JDBC_"), Arguments.of("JDBC_URL", " ", "belongs with JDBC_"),
                Arguments.of("SMTP_HOST", "mail.example:25", "without port"),
                Arguments.of("SMTP_HOST", "smtp://mail.example", "without port"),
                Arguments.of("SMTP_PORT", "poort", "0 to 65535"), Arguments.of("SMTP_PORT", "65536", "0 to 65535"),
                Arguments.of("SMTP_TLS", "ssl", "none, starttls, tls"), Arguments.of("SMTP_TLS", "TLS", "none, starttls, tls"),
                Arguments.of("SMTP_USER", "u", "SMTP_PASSWORD is missing"), Arguments.of("SMTP_PASSWORD", "geheim", "SMTP_USER is missing"),
                Arguments.of("ZELFSCAN_MAIL_FROM", "-", "belongs with SMTP_HOST"),
                Arguments.of("ZELFSCAN_MAIL_FROM", "zelfscan", "one e-mail address"),
                Arguments.of("ZELFSCAN_MAIL_FROM", "Zelfscan <zelfscan@mail.example>", "one e-mail address"),
                Arguments.of("ZELFSCAN_MAIL_FROM", "a..b@mail.example", "one e-mail address"),
                Arguments.of("ZELFSCAN_MAIL_REPLY_TO", "a@x.example, b@x.example", "one e-mail address"),
                Arguments.of("OIDC_ISSUER", "login.example", "https://"), Arguments.of("OIDC_CLIENT_ID", "x", "OIDC_ISSUER is missing"),
                Arguments.of("OIDC_CLIENT_SECRET", "geheim", "OIDC_ISSUER is missing"),
                Arguments.of("OIDC_NAME", "Microsoft", "OIDC_ISSUER is missing"),
                Arguments.of("OIDC_TENANTS", "x", "OIDC_ISSUER is missing"),
                Arguments.of("OIDC_ISSUER", "https://login.example", "OIDC_CLIENT_ID is missing"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsNotAsItHasToBeIsRefused(String name, String value, String words) {
        refused(PRODUCTION, words, name, value);
    }

    @Test
    void settingsOfAMailServerWithoutOneAreASlip() {
        for (String name : new String[]{"SMTP_PORT", "SMTP_USER", "SMTP_PASSWORD", "SMTP_TLS"}) {
            refused(Map.of(), "SMTP_HOST is missing", name, "1");
        }
    }

    @Test
    void whoListensToOthersSaysUnderWhichAddress() {
        refused(PRODUCTION, "belongs with ZELFSCAN_HOST", "ZELFSCAN_URL", "-", "ZELFSCAN_HOST", "0.0.0.0");
        refused(Map.of(), "listens on 127.0.0.1 only", "ZELFSCAN_HOST", "0.0.0.0");
        assertThat(of(PRODUCTION, "ZELFSCAN_HOST", "0.0.0.0").host()).isEqualTo("0.0.0.0");
        assertThat(of(PRODUCTION).toString()).doesNotContain("geheim");
    }

    @Test
    void theDemonstrationOfACommandHasNothingToDoWithTheMailAndTheAddressOfTheService() {
        Map<String, String> production = new HashMap<>(PRODUCTION);
        production.putAll(Map.of("SMTP_USER", "u", "SMTP_PASSWORD", "geheim"));
        production.keySet().removeIf(name -> name.startsWith("JDBC_"));
        ServiceSettings demonstration = ServiceSettings.ofDemonstration(production);

        assertThat(demonstration.mailbox()).isTrue();
        assertThat(demonstration.url()).isEmpty();
    }
}
