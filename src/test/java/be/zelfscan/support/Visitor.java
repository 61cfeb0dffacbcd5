package be.zelfscan.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody with a browser that runs no scripts: follows links and redirects, fills in forms and posts them as a browser does. */
public final class Visitor {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MAIL_TRIES = 600;
    private static final int MAIL_STEP_MS = 50;

    private String address;
    private final CookieManager cookies;
    private final HttpClient client;

    public Visitor(String address) {
        this(address, new CookieManager());
    }

    private Visitor(String address, CookieManager cookies) {
        this.address = address;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(LIMIT)
                .build();
    }

    /** Somebody whose browser speaks HTTPS with a proxy, which passes the requests on to this address without. */
    public static Visitor overHttps(String address) {
        return new Visitor(address, new CookieManager() {
            @Override
            public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) throws IOException {
                return super.get(URI.create(uri.toString().replaceFirst("^http:", "https:")), headers);
            }
        });
    }

    /** Goes on at the service's new address; the cookies go along. */
    public void moveTo(String newAddress) {
        address = newAddress;
    }

    /** The value of a cookie that this browser holds. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name)).findFirst().orElseThrow()
                .getValue();
    }

    /** Holds a cookie, as if the service had given it. */
    public Visitor withCookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(address), cookie);
        return this;
    }

    /** A page that came back; read as HTML only when somebody asks for that. */
    public static final class Page {
        private final HttpResponse<byte[]> response;
        private Document document;

        private Page(HttpResponse<byte[]> response) {
            this.response = response;
        }

        public int status() {
            return response.statusCode();
        }

        public String path() {
            return response.uri().getPath();
        }

        public byte[] body() {
            return response.body();
        }

        public HttpResponse<byte[]> response() {
            return response;
        }

        public synchronized Document document() {
            if (document == null) {
                document = Jsoup.parse(new String(body(), StandardCharsets.UTF_8), response.uri().toString());
            }
            return document;
        }

        public String text() {
            return document().body().text();
        }

        /** The form with this address, or the first one with it in its address. */
        public Form form(String action) {
            return new Form(document().select("form").stream().filter(form -> form.attr("action").equals(action)).findFirst()
                    .or(() -> document().select("form").stream().filter(form -> form.attr("action").contains(action)).findFirst())
                    .orElseThrow(() -> new AssertionError("No form to " + action + " on " + path() + ": " + text())));
        }

        /** Address of the link with this text. */
        public String link(String text) {
            return document().select("a").stream().filter(link -> link.text().contains(text)).findFirst()
                    .orElseThrow(() -> new AssertionError("No link ‘" + text + "’ on " + path() + ": " + text())).attr("href");
        }
    }

    /** A form as the page gave it, being filled in. */
    public static final class Form {
        private final String action;
        private final Map<String, List<String>> fields = new LinkedHashMap<>();

        private Form(Element form) {
            action = form.attr("action");
            for (Element field : form.select("input, textarea, select")) {
                boolean ticked = !List.of("radio", "checkbox").contains(field.attr("type")) || field.hasAttr("checked");
                if (ticked && !field.hasAttr("disabled") && field.closest("fieldset[disabled]") == null
                        && field.closest("template") == null) {
                    String value = switch (field.tagName()) {
                        case "textarea" -> field.wholeText().replaceFirst("^\n", "");
                        case "select" -> field.select("option[selected]").attr("value");
                        default -> field.attr("value");
                    };
                    fields.computeIfAbsent(field.attr("name"), name -> new ArrayList<>()).add(value);
                }
            }
        }

        public String action() {
            return action;
        }

        public Map<String, List<String>> fields() {
            return Map.copyOf(fields);
        }

        /** Puts these values in the place of what stood there; none takes the field away. */
        public Form set(String name, String... values) {
            if (values.length == 0) {
                fields.remove(name);
            } else {
                fields.put(name, List.of(values));
            }
            return this;
        }

        public List<String> get(String name) {
            return fields.getOrDefault(name, List.of());
        }
    }

    public Page get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    /** The same, with headers of one's own: name, value, and so on. */
    public Page get(String path, String... headers) {
        return send(HttpRequest.newBuilder(uri(path)).headers(headers).GET());
    }

    public Page submit(Form form) {
        return post(form.action, form.fields);
    }

    public Page post(String path, Map<String, List<String>> fields, String... headers) {
        String body = fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> encode(field.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Posts what no form of a page makes. */
    public Page postRaw(String path, String type, String body) {
        return send(HttpRequest.newBuilder(uri(path)).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Posts a form with one file, as a browser does. */
    public Page upload(String path, String field, String fileName, byte[] content) {
        String boundary = "grens-van-een-test";
        byte[] head = ("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: "
                + "application/octet-stream\r\n\r\n")
                .formatted(boundary, field, fileName).getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(uri(path)).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, content, tail))));
    }

    /** Signs in by the link in the mail of the local mailbox. */
    public Page signIn(String email) {
        submit(get("/aanmelden").form("/aanmelden").set("email", email));
        Page confirmation = get(signInLink(email));
        Page home = submit(confirmation.form("/aanmelden/link"));
        if (home.path().startsWith("/aanmelden")) {
            throw new AssertionError("Not signed in: " + home.text());
        }
        return home;
    }

    /** The link of the newest sign-in mail to somebody, as a path; waits, bounded, for one that still works. */
    public String signInLink(String email) {
        for (int i = 0; i < MAIL_TRIES; i++) {
            Matcher link = Pattern.compile("(/aanmelden/link/[\\w-]+)").matcher(newestMail(email, "aan te melden").document().outerHtml());
            if (link.find() && get(link.group(1)).status() == 200) {
                return link.group(1);
            }
            pause();
        }
        throw new AssertionError("No mail with a link that works came to " + email);
    }

    /** The newest mail to somebody with this in its subject, as the mailbox shows it; waits for it, bounded. */
    public Page newestMail(String email, String subject) {
        for (int i = 0; i < MAIL_TRIES; i++) {
            for (Element row : get("/postvak").document().select("a.row")) {
                if (row.text().contains(email) && row.text().contains(subject)) {
                    return get(row.attr("href"));
                }
            }
            pause();
        }
        throw new AssertionError("No mail ‘" + subject + "’ came to " + email);
    }

    private static void pause() {
        try {
            Thread.sleep(MAIL_STEP_MS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Page send(HttpRequest.Builder request) {
        try {
            return new Page(client.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create(path.startsWith("http") ? path : address + path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
