package be.zelfscan.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A second real browser, since it restores, posts and presses otherwise than Chromium: Debian's Firefox ESR with a profile of its own,
 * driven over Marionette, its own small protocol (Playwright drives no Firefox but its own build). Without window; no traffic but to the
 * service. Every wait is bounded. One thread at a time.
 */
public final class Firefox implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ANSWER_MS = 60_000;
    private static final int LONGEST_ANSWER = 32 * 1024 * 1024;
    private static final int PROTOCOL = 3;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    /** No update, no telemetry, no list of anything fetched, no look at the network; nothing but the loopback address is ever reached. */
    private static final Map<String, Object> PREFERENCES = preferences();

    /** A key that types no letter, as WebDriver names it. */
    public enum Key {
        ENTER('\uE007'), TAB('\uE004'), ESCAPE('\uE00C'), SPACE(' '), DOWN('\uE015'), UP('\uE013'), END('\uE010'), BACKSPACE('\uE003'), F5(
                '\uE035');

        private final char code;

        Key(char code) {
            this.code = code;
        }
    }

    private final Path profile;
    private final Process process;
    private final Socket socket;
    private int commands;

    private Firefox(Path profile, Process process, Socket socket) {
        this.profile = profile;
        this.process = process;
        this.socket = socket;
    }

    private static Map<String, Object> preferences() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("marionette.port", 0); // any free one; it writes which
        // Whatever is asked of another host goes to a port on which nobody listens.
        all.put("network.proxy.type", 1);
        all.put("network.proxy.http", "127.0.0.1");
        all.put("network.proxy.http_port", 9);
        all.put("network.proxy.ssl", "127.0.0.1");
        all.put("network.proxy.ssl_port", 9);
        all.put("network.proxy.no_proxies_on", "localhost, 127.0.0.1, [::1]");
        all.put("network.disable-localhost-when-offline", true);
        all.put("network.dns.disablePrefetch", true);
        all.put("network.prefetch-next", false);
        all.put("network.captive-portal-service.enabled", false);
        all.put("network.connectivity-service.enabled", false);
        all.put("app.update.disabledForTesting", true);
        all.put("app.normandy.enabled", false);
        all.put("datareporting.policy.dataSubmissionEnabled", false);
        all.put("datareporting.healthreport.uploadEnabled", false);
        all.put("toolkit.telemetry.server", "");
        all.put("toolkit.telemetry.enabled", false);
        all.put("browser.safebrowsing.malware.enabled", false);
        all.put("browser.safebrowsing.phishing.enabled", false);
        all.put("browser.safebrowsing.downloads.enabled", false);
        all.put("extensions.update.enabled", false);
        all.put("extensions.systemAddon.update.enabled", false);
        all.put("extensions.getAddons.cache.enabled", false);
        all.put("services.settings.server", "data:,#remote-settings-dummy/v1");
        all.put("browser.region.update.enabled", false);
        all.put("browser.region.network.url", "");
        all.put("browser.search.update", false);
        all.put("browser.newtabpage.enabled", false);
        all.put("browser.startup.page", 0);
        all.put("browser.startup.homepage_override.mstone", "ignore");
        all.put("browser.aboutwelcome.enabled", false);
        all.put("browser.layout.checkDefaultBrowser", false);
        all.put("dom.push.connection.enabled", false);
        all.put("media.gmp-manager.updateEnabled", false);
        all.put("media.gmp-manager.url", "");
        all.put("intl.accept_languages", "nl-BE,nl");
        // As people have it: what is restored after a reload or a reopened tab is what these tests look at.
        all.put("dom.disable_beforeunload", false);
        all.put("browser.sessionstore.interval", 200);
        return Map.copyOf(all);
    }

    /** Those that a test is done with; to start one takes longer than most tests. */
    private static final Deque<Firefox> IDLE = new ConcurrentLinkedDeque<>();

    /** Gives one that holds nothing of what was done before: one that a test closed, or a new one. Close it after use. */
    public static Firefox start() {
        Firefox idle = IDLE.poll();
        return idle == null ? startNew() : idle;
    }

    private static Firefox startNew() {
        Path program = Stream.of(Optional.ofNullable(System.getenv("FIREFOX")).orElse(""), "/usr/bin/firefox-esr")
                .filter(path -> !path.isEmpty()).map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "These tests need a Firefox: apt-get install firefox-esr, or name one in the variable FIREFOX"));
        Process process = null;
        try {
            Path profile = Files.createTempDirectory(Files.createDirectories(Path.of("target")).toAbsolutePath(), "firefox-");
            Files.writeString(profile.resolve("user.js"), PREFERENCES.entrySet().stream()
                    .map(one -> "user_pref(\"%s\", %s);".formatted(one.getKey(),
                            one.getValue() instanceof String text ? quoted(text) : one.getValue()))
                    .collect(Collectors.joining("\n")));
            ProcessBuilder builder = new ProcessBuilder(program.toString(), "--headless", "--no-remote", "--profile", profile.toString(),
                    "--marionette", "--remote-allow-system-access", "--width", "1280", "--height", "900", "about:blank");
            // A home of its own: as root it refuses somebody else's, and it leaves nothing behind.
            builder.environment().put("HOME", profile.toString());
            builder.environment().put("MOZ_CRASHREPORTER_DISABLE", "1");
            builder.environment().put("MOZ_DATA_REPORTING", "0");
            builder.redirectErrorStream(true).redirectOutput(profile.resolve("output.log").toFile());
            process = builder.start();
            Firefox firefox = new Firefox(profile, process, connect(profile, process));
            firefox.greet();
            Runtime.getRuntime().addShutdownHook(new Thread(firefox::end));
            return firefox;
        } catch (IOException | RuntimeException problem) {
            end(process);
            throw problem instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) problem;
        }
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static Socket connect(Path profile, Process process) throws IOException {
        Path port = profile.resolve("MarionetteActivePort");
        Await.until(START, "Firefox says its port, see " + profile.resolve("output.log"), () -> {
            if (!process.isAlive()) {
                throw new AssertionError("Firefox ended with " + process.exitValue() + ", see " + profile.resolve("output.log"));
            }
            return isWritten(port);
        });
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(Files.readString(port).strip())),
                (int) LIMIT.toMillis());
        socket.setSoTimeout(ANSWER_MS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static boolean isWritten(Path file) {
        try {
            return Files.exists(file) && Files.readString(file).strip().matches("\\d+");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void greet() throws IOException {
        JsonNode greeting = read();
        if (greeting.path("marionetteProtocol").asInt() != PROTOCOL) {
            throw new IllegalStateException("Another protocol than " + PROTOCOL + ": " + greeting);
        }
        // Whether to leave a page is answered with yes; any other question stays, for the test to answer.
        tell("WebDriver:NewSession", Map.of("capabilities", Map.of("alwaysMatch", Map.of("pageLoadStrategy", "normal",
                "unhandledPromptBehavior", Map.of("default", "ignore", "beforeUnload", "accept")))));
    }

    /** Goes to an address, and waits until the page is there. */
    public void navigate(String address) {
        tell("WebDriver:Navigate", Map.of("url", address));
    }

    public void back() {
        tell("WebDriver:Back", Map.of());
    }

    public void forward() {
        tell("WebDriver:Forward", Map.of());
    }

    /** As F5 does it (WebDriver's own refresh is another): what was typed in fields is restored, where the page does not forbid it. */
    public void reload() {
        evaluate("window.isBeforeReload = true;");
        inBrowser("Services.wm.getMostRecentWindow('navigator:browser').BrowserCommands.reload();");
        until("!window.isBeforeReload && document.readyState === 'complete'");
    }

    public String address() {
        return tell("WebDriver:GetCurrentURL", Map.of()).path("value").asText();
    }

    /** Waits until the address of the page has this in it. */
    public void untilAddress(String part) {
        Await.until(LIMIT, "an address with " + part + ", not " + address(), () -> address().contains(part));
    }

    /** Runs the body of a function in the page; returns its value, null without one. Arguments are numbers, texts, truths, lists. */
    public JsonNode evaluate(String body, Object... arguments) {
        return tell("WebDriver:ExecuteScript", Map.of("script", body, "args", Arrays.asList(arguments))).path("value");
    }

    /** Waits until a JavaScript expression is true; a page that is being replaced counts as not yet. */
    public void until(String expression, Object... arguments) {
        Await.until(LIMIT, expression + " " + Arrays.toString(arguments) + " at " + address(), () -> {
            try {
                return evaluate("return Boolean(" + expression + ");", arguments).asBoolean();
            } catch (Refused gone) {
                return false;
            }
        });
    }

    /** The text that an element shows; waits for it. */
    public String text(String selector) {
        waitFor(selector);
        return evaluate("return document.querySelector(arguments[0]).innerText;", selector).asText();
    }

    /** What stands in a field; waits for it. */
    public String value(String selector) {
        waitFor(selector);
        return evaluate("return document.querySelector(arguments[0]).value;", selector).asText();
    }

    public boolean isChecked(String selector) {
        waitFor(selector);
        return evaluate("return document.querySelector(arguments[0]).checked;", selector).asBoolean();
    }

    public int count(String selector) {
        return evaluate("return document.querySelectorAll(arguments[0]).length;", selector).asInt();
    }

    public void waitFor(String selector) {
        until("document.querySelector(arguments[0])", selector);
    }

    /** Presses an element with the mouse. */
    public void click(String selector) {
        tell("WebDriver:ElementClick", Map.of("id", find(selector)));
    }

    /** Puts the cursor at the end of a field and types. */
    public void type(String selector, String text) {
        tell("WebDriver:ElementSendKeys", Map.of("id", find(selector), "text", text));
    }

    /** Empties a field by its keys, as a person does, and types. */
    public void fill(String selector, String text) {
        click(selector);
        evaluate("document.querySelector(arguments[0]).select();", selector);
        press(Key.BACKSPACE);
        if (!text.isEmpty()) {
            type(selector, text);
        }
    }

    /** Presses a key where the cursor stands. */
    public void press(Key key) {
        String code = String.valueOf(key.code);
        tell("WebDriver:PerformActions", Map.of("actions", List.of(Map.of("type", "key", "id", "keyboard", "actions",
                List.of(Map.of("type", "keyDown", "value", code), Map.of("type", "keyUp", "value", code))))));
    }

    /** Presses a key in a field. */
    public void press(String selector, Key key) {
        find(selector);
        evaluate("document.querySelector(arguments[0]).focus();", selector);
        press(key);
    }

    /** Holds a cookie for the site of the page that is open. */
    public void cookie(String name, String value) {
        tell("WebDriver:AddCookie", Map.of("cookie", Map.of("name", name, "value", value, "path", "/")));
    }

    public void forgetCookies() {
        tell("WebDriver:DeleteAllCookies", Map.of());
    }

    /** Opens a tab and goes on in it; returns the name of the tab where one was. */
    public String newTab() {
        String here = tell("WebDriver:GetWindowHandle", Map.of()).path("value").asText();
        String fresh = tell("WebDriver:NewWindow", Map.of("type", "tab", "focus", true)).path("handle").asText();
        goTo(fresh);
        return here;
    }

    /** Goes on in another tab. */
    public void goTo(String tab) {
        tell("WebDriver:SwitchToWindow", Map.of("handle", tab, "focus", true));
    }

    /** Closes this tab, which must not be the last, and goes on in another. */
    public void closeTab() {
        JsonNode left = tell("WebDriver:CloseWindow", Map.of());
        goTo(left.get(0).asText());
    }

    /** Brings back the tab that was closed last, with what was typed in it, and goes on in it. */
    public void reopenTab() {
        List<String> before = tabs();
        inBrowser("SessionStore.undoCloseTab(Services.wm.getMostRecentWindow('navigator:browser'), 0);");
        Await.until(LIMIT, "the tab is back", () -> tabs().size() > before.size());
        goTo(tabs().stream().filter(tab -> !before.contains(tab)).findFirst().orElseThrow());
        until("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    private List<String> tabs() {
        return JSON.convertValue(tell("WebDriver:GetWindowHandles", Map.of()),
                JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    /** Takes the network away from the whole browser, or gives it back; the pages are told, as with a real cable. */
    public void offline(boolean away) {
        // The connections that stand open to this machine are closed, since only new ones are refused.
        inBrowser("Services.io.offline = " + away + "; Services.obs.notifyObservers(null, 'net:prune-all-connections');");
        until("navigator.onLine === " + !away);
    }

    /** Answers the question that a script of the page asks with yes. */
    public void accept() {
        tell("WebDriver:AcceptAlert", Map.of());
    }

    /** What the whole page looks like, as PNG. */
    public byte[] picture() {
        return Base64.getDecoder().decode(tell("WebDriver:TakeScreenshot", Map.of("full", true)).path("value").asText());
    }

    /** Runs a script with the rights of the browser itself. */
    private void inBrowser(String script) {
        tell("Marionette:SetContext", Map.of("value", "chrome"));
        try {
            evaluate(script);
        } finally {
            tell("Marionette:SetContext", Map.of("value", "content"));
        }
    }

    private String find(String selector) {
        waitFor(selector);
        return tell("WebDriver:FindElement", Map.of("using", "css selector", "value", selector)).path("value").path(ELEMENT).asText();
    }

    /** What the browser did not do. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Refused(String message) {
            super(message);
        }
    }

    /** One command: [0, number, name, parameters] there, [1, number, error, result] back, both with their length in front. */
    private JsonNode tell(String command, Map<String, Object> parameters) {
        try {
            int number = ++commands;
            ArrayNode message = JSON.createArrayNode().add(0).add(number).add(command);
            message.add(JSON.valueToTree(parameters));
            byte[] bytes = JSON.writeValueAsBytes(message);
            ByteArrayOutputStream framed = new ByteArrayOutputStream();
            framed.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            framed.writeBytes(bytes);
            socket.getOutputStream().write(framed.toByteArray());
            JsonNode answer = read();
            if (answer.path(1).asInt() != number) {
                throw new IllegalStateException("Not the answer to " + command + ": " + answer);
            }
            if (!answer.path(2).isNull()) {
                throw new Refused(command + " " + parameters + ": " + answer.path(2).path("error").asText() + ", "
                        + answer.path(2).path("message").asText());
            }
            return answer.path(3);
        } catch (IOException e) {
            throw new UncheckedIOException(command, e);
        }
    }

    private JsonNode read() throws IOException {
        InputStream in = socket.getInputStream();
        int length = 0;
        for (int next = in.read(); next != ':'; next = in.read()) {
            if (next < '0' || next > '9' || length > LONGEST_ANSWER) {
                throw new EOFException("Firefox is gone, or says something else, see " + profile.resolve("output.log"));
            }
            length = length * 10 + next - '0';
        }
        return JSON.readTree(in.readNBytes(length));
    }

    /** Leaves it as one that was just started, with one empty tab, for who starts one next. */
    @Override
    public void close() {
        try {
            List<String> used = tabs();
            newTab();
            String empty = tell("WebDriver:GetWindowHandle", Map.of()).path("value").asText();
            for (String tab : used) {
                goTo(tab);
                tell("WebDriver:CloseWindow", Map.of());
            }
            goTo(empty);
            inBrowser("Services.io.offline = false;"
                    + " return new Promise(done => Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, done));");
            IDLE.push(this);
        } catch (RuntimeException stuck) {
            end(); // as a test that failed can leave it
        }
    }

    private void end() {
        end(process);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Stream<Path> all = Files.exists(profile) ? Files.walk(profile) : Stream.empty()) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the browser with its helpers, by their own handles. */
    private static void end(Process process) {
        if (process != null) {
            List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(one -> one.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join());
        }
    }
}
