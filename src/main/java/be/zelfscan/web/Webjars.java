package be.zelfscan.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions of the browser libraries on the class path, which stand in their addresses. */
public final class Webjars {
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
