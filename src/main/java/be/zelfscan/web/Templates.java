package be.zelfscan.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** Renders the precompiled templates of {@code src/main/jte}. A template takes one model. Thread-safe. */
@Singleton
public class Templates {
    private static final MediaType HTML = MediaType.of("text/html; charset=utf-8");

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * A page as a response.
     *
     * @param template path under {@code src/main/jte}, without ending
     */
    public MutableHttpResponse<byte[]> page(HttpStatus status, String template, Object model) {
        return HttpResponse.<byte[]>status(status).body(render(template, model)).contentType(HTML);
    }

    /** A page that is there. */
    public MutableHttpResponse<byte[]> page(String template, Object model) {
        return page(HttpStatus.OK, template, model);
    }

    byte[] render(String template, Object model) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template + ".jte", model, output);
        return output.toByteArray();
    }

    /**
     * A part of a page that is chosen by name, to stand in another template.
     *
     * @param template path under {@code src/main/jte}, without ending
     */
    public Content part(String template, Object model) {
        return output -> engine.render(template + ".jte", model, output);
    }

    /** Rendered text, for a mail. */
    public String text(String template, Object model) {
        return new String(render(template, model), java.nio.charset.StandardCharsets.UTF_8);
    }
}
