package be.zelfscan.web;

import io.micronaut.http.MediaType;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why a request is refused before anything of the application sees it: it is no HTTP, or two programs on its way could read it differently.
 *
 * <p>The codec refuses what it cannot read; what is judged here is what the application, or a proxy before it, would stumble over: the
 * address, the length of the body, the type of the body.
 */
record RequestFault(HttpResponseStatus status, String sentence) {
    static final RequestFault BROKEN_BODY = notUnderstood();
    static final RequestFault TOO_SLOW = new RequestFault(HttpResponseStatus.REQUEST_TIMEOUT,
            "De verbinding was te traag: wat je verstuurde, kwam niet helemaal aan en is niet bewaard. Probeer het opnieuw.");
    private static final RequestFault NO_ADDRESS = new RequestFault(HttpResponseStatus.BAD_REQUEST,
            "Dit adres is niet te lezen. Kijk het na, of begin opnieuw op de startpagina.");
    private static final RequestFault TYPE = new RequestFault(HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE,
            "Zelfscan leest hier alleen formulieren. Ga terug naar de pagina en probeer het opnieuw.");
    private static final Set<HttpVersion> SPOKEN = Set.of(HttpVersion.HTTP_1_0, HttpVersion.HTTP_1_1);

    private static RequestFault notUnderstood() {
        return new RequestFault(HttpResponseStatus.BAD_REQUEST,
                "Deze opdracht is niet te begrijpen, of kwam niet helemaal aan; er is niets bewaard. Ga terug naar de pagina en probeer "
                        + "het opnieuw.");
    }

    /** What is wrong with the head of a request. */
    static Optional<RequestFault> of(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return Optional.of(ofUnread(request.decoderResult().cause()));
        }
        HttpHeaders headers = request.headers();
        if (!SPOKEN.contains(request.protocolVersion()) || hasDoubtfulLength(headers) || hasDoubtfulHost(request)) {
            return Optional.of(notUnderstood());
        }
        if (path(request.uri()).isEmpty()) {
            return Optional.of(NO_ADDRESS);
        }
        return hasUnknownType(headers) ? Optional.of(TYPE) : Optional.empty();
    }

    private static RequestFault ofUnread(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException line -> new RequestFault(HttpResponseStatus.REQUEST_URI_TOO_LONG,
                    "Dit adres is te lang. Begin opnieuw op de startpagina.");
            case TooLongHttpHeaderException header -> new RequestFault(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                    "De browser stuurt te veel gegevens mee. Verwijder de cookies van deze site en probeer het opnieuw.");
            default -> notUnderstood();
        };
    }

    /** Whether a program before this one could take another place for the end of the body. */
    private static boolean hasDoubtfulLength(HttpHeaders headers) {
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        List<String> lengths = headers.getAll(HttpHeaderNames.CONTENT_LENGTH);
        boolean oneLength = lengths.isEmpty() || lengths.size() == 1 && lengths.getFirst().matches("[0-9]{1,18}");
        boolean chunked = codings.size() == 1 && codings.getFirst().equalsIgnoreCase(HttpHeaderValues.CHUNKED.toString());
        return codings.isEmpty() ? !oneLength : !chunked || !lengths.isEmpty();
    }

    private static boolean hasDoubtfulHost(HttpRequest request) {
        int hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
        return hosts > 1 || hosts == 0 && request.protocolVersion().equals(HttpVersion.HTTP_1_1);
    }

    /** No page sends a packed body, or two types, or letters that are not known here. */
    private static boolean hasUnknownType(HttpHeaders headers) {
        List<String> types = headers.getAll(HttpHeaderNames.CONTENT_TYPE);
        if (headers.contains(HttpHeaderNames.CONTENT_ENCODING) || types.size() > 1) {
            return true;
        }
        try {
            types.forEach(type -> MediaType.of(type).getCharset());
            return false;
        } catch (IllegalArgumentException unknown) {
            return true;
        }
    }

    /** The address below the host, with its query; empty when it is none. */
    private static Optional<URI> path(String address) {
        try {
            URI uri = new URI(address);
            String path = uri.getRawPath();
            boolean ours = uri.getScheme() == null ? uri.getRawAuthority() == null
                    : Set.of("http", "https").contains(uri.getScheme()) && uri.getRawAuthority() != null;
            return ours && path != null && path.startsWith("/") && !path.startsWith("//") && uri.getRawFragment() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /**
     * The same request as the application is to see it: its address without host, and without the headers by which a browser only wishes.
     * Zelfscan speaks one language and answers one way, so that they decide nothing, and are written in ways that the application cannot
     * read.
     */
    static HttpRequest tidy(HttpRequest request) {
        URI uri = path(request.uri()).orElseThrow();
        HttpHeaders headers = request.headers();
        headers.remove(HttpHeaderNames.ACCEPT).remove(HttpHeaderNames.ACCEPT_CHARSET).remove(HttpHeaderNames.ACCEPT_LANGUAGE);
        if (uri.getScheme() == null) {
            return request;
        }
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new DefaultHttpRequest(request.protocolVersion(), request.method(), uri.getRawPath() + query, headers);
    }
}
