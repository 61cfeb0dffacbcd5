package be.zelfscan.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header that tells a browser what to do with a file, and what the file is called (RFC 6266). */
public final class ContentDisposition {
    private ContentDisposition() {}

    /** For a file that a browser keeps. */
    public static String attachment(String name) {
        return "attachment; " + fileName(name);
    }

    /** For a file that a browser may show itself. */
    public static String inline(String name) {
        return "inline; " + fileName(name);
    }

    private static String fileName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9 ._-]", "_");
        if (plain.equals(name)) {
            return "filename=\"%s\"".formatted(name);
        }
        String whole = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return "filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, whole);
    }
}
