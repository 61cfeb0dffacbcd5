package be.zelfscan.access.openid;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.TestService;
import be.zelfscan.support.Barriers;
import be.zelfscan.support.Browser;
import be.zelfscan.support.LogLines;
import be.zelfscan.support.Redirects;
import be.zelfscan.support.Visitor.Page;
import be.zelfscan.support.Visitor;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Signing in with an account of another service, by OpenID Connect. */
@Isolated("it reads the log, in which nothing of others may stand")
class OpenIdIT {
    private static final String TENANT = "0d9f3c1e-7f0a-4c55-9a43-0f6f4f0b6a11";
    private static final String CLIENT = "zelfscan-client";
    private static final int HOUR_S = 3600;

    private static MockOAuth2Server other;
    private static TestService service;
    private static Page whileAway;

    private final TestCentre centre = service.centre("Centrum met accounts");
    private final Visitor visitor = service.visitor();

    @BeforeAll
    static void start() throws IOException {
        int port = freePort();
        service = TestService.start(Map.of("OIDC_ISSUER", "http://localhost:" + port + "/" + TENANT, "OIDC_CLIENT_ID", CLIENT,
                "OIDC_CLIENT_SECRET", "geheim", "OIDC_TENANTS", TENANT));
        whileAway = service.visitor().get("/aanmelden/account");
        other = new MockOAuth2Server();
        other.start(InetAddress.getByName("localhost"), port);
    }

    @AfterAll
    static void stop() {
        service.close();
        other.shutdown();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void theButtonSignsInAndLeadsToThePageThatOneWasHeadingFor() {
        accept(claims(centre.director()), HOUR_S);
        com.microsoft.playwright.Page page = Browser.page(1280, 900);
        page.navigate(service.address() + "/centrum/" + centre.id());
        assertThat(Barriers.on(page)).isEmpty();
        page.getByRole(AriaRole.LINK, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Aanmelden met Microsoft")).click();
        page.waitForURL(Pattern.compile(".*/centrum/" + centre.id()));

        assertThat(page.innerText("header")).contains("Tine Test");
        assertThat(page.context().cookies().stream().filter(cookie -> cookie.name.equals("zelfscan")).toList())
                .singleElement().matches(cookie -> cookie.httpOnly);
        assertThat(page.context().cookies()).noneMatch(cookie -> cookie.value.startsWith("eyJ") && cookie.path.equals("/"));
        assertThat(signIns(centre.director())).isEqualTo(1);
        Browser.close(page);
    }

    @Test
    void theRequestCarriesAStateANonceAndAChallenge() {
        Page asked = service.visitor().get("/aanmelden");
        String location = Redirects.first(service.address() + asked.link("Aanmelden met Microsoft"));

        assertThat(location).startsWith("http://localhost:").contains("response_type=code").contains("state=").contains("nonce=")
                .contains("code_challenge=").contains("code_challenge_method=S256").contains("client_id=" + CLIENT)
                .doesNotContain("geheim");
    }

    static Stream<Arguments> unsound() {
        return Stream.of(Arguments.of("issuer", Map.of("iss", "http://localhost/elders"), HOUR_S, "its issuer is another one"),
                Arguments.of("tenant", Map.of("tid", "een-andere"), HOUR_S, "its tenant is not in OIDC_TENANTS"),
                Arguments.of("audience", Map.of("aud", "een-andere"), HOUR_S, "it was made for another audience"),
                Arguments.of("nonce", Map.of("nonce", "een-andere"), HOUR_S, "its nonce is not that of the request"),
                Arguments.of("end", Map.of(), -HOUR_S, "it has expired"),
                Arguments.of("beginning", Map.of("iat", 4_102_444_800L), HOUR_S, "it is not yet valid"));
    }

    @ParameterizedTest(name = "wrong {0}")
    @MethodSource
    void unsound(String what, Map<String, Object> wrong, int lifeInSeconds, String cause) {
        Map<String, Object> claims = claims(centre.director());
        claims.putAll(wrong);
        accept(claims, lifeInSeconds);

        refused("Het aanmelden met Microsoft is niet gelukt", cause, () -> visitor.get("/aanmelden/account"));
        assertThat(signIns(centre.director())).isZero();
    }

    @Test
    void anAddressForWhichNobodyVouchesSignsNobodyIn() {
        for (Map<String, Object> words : List.of(Map.<String, Object>of("xms_edov", false), Map.<String, Object>of("xms_edov", "0"),
                Map.<String, Object>of("email_verified", true))) {
            Map<String, Object> claims = claims(centre.director());
            claims.remove("xms_edov");
            claims.putAll(words);
            accept(claims, HOUR_S);

            refused("bevestigt niet dat het e-mailadres", "the e-mail address is not verified", () -> visitor.get("/aanmelden/account"));
        }
        assertThat(signIns(centre.director())).isZero();
    }

    @Test
    void whoIsNotKnownIsTurnedAwayAndToldWhomToAsk() {
        accept(claims("niemand@elders.example"), HOUR_S);

        Page page = refused("Vraag de directeur van jouw centrum", "nobody who may sign in", () -> visitor.get("/aanmelden/account"));

        assertThat(page.text()).doesNotContain("niemand@elders.example");
    }

    @Test
    void whoHasLeftOrWasRemovedIsTurnedAwayLikeAStranger() {
        Map<String, Object> claims = claims(centre.director());
        accept(claims, HOUR_S);
        assertThat(visitor.get("/aanmelden/account").path()).startsWith("/centrum");
        accept(claims("niemand@elders.example"), HOUR_S);
        String toAStranger = service.visitor().get("/aanmelden/account").text();

        service.change("update person set ended_on = current_date - 1 where email = ?", centre.director());
        accept(claims, HOUR_S);
        assertThat(service.visitor().get("/aanmelden/account").text()).isEqualTo(toAStranger);

        service.change("update person set ended_on = null, removed_at = now() where email = ?", centre.director());
        accept(claims, HOUR_S);
        assertThat(service.visitor().get("/aanmelden/account").text()).isEqualTo(toAStranger);
        assertThat(service.count("select count(*) from person_identity where subject = ?", claims.get("oid"))).isZero();
    }

    @Test
    void theAddressCountsOnceAndTheAccountFromThenOn() {
        Map<String, Object> claims = claims(centre.director());
        accept(claims, HOUR_S);
        visitor.get("/aanmelden/account");
        claims.put("email", "iets-anders@elders.example");
        claims.remove("xms_edov");
        accept(claims, HOUR_S);

        assertThat(service.visitor().get("/aanmelden/account").path()).startsWith("/centrum");
        assertThat(signIns(centre.director())).isEqualTo(2);
    }

    @Test
    void anotherAddressInZelfscanIsAnotherProof() {
        Map<String, Object> claims = claims(centre.director());
        accept(claims, HOUR_S);
        service.visitor().get("/aanmelden/account");
        service.change("update person set email = ? where email = ?", "nieuw-" + centre.director(), centre.director());
        accept(claims, HOUR_S);

        refused("Vraag de directeur", "nobody who may sign in", () -> visitor.get("/aanmelden/account"));
    }

    @Test
    void whoComesBackWithoutHavingLeftFromThisBrowserIsRefused() {
        String forged = java.util.Base64.getUrlEncoder()
                .encodeToString("{\"nonce\":\"geraden\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (String query : List.of("?code=abc&state=" + forged, "?code=abc", "?state=" + forged, "", "?code=abc&state=%25%25")) {
            refused("niet gelukt", "Sign-in with Microsoft refused", () -> visitor.get("/aanmelden/account/terug" + query));
        }
    }

    @Test
    void whoComesBackWithTheStateOfSomebodyElseIsRefused() {
        accept(claims("niemand@elders.example"), HOUR_S);
        visitor.get("/aanmelden/account");
        String another = java.util.Base64.getUrlEncoder()
                .encodeToString("{\"nonce\":\"geraden\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        refused("niet gelukt", "State comparison failed", () -> visitor.get("/aanmelden/account/terug?code=abc&state=" + another));
    }

    @Test
    void whoStopsHalfwayGetsAPlainPage() {
        Page page = visitor.get("/aanmelden/account/terug?error=access_denied&error_description=%3Cb%3Enee");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("is afgebroken").doesNotContain("nee");
    }

    @Test
    void theServiceStartsAndSaysSoWhileTheOtherIsAway() {
        assertThat(whileAway.status()).isEqualTo(503);
        assertThat(whileAway.text()).contains("Aanmelden met Microsoft lukt nu even niet");
    }

    @Test
    void aTokenInAHeaderOrCookieSignsNobodyIn() {
        accept(claims(centre.director()), HOUR_S);
        visitor.get("/aanmelden/account");
        String token = other.issueToken(TENANT, "iemand", CLIENT, claims(centre.director())).serialize();

        for (String cookie : List.of("JWT", "zelfscan", "JWT_REFRESH_TOKEN")) {
            assertThat(service.visitor().get("/centrum", "Cookie", cookie + "=" + token).path()).isEqualTo("/aanmelden");
        }
        assertThat(service.visitor().get("/centrum", "Authorization", "Bearer " + token).path()).isEqualTo("/aanmelden");
        assertThat(service.visitor().get("/centrum", "Authorization", "Basic YTpi").path()).isEqualTo("/aanmelden");
    }

    @Test
    void nothingElseOfTheLibraryCanBeReached() {
        for (String path : List.of("/keys", "/token_info", "/login", "/logout", "/oauth/access_token", "/oauth/logout",
                "/oauth/login/account",
                "/oauth/callback/account", "/.well-known/oauth-protected-resource", "/.well-known/openid-configuration",
                "/.well-known/oauth-authorization-server")) {
            assertThat(visitor.get(path).status()).as(path).isEqualTo(404);
            assertThat(visitor.post(path, Map.of()).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void withoutConfigurationNothingOfItExists() {
        Visitor plain = TestService.get().visitor();

        assertThat(plain.get("/aanmelden").text()).doesNotContain("Microsoft");
        assertThat(plain.get("/aanmelden/account").status()).isEqualTo(404);
        assertThat(plain.get("/aanmelden/account/terug").status()).isEqualTo(404);
    }

    private static Map<String, Object> claims(String email) {
        return new HashMap<>(Map.of("tid", TENANT, "oid", UUID.randomUUID().toString(), "email", email, "xms_edov", true));
    }

    private static void accept(Map<String, Object> claims, int lifeInSeconds) {
        other.enqueueCallback(new DefaultOAuth2TokenCallback(TENANT, "iemand", "JWT", List.of(), claims, lifeInSeconds));
    }

    private Page refused(String sentence, String cause, java.util.function.Supplier<Page> attempt) {
        try (LogLines log = new LogLines()) {
            Page page = attempt.get();
            assertThat(page.status()).isEqualTo(403);
            assertThat(page.text()).contains(sentence);
            assertThat(log.lines()).anyMatch(line -> line.contains(cause)).noneMatch(line -> line.contains("eyJ") || line.contains("@"));
            assertThat(page.path()).isEqualTo("/aanmelden/account/terug");
            assertThat(visitor.get("/centrum").path()).isEqualTo("/aanmelden");
            return page;
        }
    }

    private static long signIns(String email) {
        return service.count(
                "select count(*) from activity_log l join person p on p.id = l.person_id where p.email = ? and l.action = 'signed_in'"
                        + " and l.detail = 'met Microsoft'",
                email);
    }
}
