package be.zelfscan.mail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** File names in the header that tells a browser how to treat a file (RFC 6266). */
final class FileName {
    private FileName() {}

    /** @param shown whether the browser may show the file itself; otherwise it is kept */
    static String disposition(boolean shown, String name) {
        String plain = name.replaceAll("[^A-Za-z0-9 ._-]", "_");
        String whole = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return "%s; filename=\"%s\"; filename*=UTF-8''%s".formatted(shown ? "inline" : "attachment", plain, whole);
    }
}
