package be.zelfscan.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Styles, scripts and signs of the pages, under addresses that hold a hash of them all: a page never meets a file of another build, neither
 * from the memory of a browser nor from another instance while a new version comes. An address of another build is not there; the pages do
 * without. {@link SecurityHeaders} lets browsers keep them for good.
 */
@Controller("/static")
public class StaticFiles {
    static final List<String> NAMES = List.of("agreements.css", "app.js", "base.css", "beside.css", "drafts.js", "favicon.svg",
            "followup.css", "help.css", "icons.svg",
            "lists.css", "live.js",
            "mails.css", "media.css", "organisation.css", "parts.css", "room.css", "room.js", "rows.js", "saving.js", "scan.css");
    private static final int HASH_BYTES = 8;
    private static final Map<String, byte[]> CONTENT = read();
    private static final String BUILD = hash();

    /** Where a page finds a file of its own build. */
    public static String address(String name) {
        return "/static/" + BUILD + "/" + name;
    }

    @Get("/{build}/{name}")
    HttpResponse<?> file(String build, String name) {
        byte[] content = CONTENT.get(name);
        if (content == null || !build.equals(BUILD)) {
            throw new NotOfThisBuild();
        }
        return HttpResponse.ok(content).contentType(type(name));
    }

    /** A file that this build does not have. */
    private static final class NotOfThisBuild extends Problem {
        private static final long serialVersionUID = 1L;

        NotOfThisBuild() {
            super(HttpStatus.NOT_FOUND, "Dit bestand hoort bij een andere versie van Zelfscan. Laad de pagina opnieuw.");
        }
    }

    private static MediaType type(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".css" -> MediaType.of("text/css; charset=utf-8");
            case ".js" -> MediaType.of("text/javascript; charset=utf-8");
            default -> MediaType.of("image/svg+xml");
        };
    }

    private static Map<String, byte[]> read() {
        Map<String, byte[]> content = new TreeMap<>();
        for (String name : NAMES) {
            try (InputStream stream = StaticFiles.class.getResourceAsStream("/static/" + name)) {
                content.put(name, stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return content;
    }

    private static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            CONTENT.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Versions of the browser libraries on the class path, which stand in their addresses. */
    public static final class Webjars {
        /** Version of htmx. */
        public static final String HTMX = version("org.webjars.npm", "htmx.org");

        private Webjars() {}

        private static String version(String group, String artifact) {
            try (InputStream stream = Webjars.class.getResourceAsStream("/META-INF/maven/" + group + "/" + artifact + "/pom.properties")) {
                Properties properties = new Properties();
                properties.load(stream);
                return properties.getProperty("version");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
