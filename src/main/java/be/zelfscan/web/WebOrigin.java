package be.zelfscan.web;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a website is: scheme, host and port, written in one way so that two of them can be compared.
 *
 * @param host in lower case and in ASCII; an IPv6 address stands between brackets
 */
public record WebOrigin(String scheme, String host, int port) {
    private static final Pattern FORM = Pattern.compile("(https?)://(\\[[0-9a-f:.]{2,45}]|[^\\s/?#@:\\[\\]\\\\]{1,253})(?::(\\d{1,5}))?/*");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Of an address with nothing behind its host and port but a slash; empty when it is something else. */
    public static Optional<WebOrigin> of(String address) {
        Matcher form = FORM.matcher(address.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        String scheme = form.group(1);
        int port = form.group(3) == null ? usualPort(scheme) : Integer.parseInt(form.group(3));
        if (port < 1 || port > 65_535) {
            return Optional.empty();
        }
        try {
            String host = form.group(2).startsWith("[") ? form.group(2) : IDN.toASCII(form.group(2), IDN.USE_STD3_ASCII_RULES);
            return host.isEmpty() ? Optional.empty() : Optional.of(new WebOrigin(scheme, host, port));
        } catch (IllegalArgumentException noHost) {
            return Optional.empty();
        }
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? HTTPS : HTTP;
    }

    /** Whether the name of the host always means the machine on which it is used. */
    public boolean isLoopback() {
        return LOOPBACK.matcher(host).matches();
    }

    public boolean isSecure() {
        return scheme.equals("https");
    }

    /** As an address without a slash at the end. */
    @Override
    public String toString() {
        return scheme + "://" + host + (port == usualPort(scheme) ? "" : ":" + port);
    }
}
