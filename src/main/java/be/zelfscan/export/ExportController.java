package be.zelfscan.export;

import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Taking data out as files. */
@Controller("/uitvoer")
class ExportController {
    private final TakeDataOut data;
    private final ExportDownload download;
    private final Templates templates;
    private final Shells shells;

    ExportController(TakeDataOut data, ExportDownload download, Templates templates, Shells shells) {
        this.data = data;
        this.download = download;
        this.templates = templates;
        this.shells = shells;
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
        if (Delimiter.of(scheiding).isEmpty()) {
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
        String title = data.rounds().stream().filter(round -> round.id().equals(roundId)).map(RoundOfData::title).findFirst()
                .orElseThrow(ExportRefused::unknownRound);
        return file(new Selection.OfRound(roundId), fileName, scheiding, title);
    }

    @Get("/vragenlijst/{id}/{fileName}")
    HttpResponse<?> ofInstrument(String id, String fileName, @QueryValue(defaultValue = "puntkomma") String scheiding) {
        return file(new Selection.OfInstrument(id), fileName, scheiding, id);
    }

    private HttpResponse<?> file(Selection selection, String fileName, String delimiter, String of) {
        return download.of(selection, ExportFile.of(fileName).orElseThrow(ExportRefused::unknownFile),
                Delimiter.of(delimiter).orElseThrow(() -> ExportRefused.delimiter(delimiter)), of);
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, ExportForm form, String at, String problem) {
        List<RoundOfData> rounds = data.rounds();
        List<ExportPages.Choice> choices = rounds.stream().map(round -> new ExportPages.Choice(round.id().toString(), round.title(),
                "%s van %s verzonden".formatted(BelgianDutch.number(round.sent()), BelgianDutch.number(round.centres())))).toList();
        List<ExportPages.Choice> instruments = data.instruments(rounds).stream().map(instrument -> new ExportPages.Choice(
                ExportForm.INSTRUMENT + instrument.id(), instrument.title(), "")).toList();
        return templates.page(status, "export/choosing",
                new ExportPages.Choosing(shells.of(request, "Gegevens exporteren"), form, problem, at, choices, instruments));
    }
}
