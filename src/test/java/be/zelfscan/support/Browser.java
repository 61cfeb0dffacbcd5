package be.zelfscan.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real browser: the machine's Chromium, or the one that Playwright fetches. Started once for all tests of a thread, which it belongs to.
 * Debian's chromium-headless-shell is taken first: the same engine without the windows around pages, which asks a quarter of what the
 * process of a whole Chromium asks for each page that is opened.
 */
public final class Browser {
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--no-first-run",
            "--disable-component-update", "--disable-sync");
    private static final double LIMIT_MS = 60_000;

    private static final ThreadLocal<com.microsoft.playwright.Browser> BROWSER = ThreadLocal.withInitial(Browser::start);

    private Browser() {}

    private static com.microsoft.playwright.Browser start() {
        Optional<Path> installed = Stream
                .of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse(""), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium",
                        "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty()).map(Path::of).filter(Files::isExecutable).findFirst();
        try {
            Playwright playwright = Playwright
                    .create(new Playwright.CreateOptions()
                            .setEnv(installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS).setHeadless(true);
            com.microsoft.playwright.Browser browser = playwright.chromium()
                    .launch(installed.map(options::setExecutablePath).orElse(options));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return browser;
        } catch (RuntimeException problem) {
            throw new IllegalStateException(
                    "The browser tests need a Chromium: apt-get install chromium, or name one in the variable CHROMIUM", problem);
        }
    }

    /** A page of a browser that nobody used before. {@link #close Close} it after use. */
    public static Page page(int width, int height) {
        return page(width, height, false);
    }

    /** The same of a tablet, which is touched. */
    public static Page tablet(int width, int height) {
        return page(width, height, true);
    }

    private static Page page(int width, int height, boolean touch) {
        BrowserContext context = BROWSER.get().newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height).setHasTouch(touch)
                        .setLocale("nl-BE").setAcceptDownloads(true));
        context.setDefaultTimeout(LIMIT_MS);
        return context.newPage();
    }

    /**
     * Closes all pages of this one's visitor. Its routes go first: to a request that a route takes while its page closes, Playwright answers
     * a page that is gone, and fails.
     */
    public static void close(Page page) {
        page.context().pages().forEach(Page::unrouteAll);
        page.context().close();
    }
}
