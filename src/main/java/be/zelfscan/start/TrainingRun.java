package be.zelfscan.start;

import be.zelfscan.database.Scope;
import be.zelfscan.organisation.Role;
import be.zelfscan.start.InventedAnswers.SampleAnswers;
import be.zelfscan.web.FormContent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Work for a demonstration that runs, by which the JVM learns which classes the service needs, and how its methods are used: invented people
 * sign in, open each page that they find a link to, and answer and send whole scans, over HTTP as browsers do.
 */
@Singleton
public class TrainingRun {
    private static final List<Role> LOOK_AROUND = List.of(Role.director, Role.coordinator, Role.leader, Role.support);
    private static final int MOST_PAGES = 40;
    private static final int AT_ONCE = 2;
    private static final int MAIL_TRIES = 600;
    private static final int MAIL_STEP_MS = 50;
    private static final int TIMEOUT_MS = 60_000;
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");
    private static final Pattern MAIL = Pattern.compile("href=\"(/postvak/[^\"/]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"" + FormContent.VERSION + "\" value=\"([^\"]+)");
    private static final Pattern SIGN_IN_LINK = Pattern.compile("/aanmelden/link/[\\w-]+");

    private final Demonstration demonstration;

    TrainingRun(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    /**
     * @param address of the demonstration, on this machine
     * @param scans how many are answered and sent, after the pages were opened
     */
    public void at(String address, int scans) throws IOException, InterruptedException {
        List<StartController.Example> people = new Scope.Service().call(demonstration::players);
        for (Role role : LOOK_AROUND) {
            Browser browser = new Browser(address);
            browser.signIn(people.stream().filter(person -> person.role() == role).findFirst().orElseThrow().email());
            browser.lookAround();
        }
        Browser director = new Browser(address);
        director.signIn(new Scope.Service().call(demonstration::otherDirector).email());
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Callable<Void> answering = () -> {
                answer(director);
                return null;
            };
            for (Future<Void> sent : threads.invokeAll(Collections.nCopies(scans, answering))) {
                sent.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The training run failed", failure.getCause());
        }
    }

    private void answer(Browser browser) throws IOException {
        String scan = "/zelfscan/" + start();
        for (Map.Entry<String, Map<String, List<String>>> section : SampleAnswers.TODAY.read().entrySet()) {
            String page = scan + "/deel/" + section.getKey();
            browser.get(page);
            Map<String, List<String>> form = new LinkedHashMap<>(section.getValue());
            form.put("key", List.of(UUID.randomUUID().toString()));
            form.put("go", List.of("next"));
            browser.post(page, form);
        }
        browser.get(scan + "/overzicht");
        Matcher seen = SEEN.matcher(browser.get(scan + "/verzending"));
        seen.find();
        browser.post(scan + "/verzending", Map.of(FormContent.VERSION, List.of(seen.group(1))));
    }

    /** One at a time: each round has the next number in its title. */
    private synchronized UUID start() {
        return new Scope.Service().call(demonstration::startAnother);
    }

    /** Keeps its cookies and follows no redirect. Thread-safe once it is signed in. */
    private static final class Browser {
        private final String address;
        private final Map<String, String> cookies = new ConcurrentHashMap<>();

        Browser(String address) {
            this.address = address;
        }

        void signIn(String email) throws IOException, InterruptedException {
            String earlier = get("/postvak");
            get("/aanmelden");
            post("/aanmelden", Map.of("email", List.of(email)));
            for (int i = 0; i < MAIL_TRIES; i++) {
                for (String row : get("/postvak").split("</li>")) {
                    Matcher mail = MAIL.matcher(row);
                    if (row.contains(email) && row.contains("aan te melden") && mail.find() && !earlier.contains(mail.group(1))) {
                        Matcher link = SIGN_IN_LINK.matcher(get(mail.group(1)));
                        link.find();
                        get(link.group());
                        post(link.group(), Map.of());
                        return;
                    }
                }
                Thread.sleep(MAIL_STEP_MS);
            }
            throw new IOException("No mail with a link to sign in came to " + email);
        }

        void lookAround() {
            Set<String> seen = new LinkedHashSet<>(List.of("/centrum"));
            Deque<String> next = new ArrayDeque<>(seen);
            for (int opened = 0; opened < MOST_PAGES && !next.isEmpty(); opened++) {
                Matcher link = LINK.matcher(page(next.poll()));
                while (link.find()) {
                    String path = link.group(1).replace("&amp;", "&");
                    if (seen.add(path)) {
                        next.add(path);
                    }
                }
            }
        }

        private String page(String path) {
            try {
                return get(path);
            } catch (IOException refused) { // an example, or what this person may not see
                return "";
            }
        }

        String get(String path) throws IOException {
            return read(open(path));
        }

        void post(String path, Map<String, List<String>> form) throws IOException {
            HttpURLConnection connection = open(path);
            connection.setDoOutput(true);
            List<String> fields = new ArrayList<>();
            form.forEach((name, values) -> values.forEach(value -> fields
                    .add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
            connection.getOutputStream().write(String.join("&", fields).getBytes(StandardCharsets.ISO_8859_1));
            read(connection);
        }

        private HttpURLConnection open(String path) throws IOException {
            HttpURLConnection connection = (HttpURLConnection) URI.create(address + path).toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setReadTimeout(TIMEOUT_MS);
            connection.setRequestProperty("Cookie", String.join("; ", cookies.values()));
            return connection;
        }

        private String read(HttpURLConnection connection) throws IOException {
            connection.getHeaderFields().getOrDefault("Set-Cookie", List.of()).forEach(cookie -> {
                String pair = cookie.replaceFirst(";.*", "");
                cookies.put(pair.replaceFirst("=.*", ""), pair);
            });
            String location = connection.getHeaderField("Location");
            try (InputStream body = connection.getInputStream()) { // throws where the status is that of an error
                return new String(body.readAllBytes(), StandardCharsets.UTF_8)
                        + (location == null ? "" : "href=\"" + location + "\"");
            }
        }
    }
}
