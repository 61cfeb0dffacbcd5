package be.zelfscan.export;

import be.zelfscan.database.LongWork;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundSummary;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.text.Slug;
import be.zelfscan.web.ContentDisposition;
import be.zelfscan.web.Form;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Taking data out as files. */
@Controller("/uitvoer")
public class ExportController {
    private static final MediaType XLSX = MediaType.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = MediaType.of("text/csv; charset=utf-8");

    /** Something to choose, with what is told beside it. */
    public record Choice(String value, String label, String detail) {}

    /**
     * Where one chooses what to take out.
     *
     * @param problem why it cannot be; empty when nothing was chosen yet
     * @param at the field that the problem is about
     */
    public record ExportPage(PageLayout layout, ExportForm form, String problem, String at, List<Choice> rounds, List<Choice> instruments) {
        public String problemAt(String field) {
            return field.equals(at) ? problem : "";
        }

        public boolean isRefused() {
            return !problem.isEmpty();
        }

        public List<Choice> files() {
            return List.of(
                    new Choice(ExportFile.workbook.fileName(), "Werkboek voor Excel (XLSX)",
                            "drie werkbladen: Antwoorden, Centra en Codeboek"),
                    new Choice(ExportFile.answers.fileName(), "Antwoorden (CSV)", "één rij per antwoord, met de toelichtingen"),
                    new Choice(ExportFile.centres.fileName(), "Centra (CSV)",
                            "één rij per centrum, met een kolom per vraag of per keuze"),
                    new Choice(ExportFile.codebook.fileName(), "Codeboek (CSV)", "wat elke kolom en elke code betekent"));
        }

        public List<Choice> delimiters() {
            return List.of(new Choice(ExportFile.Delimiter.semicolon.label(), "Puntkomma ( ; )", "zo opent Excel het hier meteen goed"),
                    new Choice(ExportFile.Delimiter.comma.label(), "Komma ( , )", "voor andere programma’s, zoals R of Python"));
        }
    }

    /**
     * What is chosen on the page, as it was posted.
     *
     * @param of a round by its id, or an instrument
     */
    public record ExportForm(String of, String file, String delimiter) {
        /** What the value of an instrument begins with. */
        static final String INSTRUMENT = "vragenlijst/";

        static ExportForm fresh() {
            return new ExportForm("", ExportFile.workbook.fileName(), ExportFile.Delimiter.semicolon.label());
        }

        /** Of what; empty when nothing that can be was chosen. */
        Optional<TakeDataOut.Selection> selection() {
            if (of.startsWith(INSTRUMENT)) {
                return Optional.of(new TakeDataOut.Selection.OfInstrument(of.substring(INSTRUMENT.length())));
            }
            return Form.idOf(of).map(TakeDataOut.Selection.OfRound::new);
        }

        /** Where the file is. */
        String address() {
            String path = "/uitvoer/" + of + "/" + file;
            return ExportFile.of(file).orElseThrow().isCsv() ? path + "?scheiding=" + delimiter : path;
        }
    }

    private final TakeDataOut data;
    private final Templates templates;
    private final PageLayouts layouts;
    private final Clock clock;

    ExportController(TakeDataOut data, Templates templates, PageLayouts layouts, Clock clock) {
        this.data = data;
        this.templates = templates;
        this.layouts = layouts;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> choose(HttpRequest<?> request) {
        return page(request, HttpStatus.OK, ExportForm.fresh(), "", "");
    }

    /** Leads to the file that was chosen. */
    @Get("/bestand")
    HttpResponse<?> chosen(HttpRequest<?> request, @QueryValue(defaultValue = "") String ronde, @QueryValue(defaultValue = "") String wat,
            @QueryValue(defaultValue = "") String scheiding) {
        ExportForm form = new ExportForm(ronde, wat, scheiding);
        if (form.selection().isEmpty()) {
            return page(request, HttpStatus.UNPROCESSABLE_ENTITY, form, "ronde", "Kies een ronde, of alle rondes van een vragenlijst.");
        }
        if (ExportFile.of(wat).isEmpty()) {
            return page(request, HttpStatus.UNPROCESSABLE_ENTITY, form, "wat", "Kies welk bestand je wil.");
        }
        if (ExportFile.Delimiter.of(scheiding).isEmpty()) {
            return page(request, HttpStatus.UNPROCESSABLE_ENTITY, form, "scheiding", "Kies puntkomma of komma.");
        }
        try {
            data.check(form.selection().orElseThrow(), ExportFile.of(wat).orElseThrow());
        } catch (ExportRefused refused) {
            return page(request, refused.status(), form, "ronde", refused.sentence());
        }
        return HttpResponse.seeOther(URI.create(form.address()));
    }

    @Get("/{roundId}/{fileName}")
    HttpResponse<?> ofRound(UUID roundId, String fileName, @QueryValue(defaultValue = "puntkomma") String scheiding) {
        String title = data.rounds().stream().map(RoundSummary::round).filter(round -> round.id().equals(roundId)).map(Round::title)
                .findFirst()
                .orElseThrow(ExportRefused::unknownRound);
        return file(new TakeDataOut.Selection.OfRound(roundId), fileName, scheiding, title);
    }

    @Get("/vragenlijst/{id}/{fileName}")
    HttpResponse<?> ofInstrument(String id, String fileName, @QueryValue(defaultValue = "puntkomma") String scheiding) {
        return file(new TakeDataOut.Selection.OfInstrument(id), fileName, scheiding, id);
    }

    private HttpResponse<?> file(TakeDataOut.Selection selection, String fileName, String delimiter, String of) {
        return download(selection, ExportFile.of(fileName).orElseThrow(ExportRefused::unknownFile),
                ExportFile.Delimiter.of(delimiter).orElseThrow(() -> ExportRefused.delimiter(delimiter)), of);
    }

    /**
     * A file to download. It is whole before its first byte goes out, so that what goes wrong is a page and never half a file, and a slow
     * browser holds no transaction open; until then it stands in the folder of temporary files, for the eyes of this service only, and it
     * is gone as soon as it is opened to be sent.
     *
     * @param of what it is of, for the name of the file
     */
    private HttpResponse<?> download(TakeDataOut.Selection selection, ExportFile file, ExportFile.Delimiter delimiter, String of) {
        try {
            Path written = Files.createTempFile("zelfscan-", ".tmp");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(written))) {
                    LongWork.run(() -> data.write(selection, file, delimiter, out));
                }
                return response(written, file, of);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<?> response(Path written, ExportFile file, String of) throws IOException {
        long length = Files.size(written);
        StreamedFile content = new StreamedFile(Files.newInputStream(written, StandardOpenOption.DELETE_ON_CLOSE),
                file.isCsv() ? CSV : XLSX, clock.millis(), length);
        String ending = file.fileName().substring(file.fileName().lastIndexOf('.'));
        String name = Slug.of("zelfscan", of, file == ExportFile.workbook ? "" : file.fileName().replace(ending, "")) + ending;
        return HttpResponse.ok(content).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(name))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, ExportForm form, String at, String problem) {
        List<RoundSummary> rounds = data.rounds();
        List<Choice> choices = rounds.stream().map(summary -> new Choice(summary.round().id().toString(), summary.round().title(),
                "%s van %s verzonden".formatted(BelgianDutch.number(summary.sent()), BelgianDutch.number(summary.centres())))).toList();
        List<Choice> instruments = data.instruments(rounds).stream().map(instrument -> new Choice(
                ExportForm.INSTRUMENT + instrument.id(), instrument.title(), "")).toList();
        return templates.page(status, "export/choosing",
                new ExportPage(layouts.of(request, "Gegevens exporteren"), form, problem, at, choices, instruments));
    }
}
