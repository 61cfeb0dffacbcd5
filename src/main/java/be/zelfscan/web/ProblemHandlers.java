package be.zelfscan.web;

import be.zelfscan.web.ProblemPages.Unavailable;
import io.micronaut.core.async.annotation.SingleResult;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import java.io.EOFException;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** What is shown when a request meets a problem before, in or instead of a controller. */
@Controller
class ProblemHandlers {
    private static final String PARTS = HttpPostMultipartRequestDecoder.class.getPackageName();

    private final ProblemPages pages;

    ProblemHandlers(ProblemPages pages) {
        this.pages = pages;
    }

    @Error(global = true)
    HttpResponse<?> problem(HttpRequest<?> request, Problem problem) {
        return pages.of(request, problem.status(), problem.sentence());
    }

    @Error(global = true)
    HttpResponse<?> tooLarge(HttpRequest<?> request, ContentLengthExceededException tooLarge) {
        return tooLarge(request);
    }

    @Error(global = true, status = HttpStatus.REQUEST_ENTITY_TOO_LARGE)
    HttpResponse<?> tooLarge(HttpRequest<?> request) {
        return isUpload(request) ? pages.of(request, HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                "Dit bestand is te groot: er is plaats voor 5 MB. Verdeel het over meer bestanden.")
                : problem(request, new Form.TooLarge());
    }

    private static boolean isUpload(HttpRequest<?> request) {
        return request.getContentType().filter(MediaType.MULTIPART_FORM_DATA_TYPE::matches).isPresent();
    }

    /** A part of an address, or of an upload, that is not what the page takes. */
    @Error(global = true)
    HttpResponse<?> notAnAddress(HttpRequest<?> request, ConversionErrorException notAnAddress) {
        return isUpload(request) ? notUnderstood(request) : notFound(request);
    }

    /** The parts of an upload do not read as parts. */
    @Error(global = true)
    HttpResponse<?> notUnderstood(HttpRequest<?> request, DecoderException unreadable) {
        return notUnderstood(request);
    }

    @Error(global = true, status = HttpStatus.NOT_FOUND)
    HttpResponse<?> notFound(HttpRequest<?> request) {
        return pages.of(request, HttpStatus.NOT_FOUND, "Deze pagina bestaat niet. Kijk het adres na, of begin opnieuw op de startpagina.");
    }

    @Error(global = true, status = HttpStatus.METHOD_NOT_ALLOWED)
    HttpResponse<?> notAllowed(HttpRequest<?> request) {
        return pages.of(request, HttpStatus.METHOD_NOT_ALLOWED, "Dit adres kan je niet zo gebruiken. Begin opnieuw op de startpagina.");
    }

    @Error(global = true, status = HttpStatus.BAD_REQUEST)
    HttpResponse<?> notUnderstood(HttpRequest<?> request) {
        return pages.of(request, HttpStatus.BAD_REQUEST,
                "Deze opdracht is niet te begrijpen. Ga terug naar de pagina en probeer het opnieuw.");
    }

    @Error(global = true)
    HttpResponse<?> notUnderstood(HttpRequest<?> request, UnsatisfiedRouteException unsatisfied) {
        return notUnderstood(request);
    }

    @Error(global = true)
    HttpResponse<?> refused(HttpRequest<?> request, HttpStatusException refused) {
        return refused.getStatus() == HttpStatus.NOT_FOUND ? notFound(request) : notUnderstood(request);
    }

    @Error(global = true, status = HttpStatus.UNSUPPORTED_MEDIA_TYPE)
    HttpResponse<?> notAForm(HttpRequest<?> request) {
        return pages.of(request, HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "Zelfscan leest hier alleen formulieren. Ga terug naar de pagina en probeer het opnieuw.");
    }

    @Error(global = true)
    @SingleResult
    Publisher<HttpResponse<?>> unavailable(HttpRequest<?> request, Unavailable unavailable) {
        return Form.unread(request).map(posted -> pages.ofOutage(request, unavailable, posted));
    }

    @Error(global = true)
    @SingleResult
    Publisher<HttpResponse<?>> error(HttpRequest<?> request, Throwable cause) {
        if (cause instanceof EOFException || isUpload(request) && isOfReadingParts(cause)) {
            return Mono.just(notUnderstood(request));
        }
        return Unavailable.of(cause).map(unavailable -> unavailable(request, unavailable))
                .orElseGet(() -> Mono.just(pages.ofError(request, cause)));
    }

    /** What reads the parts of an upload stumbles over what are none in many ways. */
    private static boolean isOfReadingParts(Throwable cause) {
        return Stream.of(cause.getStackTrace()).anyMatch(frame -> frame.getClassName().startsWith(PARTS));
    }
}
