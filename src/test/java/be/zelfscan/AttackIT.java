package be.zelfscan;

import static be.zelfscan.support.RawConnection.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet.Actor;
import be.zelfscan.access.Rights;
import be.zelfscan.support.Browser;
import be.zelfscan.support.BrowserVisit;
import be.zelfscan.support.LogLines;
import be.zelfscan.support.RawConnection.Answer;
import be.zelfscan.support.RawConnection;
import be.zelfscan.support.Visitor;
import be.zelfscan.web.FailingPage;
import be.zelfscan.web.StaticFiles;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.micronaut.http.HttpMethod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What no browser of ours would send: it is refused with an answer that says so, it becomes no request of its own, and it leaves no trace
 * of what it held.
 */
@Isolated("it reads the log, in which nothing of others may stand")
class AttackIT {
    private static final String WORD = "geheimwoord";
    private static final String HIDDEN = "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private final TestService service = TestService.get();
    private final List<String> differences = new ArrayList<>();

    /** A head as it stands on the wire: its first line, and further lines. */
    private static String head(String line, String... more) {
        return line + "\r\n" + Stream.of(more).map(header -> header + "\r\n").reduce("", String::concat);
    }

    private static String get(String address, String... more) {
        return head("GET " + address + " HTTP/1.1", more) + "Host: localhost\r\nConnection: close\r\n\r\n";
    }

    private static String post(String address, String body, String... more) {
        return head("POST " + address + " HTTP/1.1", more) + "Host: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"
                + body;
    }

    private void expect(String name, String request, Integer... allowed) {
        List<Answer> answers;
        try {
            answers = RawConnection.exchange(service.address(), bytes(request));
        } catch (AssertionError open) {
            differences.add(name + ": " + open.getMessage());
            return;
        }
        if (answers.size() != 1) {
            differences.add(name + ": " + answers.size() + " answers: " + answers.stream().map(Answer::status).toList());
        }
        for (Answer answer : answers) {
            if (!List.of(allowed).contains(answer.status())) {
                differences.add(name + ": " + answer.status() + " instead of " + List.of(allowed));
            }
            differences.addAll(missing(name, answer));
        }
    }

    /** What an answer lacks of what every answer has. */
    private static List<String> missing(String name, Answer answer) {
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put("X-Content-Type-Options", "nosniff");
        needed.put("Referrer-Policy", "");
        needed.put("Content-Security-Policy", "");
        needed.put("Cache-Control", "");
        return needed.entrySet().stream()
                .filter(header -> answer.header(header.getKey()).size() != 1
                        || !answer.header(header.getKey()).getFirst().contains(header.getValue()))
                .map(header -> name + ": " + header.getKey() + " is " + answer.header(header.getKey())).toList();
    }

    @Test
    void aMalformedRequestIsRefusedWithoutATraceAndWithoutWhatItHeld() {
        String cookie = "Cookie: zelfscan=" + service.session(service.supporterId());
        try (LogLines log = new LogLines()) {
            for (String odd : List.of("\\", "|", "^", "{", "}", "\"", "<", ">", "`", "%", "%z1", "%4", "\u0001", "\u007f", "\u0085", "[",
                    "#x")) {
                expect("path with " + odd, get("/aanmelden/link/" + WORD + odd), 400);
                expect("query with " + odd, get("/rondes?zoek=" + WORD + odd, cookie),
                        odd.equals("[") ? new Integer[]{200, 400} : new Integer[]{400});
            }
            expect("two slashes", get("//rondes"), 400);
            expect("no address", "GET  HTTP/1.1\r\nHost: localhost\r\n\r\n", 400);
            expect("no version", "GET /\r\nHost: localhost\r\n\r\n", 400);
            expect("an asterisk", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n", 400);
            expect("an authority", "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400);
            expect("another scheme", get("ftp://localhost/"), 400);
            expect("a relative address", get("rondes"), 400);
            expect("a whole address", get("http://localhost/privacy"), 200);
            expect("a whole address without path", get("http://localhost"), 400);
            expect("a space in the address", get("/a b"), 400);
            expect("another version", "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", 400);
            expect("the next version", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400);
            expect("no HTTP at all", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n", 400);
            expect("another method", "HAAL /privacy HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405);
            expect("TRACE", "TRACE /privacy HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405);
            expect("DELETE", "DELETE /privacy HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405);
            expect("no host", "GET /privacy HTTP/1.1\r\n\r\n", 400);
            expect("two hosts", get("/privacy", "Host: elders.example"), 400);
            expect("an address of 20 kB", get("/rondes?zoek=" + WORD + "a".repeat(20_000)), 414);
            expect("a header of 20 kB", get("/privacy", "X-Lang: " + "a".repeat(20_000)), 431);
            expect("a cookie of 20 kB", get("/privacy", "Cookie: a=" + "a".repeat(20_000)), 431);
            expect("1,000 headers", get("/privacy", Stream.generate(() -> "X-Veel: aaaaaaaaaaaaaaa").limit(1_000).toArray(String[]::new)),
                    431);
            expect("a cookie that is no text", get("/rondes", "Cookie: a=\u00ff"), 303, 400);
            expect("a session that is no text", get("/rondes", "Cookie: zelfscan=\u00ff%zz\"'"), 303, 400);
            expect("a cookie of signs", get("/rondes", "Cookie: ;;=;=\"; =;, zelfscan==;%"), 303, 400);
            expect("a way that was kept", get("/aanmelden/verstuurd", "Cookie: zelfscan-naar=%"), 200);
            expect("a way that was kept half", get("/aanmelden/verstuurd", "Cookie: zelfscan-naar=%zz"), 200);
            expect("NUL in a header", get("/privacy", "X-Leeg: a\u0000b"), 400);
            expect("a line end in a header", get("/privacy", "X-Regel: a\nb"), 400);
            expect("a header without colon", get("/privacy", "X-Regel"), 400);
            expect("a header with a blank in its name", get("/privacy", "X Regel: a"), 400);
            expect("languages", get("/privacy", "Accept-Language: ;;;"), 200);
            expect("more languages", get("/privacy", "Accept-Language: ,;q=x;;,nl-\u00ff"), 200);
            expect("types that are wished", get("/privacy", "Accept: ;;;,/"), 200);
            expect("letters that are wished", get("/privacy", "Accept-Charset: bogus;q=x"), 200);
            expect("packing that is wished", get("/privacy", "Accept-Encoding: ;;q=x,\u00ff"), 200);
            expect("a key of no kind", get("/api/v1/rondes", "Authorization: Bearer \u00ff%00"), 401);
            expect("a key of another kind", get("/rondes", "Authorization: Basic ===="), 303);
            expect("a date that is none", get(StaticFiles.address("base.css"), "If-Modified-Since: gisteren"), 200, 400);
            expect("a range that is none", get(StaticFiles.address("base.css"), "Range: bytes=z-a"), 200, 400, 416);
            expect("ranges", get(StaticFiles.address("base.css"), "Range: bytes=99999999999999999999-1"), 200, 400, 416);
            expect("an origin that is none", post("/aanmelden", "", "Origin: %%%", "Content-Length: 0", "Connection: close"), 403);
            expect("an upgrade", get("/privacy", "Upgrade: h2c, websocket", "HTTP2-Settings: %%%"), 200);
            expect("a forwarded host",
                    get("/privacy", "X-Forwarded-Host: \u00ff", "Forwarded: for=;;;\"", "X-Forwarded-Port: x", "X-Forwarded-Proto: x"),
                    200);
            expect("letters that are not known",
                    post("/aanmelden", "", "Content-Length: 0").replace("urlencoded", "urlencoded; charset=bogus"), 415);
            expect("letters without a name", post("/aanmelden", "", "Content-Length: 0").replace("urlencoded", "urlencoded; charset="),
                    415);
            expect("two types", post("/aanmelden", "", "Content-Type: text/plain", "Content-Length: 0"), 415);
            expect("out of a folder", get("/static/../../application.yml"), 400, 404);
            expect("out of a folder, written otherwise", get("/static/%2e%2e%2f%2e%2e/application.yml"), 400, 404);
            expect("NUL in a part of a page", get("/static/%00.css"), 400, 404);
            expect("a broken letter", get("/rondes?zoek=%ff%fe", cookie), 200);
            expect("a broken letter in a path", get("/postvak/%ff"), 400, 404);
            expect("half of a pair", get("/rondes?zoek=%ED%A0%80", cookie), 200);
            assertThat(log.traces()).isEmpty();
            assertThat(log.lines()).noneMatch(line -> line.contains(WORD));
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void nothingIsSmuggledPastAProxy() {
        Map<String, String> requests = new LinkedHashMap<>();
        for (String coding : List.of("chunked", "chunked, xchunked", "chunked, identity", "identity, chunked", "xchunked", "gzip, chunked",
                "chunked, chunked",
                "\u000bchunked", "chunked\u0000", "\"chunked\"", "chunked;a=b", "\r\n chunked", "chunked\r\nTransfer-Encoding: identity",
                "identity\r\nTransfer-Encoding: chunked", "identity", "x\r\n chunked")) {
            requests.put("length and " + coding, post("/aanmelden", "0\r\n\r\n" + HIDDEN, "Content-Length: " + (5 + HIDDEN.length()),
                    "Transfer-Encoding: " + coding));
            if (!coding.equals("chunked")) {
                requests.put("without length, " + coding, post("/aanmelden", "0\r\n\r\n" + HIDDEN, "Transfer-Encoding: " + coding));
            }
        }
        requests.put("chunked in the version before", "POST /aanmelden HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN);
        requests.put("a blank before the colon", post("/aanmelden", "0\r\n\r\n" + HIDDEN, "Transfer-Encoding : chunked"));
        requests.put("two lengths", post("/aanmelden", HIDDEN, "Content-Length: 0", "Content-Length: " + HIDDEN.length()));
        requests.put("one length twice", post("/aanmelden", HIDDEN, "Content-Length: 0", "Content-Length: 0"));
        for (String length : List.of("-1", "+0", "0x0", "0, 0", "0,5", "1 0", "", "a", "\u000b0", "99999999999999999999", "0;a")) {
            requests.put("length " + length, post("/aanmelden", HIDDEN, "Content-Length: " + length));
        }
        for (String size : List.of("", "-1", "+0", "0x0", "g", "ZZ", "0 1", " 0", "fffffffff", "7fffffffffffffff1", "1;\u0000", "0;a=\nb",
                "1\n")) {
            requests.put("chunk of size " + size, post("/aanmelden", size + "\r\n\r\n" + HIDDEN, "Transfer-Encoding: chunked"));
        }
        requests.put("a chunk longer than said", post("/aanmelden", "1\r\nab\r\n0\r\n\r\n" + HIDDEN, "Transfer-Encoding: chunked"));
        requests.put("a chunk that ends in a bare line end", post("/aanmelden", "1\na\n0\n\n" + HIDDEN, "Transfer-Encoding: chunked"));
        requests.put("a line end within the head",
                "GET /privacy HTTP/1.1\r\nHost: localhost\nContent-Length: " + HIDDEN.length() + "\r\n\r\n" + HIDDEN);
        try (LogLines log = new LogLines()) {
            requests.forEach((name, request) -> expect(name, request, 400));
            assertThat(log.traces()).isEmpty();
        }
        assertThat(differences).isEmpty();
    }

    /** One of each kind of answer there is, by whoever makes it. */
    @Test
    void everyKindOfAnswerHasTheSecurityHeaders() {
        TestNet net = new TestNet();
        String support = "Cookie: zelfscan=" + service.session(net.person(Actor.support));
        String member = "Cookie: zelfscan=" + service.session(net.person(Actor.member));
        String file = "Content-Type: multipart/form-data; boundary=g";
        Map<String, Integer> statuses = new LinkedHashMap<>();
        Map<String, String> requests = new LinkedHashMap<>();
        ask(requests, statuses, 200, "a page", get("/privacy"));
        ask(requests, statuses, 200, "only the head of a page", get("/privacy").replaceFirst("GET", "HEAD"));
        ask(requests, statuses, 303, "to the sign-in page", get("/rondes"));
        ask(requests, statuses, 401, "what was typed by nobody", form("/rondes", "naam=getypt"));
        ask(requests, statuses, 401, "a part of a page for nobody", form("/rondes", "naam=getypt", "HX-Request: true"));
        ask(requests, statuses, 401, "a program without a token", get("/api/v1/rondes"));
        ask(requests, statuses, 403, "another role", get("/rondes", member));
        ask(requests, statuses, 403, "another site", form("/rondes", "a=b", support, "Origin: http://elders.example"));
        ask(requests, statuses, 405, "another site, asking first", "OPTIONS /rondes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Origin: http://elders.example\r\nAccess-Control-Request-Method: POST\r\n\r\n");
        ask(requests, statuses, 404, "another centre", get("/centrum/" + net.otherCentre, member));
        ask(requests, statuses, 404, "no page", get("/bestaat-niet"));
        ask(requests, statuses, 404, "no part of a page", get("/static/bestaat-niet.css"));
        ask(requests, statuses, 405, "another way", form("/privacy", "a=b"));
        ask(requests, statuses, 422, "too early",
                form("/zelfscan/" + net.scan + "/verzending", "", "Cookie: zelfscan=" + service.session(net.person(Actor.director))));
        ask(requests, statuses, 410, "a link that is used up", get("/aanmelden/link/onbekend"));
        ask(requests, statuses, 413, "a form that is too large",
                post("/rondes", "a=" + "b".repeat(100), support, "Content-Length: 1100000"));
        ask(requests, statuses, 413, "a file that is too large",
                head("POST /organisatie/import HTTP/1.1", support, file, "Host: localhost", "Content-Length: 7000000") + "\r\n--g\r\n");
        ask(requests, statuses, 415, "no form",
                form("/rondes", "{}", support).replace("application/x-www-form-urlencoded", "application/json"));
        ask(requests, statuses, 422, "an empty form", form("/rondes", "", support));
        ask(requests, statuses, 500, "an error of ours", get("/" + FailingPage.PATH));
        ask(requests, statuses, 200, "a part of a page", get(StaticFiles.address("base.css")));
        ask(requests, statuses, 200, "a typeface", get("/fonts/Inter-Regular.woff2"));
        ask(requests, statuses, 200, "a picture", get("/resultaat/" + net.sent + "/datagrafiek.svg", member));
        ask(requests, statuses, 200, "a document", get("/resultaat/" + net.sent + "/rapport.pdf", member));
        ask(requests, statuses, 200, "a sheet", get("/organisatie/export.csv", support));
        ask(requests, statuses, 200, "health", get("/health"));
        ask(requests, statuses, 200, "measurements", get("/prometheus", support));
        requests.forEach((name, request) -> {
            Answer answer = RawConnection.exchange(service.address(), bytes(request)).getFirst();
            differences.addAll(missing(name, answer));
            if (answer.status() != statuses.get(name)) {
                differences.add(name + ": " + answer.status() + " instead of " + statuses.get(name));
            }
            String kept = switch (name) {
                case "a part of a page" -> "public, max-age=31536000, immutable";
                case "a typeface" -> "public, max-age=3600";
                default -> "no-store";
            };
            if (!answer.header("Cache-Control").equals(List.of(kept))) {
                differences.add(name + ": Cache-Control is " + answer.header("Cache-Control"));
            }
        });
        assertThat(differences).isEmpty();
    }

    private static void ask(Map<String, String> requests, Map<String, Integer> statuses, int status, String name, String request) {
        requests.put(name, request);
        statuses.put(name, status);
    }

    /** A form as a browser posts it. */
    private static String form(String address, String body, String... more) {
        return post(address, body,
                Stream.concat(Stream.of("Content-Length: " + body.length(), "Connection: close"), Stream.of(more)).toArray(String[]::new));
    }

    /** Also where the answer is made before the end of a request that has no body is told. */
    @Test
    void whoAsksForPagesOneAfterAnotherKeepsTheConnection() {
        try (RawConnection connection = new RawConnection(service.address())) {
            for (int i = 0; i < 50; i++) {
                connection.write(bytes("GET /privacy HTTP/1.1\r\nHost: localhost\r\n\r\n"));
                RawConnection.Answer answer = connection.next();
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("Connection")).as("page " + i).isEmpty();
            }
        }
    }

    @Test
    void noAddressTakesAWriteFromAnotherSite() {
        String support = "Cookie: zelfscan=" + service.session(service.supporterId());
        List<String> posts = Rights.table().stream().filter(row -> row.method() == HttpMethod.POST)
                .map(row -> row.path().replaceAll("\\{\\w+}", UUID.randomUUID().toString())).toList();
        for (String address : posts) {
            for (String sign : List.of("Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Sec-Fetch-Site: ",
                    "Origin: http://elders.example",
                    "Origin: null", "Origin: http://localhost.elders.example", "Origin: ")) {
                expect(address + " with " + sign, form(address, "a=b", support, sign), 403);
            }
        }
        assertThat(posts).hasSizeGreaterThan(40);
        assertThat(differences).isEmpty();
    }

    @Test
    void aFormThatDoesNotComeWholeSavesNothing() {
        TestNet net = new TestNet();
        String member = "Cookie: zelfscan=" + service.session(net.person(Actor.member));
        String block = "/zelfscan/" + net.scan + "/deel/" + service.questionnaire().blocks().getFirst().id();
        String fields = "motive.revision=0&motive.choice=both&motive.note=DEEL";
        String chunk = Integer.toHexString(fields.length()) + "\r\n" + fields + "\r\n";
        String chunked = "Transfer-Encoding: chunked";
        for (String end : List.of("ZZ\r\n", "-1\r\n", "5\r\nabc\r\n0\r\n\r\n", "\r\n\r\n", "ffffffffff\r\n", "0;\n\r\n", "0 x\r\n\r\n")) {
            expect("a chunk that ends in " + end.strip(), post(block, chunk + end, member, chunked), 400);
        }
        for (String cut : List.of(post(block, chunk, member, chunked), post(block, chunk + "0\r\n", member, chunked),
                post(block, chunk + "5\r\nab", member, chunked),
                post(block, fields, member, "Content-Length: " + (fields.length() + 1)), "POST " + block + " HTTP/1.1\r\nHost: loc")) {
            try (RawConnection connection = new RawConnection(service.address())) {
                connection.write(bytes(cut));
                connection.finish();
                List<Answer> answers = connection.rest();
                assertThat(answers).extracting(Answer::status).as(cut).containsExactly(400);
                differences.addAll(missing("cut", answers.getFirst()));
            }
        }
        String many = "a=&".repeat(20_000);
        List<Answer> tooMany = RawConnection.exchange(service.address(), bytes(form(block, many + fields, member)));
        assertThat(tooMany).extracting(Answer::status).containsExactly(413);
        assertThat(tooMany.getFirst().text()).contains("te veel velden").contains("20.000").contains("niets bewaard");
        assertThat(service.count("select count(*) from answer_history where scan_id = ?", net.scan)).isZero();
        assertThat(differences).isEmpty();

        expect("fewer fields, whole", form(block, "a=&".repeat(15_000) + fields, member), 303);
        assertThat(service.count("select count(*) from answer_history where scan_id = ? and question = 'motive'", net.scan)).isEqualTo(1);
        assertThat(differences).isEmpty();
    }

    @Test
    void anUploadOfAnyShapeIsAnsweredWithASentence() throws IOException {
        String support = "Cookie: zelfscan=" + service.session(service.supporterId());
        String disposition = "Content-Disposition: form-data; name=\"bestand\"; filename=\"a.csv\"\r\n";
        String text = "\r\nNaam;E-mail\r\n";
        try (LogLines log = new LogLines()) {
            for (String part : List.of(disposition + "Content-Type: text/csv; charset=bogus\r\n" + text,
                    "Content-Disposition: form-data; name=\"bestand\"; filename*=bogus''a\r\n" + text,
                    disposition + "Content-Transfer-Encoding: bogus\r\n" + text,
                    "Content-Disposition: form-data; name=\"bestand\"\r\n" + text,
                    "Content-Disposition: form-data; name=\"bestand\"; filename=\"a\u0000b.csv\"\r\n" + text,
                    "Content-Disposition: form-data; filename=\"a.csv\"\r\n" + text,
                    "Content-Disposition: form-data\r\n" + text, "Content-Disposition: bogus;;;=\r\n" + text, text,
                    "\u0000\u0001\u00ff" + text,
                    disposition + "Content-Type: \r\n" + text, disposition + "Content-Type: a/b/c; ;;=\r\n" + text,
                    disposition + "Content-Length: -5\r\n" + text,
                    disposition + "Content-Length: 99999999999999999999\r\n" + text,
                    disposition + "Content-Type: multipart/mixed; boundary=g\r\n" + text,
                    disposition + "Content-Type: multipart/mixed\r\n" + text,
                    "Content-Disposition: form-data; name=\"bestand\"; filename=\"" + "a".repeat(5_000) + "\"\r\n" + text,
                    "Content-Disposition: form-data; name=\"bestand\"; filename=\"../../a\"\r\n" + text, disposition + disposition + text,
                    disposition + "X: " + "a".repeat(20_000) + "\r\n" + text)) {
                String shown = part.length() > 120 ? part.substring(0, 120) : part;
                expect("part " + shown, file(support, "--g\r\n" + part + "--g--\r\n"), 400, 413, 422);
                expect("cut part " + shown, file(support, "--g\r\n" + part), 400, 413, 422);
            }
            for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"",
                    "multipart/form-data; boundary=g; charset=utf-16",
                    "multipart/form-data; boundary=" + "g".repeat(5_000), "multipart/mixed; boundary=g",
                    "multipart/form-data; boundary=g, x")) {
                expect("type " + (type.length() > 80 ? type.substring(0, 80) : type),
                        file(support, "--g\r\n" + disposition + text + "--g--\r\n").replaceFirst("multipart/form-data; boundary=g", type),
                        400, 413,
                        415, 422);
            }
            expect("many parts",
                    file(support, ("--g\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n").repeat(20_000) + "--g--\r\n"), 400,
                    413, 422);
            expect("packed", form("/organisatie/import", "\u001f\u008b", support, "Content-Encoding: gzip"), 415);
            expect("a workbook with a part of another name", file(support, "--g\r\n" + disposition.replace("csv", "xlsx") + "\r\n"
                    + new String(getClass().getResourceAsStream("/sheets/sheet-part-without-xml-name.xlsx").readAllBytes(),
                            StandardCharsets.ISO_8859_1)
                    + "\r\n--g--\r\n"), 422);
            assertThat(log.traces()).isEmpty();
        }
        assertThat(differences).isEmpty();
    }

    private static String file(String cookie, String body) {
        return head("POST /organisatie/import HTTP/1.1", cookie, "Host: localhost", "Connection: close", "Content-Length: " + body.length(),
                "Content-Type: multipart/form-data; boundary=g") + "\r\n" + body;
    }

    @Test
    void ofMuchThatIsWrongInASheetThePageShowsTheFirst() {
        String support = "Cookie: zelfscan=" + service.session(service.supporterId());
        String rows = "Scholengroep;Centrum;Vestiging;Naam;E-mail;Rol\n" + ";;;Naam;geen adres;geen rol\n".repeat(3_000);

        Answer answer = RawConnection.exchange(service.address(), bytes(file(support,
                "--g\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"a.csv\"\r\n\r\n" + rows + "\r\n--g--\r\n")))
                .getFirst();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Dit zijn de eerste 200").contains("kloppen 6");
        assertThat(answer.body()).hasSizeLessThan(100_000);
    }

    /** It is answered before the file has come, and the browser, which sends all of it first, still reads the answer. */
    @Test
    void aFileThatIsTooLargeIsSaidAtOnceAndShownInTheBrowser() {
        UUID supporter = service.supporterId();
        try (RawConnection connection = new RawConnection(service.address())) {
            connection.write(
                    bytes(head("POST /organisatie/import HTTP/1.1", "Cookie: zelfscan=" + service.session(supporter), "Host: localhost",
                            "Content-Type: multipart/form-data; boundary=g", "Content-Length: 20000000") + "\r\n--g\r\n"));
            assertThat(connection.next().status()).isEqualTo(413);
            byte[] megabyte = new byte[1_000_000];
            for (int i = 0; i < 19; i++) {
                connection.write(megabyte);
            }
            assertThat(connection.rest()).isEmpty();
        }
        Page page = Browser.page(1280, 900);
        BrowserVisit.signIn(page, service, service.texts("select email from person where id = '" + supporter + "'").getFirst());
        page.navigate(service.address() + "/organisatie/import");
        page.setInputFiles("input[type=file]", new FilePayload("groot.csv", "text/csv", new byte[6_500_000]));
        page.click("form[action='/organisatie/import'] button");
        page.waitForSelector("text=Dit bestand is te groot");
        Browser.close(page);
    }

    @Test
    void whatIsRefusedLeavesOneLineWithoutAddressOrToken() {
        TestNet net = new TestNet();
        Visitor member = net.visitor(Actor.member);
        UUID person = net.person(Actor.member);
        try (LogLines log = new LogLines()) {
            service.visitor().get("/rondes");
            member.get("/rondes");
            member.get("/centrum/" + net.otherCentre);
            service.visitor().get("/aanmelden/link/" + WORD);
            service.visitor().get("/" + FailingPage.PATH);
            service.visitor().get("/api/v1/rondes", "Authorization", "Bearer " + WORD);
            member.get("/bestaat-niet/" + WORD);

            assertThat(log.lines()).filteredOn(line -> line.startsWith("Refused")).containsExactly("Refused: niemand /rondes 401",
                    "Refused: " + person + " /rondes 403", "Refused: " + person + " /centrum/{centreId} 404",
                    "Refused: niemand /aanmelden/link/{token} 410", "Refused: niemand /api/v1/rondes 401", "Refused: " + person + " - 404");
            assertThat(log.lines()).noneMatch(line -> line.contains(WORD) || line.contains("programmeerfout"));
        }
    }
}
