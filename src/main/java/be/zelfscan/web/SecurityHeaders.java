package be.zelfscan.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Set;

/**
 * What every answer tells a browser that it may do with it, whoever made the answer; a page that says more of its own keeps what it said.
 *
 * @param https whether browsers are to come over HTTPS only
 */
record SecurityHeaders(boolean https) {
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self'; style-src-attr 'unsafe-inline'; "
            + "object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'self'";
    private static final Set<Integer> THERE = Set.of(200, 206, 304);

    /**
     * @param path of the request; empty when it could not be read
     */
    void complete(HttpHeaders headers, String path, int status) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        if (https) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        if (!headers.contains("Content-Security-Policy")) {
            headers.set("Content-Security-Policy", POLICY);
        }
        boolean fixed = path.startsWith("/static/") || path.startsWith("/webjars/") || path.startsWith("/fonts/");
        if (fixed && THERE.contains(status)) {
            headers.set(HttpHeaderNames.CACHE_CONTROL,
                    path.startsWith("/static/") ? "public, max-age=31536000, immutable" : "public, max-age=3600");
        } else if (fixed || !headers.contains(HttpHeaderNames.CACHE_CONTROL)) {
            headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        }
    }
}
