package be.zelfscan.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.TestService;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A service that people reach as https://zelfscan.example, by way of a proxy. */
class PublicAddressIT {
    private static final TestService SERVICE = TestService.with(java.util.Map.of("zelfscan.service.url", "https://zelfscan.example"));
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private final TestCentre centre = SERVICE.centre("Centrum achter een proxy");

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    /** The answer to a request whose every header is the test's own. */
    private static String answer(String method, String path, String body, String... headers) {
        URI address = URI.create(SERVICE.address());
        String request = method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }

    private static int get(String path, String... headers) {
        return status(answer("GET", path, "", headers));
    }

    private int ask(String... headers) {
        List<String> all = new java.util.ArrayList<>(List.of(headers));
        all.add(FORM);
        return status(answer("POST", "/aanmelden", "email=" + centre.director(), all.toArray(String[]::new)));
    }

    @Test
    void onlyItsOwnNameAndThoseOfThisMachineAreServed() {
        for (String own : List.of("zelfscan.example", "ZELFSCAN.example", "zelfscan.example:443", "zelfscan.example:8080", "localhost:8080",
                "127.0.0.1", "[::1]:8080")) {
            assertThat(get("/aanmelden", "Host: " + own)).as(own).isEqualTo(200);
        }
        for (String other : List.of("evil.example", "zelfscan.example.evil.example", "evil.example:8102", "192.0.2.7",
                "localhost.evil.example",
                "127.0.0.1.evil.example", "zelfscan.example@evil.example", "evil.example/zelfscan.example", "")) {
            assertThat(get("/aanmelden", "Host: " + other)).as(other).isIn(400, 421);
            assertThat(get("/postvak", "Host: " + other)).as(other).isIn(400, 421);
            assertThat(get(StaticFiles.address("app.js"), "Host: " + other)).as(other).isIn(400, 421);
        }
        assertThat(get("/aanmelden", "Host: evil.example")).isEqualTo(421);
        assertThat(get("/aanmelden", "Host: zelfscan.example", "Host: evil.example")).isIn(400, 421);
        assertThat(SERVICE.count("select count(*) from message where recipient = ?", centre.director())).isZero();
    }

    @Test
    void aPageThatLeadsItsOwnNameHereWritesNothing() {
        assertThat(ask("Host: evil.example", "Origin: http://evil.example", "Sec-Fetch-Site: same-origin")).isEqualTo(421);
        assertThat(SERVICE.count("select count(*) from sign_in_link l join person p on p.id = l.person_id where p.email = ?",
                centre.director())).isZero();
    }

    @Test
    void theHealthIsForWhoeverAsks() {
        assertThat(get("/health", "Host: 10.1.2.3:8080")).isEqualTo(200);
        assertThat(get("/healthy", "Host: 10.1.2.3:8080")).isEqualTo(421);
    }

    @Test
    void theMailboxIsForThisMachineOnly() {
        assertThat(get("/postvak", "Host: localhost:8080")).isEqualTo(200);
        for (String path : List.of("/postvak", "/postvak/x", "/postvak/x/html", "/postvak/x/bijlage/1", "/postvak/x/bericht.eml")) {
            assertThat(get(path, "Host: zelfscan.example")).as(path).isEqualTo(403);
            assertThat(get(path, "Host: 127.0.0.1", "X-Forwarded-For: 192.0.2.7")).as(path).isEqualTo(403);
            assertThat(get(path, "Host: 127.0.0.1", "Forwarded: for=192.0.2.7")).as(path).isEqualTo(403);
        }
    }

    @Test
    void aWriteIsOwnWhenItComesFromThePublicAddressWhateverNameTheProxyPasses() {
        for (String host : List.of("zelfscan.example", "zelfscan.example:443", "127.0.0.1:8080", "localhost")) {
            assertThat(ask("Host: " + host, "Origin: https://zelfscan.example")).as(host).isEqualTo(303);
            assertThat(ask("Host: " + host, "Origin: https://ZELFSCAN.example:443")).as(host).isEqualTo(303);
            assertThat(ask("Host: " + host, "Origin: https://evil.example")).as(host).isEqualTo(403);
            assertThat(ask("Host: " + host, "Origin: https://zelfscan.example.evil.example")).as(host).isEqualTo(403);
            assertThat(ask("Host: " + host, "Origin: https://zelfscan.example:8443")).as(host).isEqualTo(403);
            assertThat(ask("Host: " + host, "Origin: null")).as(host).isEqualTo(403);
            assertThat(ask("Host: " + host, "Origin: ")).as(host).isEqualTo(403);
            assertThat(ask("Host: " + host, "Origin: https://zelfscan.example", "Sec-Fetch-Site: cross-site")).as(host).isEqualTo(403);
        }
        assertThat(ask("Host: localhost:8080", "Origin: http://localhost:8080")).isEqualTo(303);
        assertThat(ask("Host: localhost:80", "Origin: http://LOCALHOST")).isEqualTo(303);
        assertThat(ask("Host: localhost:8080", "Origin: http://localhost:8081")).isEqualTo(403);
    }

    @Test
    void overHttpsItsCookiesAreForThisHostOnlyAndBrowsersStayOnHttps() {
        String asked = answer("POST", "/aanmelden", "email=" + centre.director() + "&naar=%2Fcentrum", "Host: zelfscan.example", FORM);
        assertThat(asked.lines().filter(line -> line.matches("(?i)set-cookie:.*"))).as(asked).hasSize(2)
                .allMatch(line -> line.matches("(?i)set-cookie: *__Host-zelfscan-.*; *path=/(;.*|$)")
                        && line.matches("(?i).*; *secure(;.*|$)")
                        && line.matches("(?i).*; *httponly(;.*|$)") && !line.matches("(?i).*domain.*"));
        for (String path : List.of("/aanmelden", StaticFiles.address("app.js"), "/health", "/bestaat-niet")) {
            assertThat(answer("GET", path, "", "Host: zelfscan.example").toLowerCase(java.util.Locale.ROOT)).as(path)
                    .contains("strict-transport-security: max-age=31536000");
        }
        String session = SERVICE
                .session(java.util.UUID.fromString(SERVICE.texts("select id::text from person where email = '" + centre.director()
                        + "'").getFirst()));
        assertThat(get("/aanmeldingen", "Host: zelfscan.example", "Cookie: __Host-zelfscan=" + session)).isEqualTo(200);
        assertThat(get("/aanmeldingen", "Host: zelfscan.example", "Cookie: zelfscan=" + session)).as("one that any host can set")
                .isEqualTo(303);
    }
}
