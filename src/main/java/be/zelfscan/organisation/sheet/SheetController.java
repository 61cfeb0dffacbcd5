package be.zelfscan.organisation.sheet;

import be.zelfscan.organisation.OrganisationNotice;
import be.zelfscan.organisation.sheet.ImportPlan.Fate;
import be.zelfscan.organisation.sheet.ImportPlan.PlanLine;
import be.zelfscan.organisation.sheet.ImportSheet.Outcome;
import be.zelfscan.organisation.sheet.SheetContent.Fault;
import be.zelfscan.text.Texts;
import be.zelfscan.web.ContentDisposition;
import be.zelfscan.web.Form;
import be.zelfscan.web.DocumentRoom;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Importing a sheet: choose a file, see what it does, confirm. And the sheets to download: the template, and the net as it is. */
@Controller("/organisatie")
public class SheetController {
    private static final String PATH = "/organisatie/import";
    private static final MediaType XLSX = MediaType.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = MediaType.of("text/csv; charset=utf-8");
    private static final int MOST_SHOWN = 200;
    private static final int MOST_SPANS = 30;
    private static final int LONGEST_FILE_NAME = 200;

    /**
     * Asks for a file.
     *
     * @param problem why there was none; empty otherwise
     */
    public record UploadPage(PageLayout layout, String notice, String problem) {}

    /**
     * What is wrong in a file, in its order; of much, the first.
     *
     * @param more how many faults are not shown
     */
    public record FaultsPage(PageLayout layout, String fileName, List<Fault> faults, int more) {
        public int count() {
            return faults.size() + more;
        }
    }

    /** How many of a kind. */
    public record KindCount(String title, long added, long changed, long same) {}

    /** A thing that comes or changes. */
    public record Item(String kind, String name, String words) {
        static Item of(PlanLine line) {
            return new Item(line.kind().title(), line.name(), line.words());
        }
    }

    /**
     * Rows that a spreadsheet does not show, and an import reads.
     *
     * @param places the sheets with the numbers of such rows
     */
    public record Hidden(int rows, String places) {}

    /** What an import will do. Of long lists the first items are shown. */
    public record PreviewPage(PageLayout layout, String fileName, Hidden hidden, String action, String seen, boolean otherThanSeen,
            List<KindCount> counts,
            List<Item> added,
            List<Item> changed, int moreAdded, int moreChanged) {
        public boolean changesNothing() {
            return added.isEmpty() && changed.isEmpty();
        }
    }

    private final ImportSheet importing;
    private final ExportSheet export;
    private final Templates templates;
    private final PageLayouts layouts;
    private final DocumentRoom room = new DocumentRoom(2, Duration.ofSeconds(15));

    SheetController(ImportSheet importing, ExportSheet export, Templates templates, PageLayouts layouts) {
        this.importing = importing;
        this.export = export;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get("/import")
    HttpResponse<?> ask(HttpRequest<?> request) {
        return ask(request, HttpStatus.OK, "");
    }

    private HttpResponse<?> ask(HttpRequest<?> request, HttpStatus status, String problem) {
        return templates.page(status, "organisation/import",
                new UploadPage(layouts.of(request, "Importeren en exporteren"), OrganisationNotice.said(request),
                        problem));
    }

    @Post("/import")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<?> upload(HttpRequest<?> request, @Nullable @Part("bestand") CompletedFileUpload bestand) throws IOException {
        if (bestand == null || bestand.getSize() == 0) {
            return ask(request, HttpStatus.UNPROCESSABLE_ENTITY, "Kies eerst een bestand waar iets in staat, in XLSX of CSV.");
        }
        byte[] content = bestand.getBytes();
        return answer(request, importing.upload(fileName(bestand), room.make(() -> SheetContent.read(content))), HttpStatus.OK);
    }

    /** As it is shown; a browser sends what it likes. */
    private static String fileName(CompletedFileUpload file) {
        String name = Texts.clean(Objects.requireNonNullElse(file.getFilename(), ""));
        String shown = name.isEmpty() ? "bestand" : name;
        return Texts.length(shown) > LONGEST_FILE_NAME ? shown.substring(0, shown.offsetByCodePoints(0, LONGEST_FILE_NAME)) : shown;
    }

    @Get("/import/{draftId}")
    HttpResponse<?> preview(HttpRequest<?> request, UUID draftId) {
        return answer(request, importing.preview(draftId), HttpStatus.OK);
    }

    @Post("/import/{draftId}/bevestiging")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(HttpRequest<?> request, UUID draftId, @Nullable @Body String body) {
        Outcome outcome = importing.confirm(draftId, Form.of(body).first("gezien"));
        return outcome instanceof Outcome.Ready ? OrganisationNotice.IMPORTED.at(PATH) : answer(request, outcome, HttpStatus.CONFLICT);
    }

    private HttpResponse<?> answer(HttpRequest<?> request, Outcome outcome, HttpStatus status) {
        return switch (outcome) {
            case Outcome.Ready ready -> HttpResponse.seeOther(URI.create(PATH + "/" + ready.draftId()));
            case Outcome.Faulty faulty -> templates.page(HttpStatus.UNPROCESSABLE_ENTITY, "organisation/faults",
                    new FaultsPage(layouts.of(request, "Dit bestand kunnen we zo niet inlezen"), faulty.fileName(),
                            first(faulty.faults()),
                            Math.max(0, faulty.faults().size() - MOST_SHOWN)));
            case Outcome.Preview preview -> templates.page(status, "organisation/preview", page(request, preview, status));
        };
    }

    private PreviewPage page(HttpRequest<?> request, Outcome.Preview preview, HttpStatus status) {
        ImportPlan plan = preview.plan();
        List<KindCount> counts = Stream.of(SheetRow.Kind.values()).map(kind -> new KindCount(kind.title(),
                plan.count(kind, Fate.added), plan.count(kind, Fate.changed), plan.count(kind, Fate.same))).toList();
        List<Item> added = items(plan, Fate.added);
        List<Item> changed = items(plan, Fate.changed);
        return new PreviewPage(layouts.of(request, "Wat de import zal doen"), preview.fileName(), hidden(preview.content()),
                PATH + "/" + preview.draftId() + "/bevestiging", plan.fingerprint(), status == HttpStatus.CONFLICT, counts, first(added),
                first(changed), Math.max(0, added.size() - MOST_SHOWN), Math.max(0, changed.size() - MOST_SHOWN));
    }

    private static Hidden hidden(SheetContent content) {
        Map<SheetKind, List<Integer>> rows = content.rows().stream().filter(SheetRow::hidden)
                .collect(Collectors.groupingBy(SheetRow::sheet, TreeMap::new, Collectors.mapping(SheetRow::number, Collectors.toList())));
        return new Hidden(rows.values().stream().mapToInt(List::size).sum(),
                rows.entrySet().stream().map(sheet -> sheet.getKey().title() + " rij " + spans(sheet.getValue()))
                        .collect(Collectors.joining("; ")));
    }

    /** Numbers that rise, following ones taken together; of many, the first. */
    private static String spans(List<Integer> numbers) {
        List<String> spans = new ArrayList<>();
        for (int i = 0; i < numbers.size() && spans.size() < MOST_SPANS;) {
            int end = i;
            while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1) {
                end++;
            }
            spans.add(end == i ? String.valueOf(numbers.get(i)) : numbers.get(i) + "–" + numbers.get(end));
            i = end + 1;
        }
        return String.join(", ", spans) + (spans.size() == MOST_SPANS ? " …" : "");
    }

    private static List<Item> items(ImportPlan plan, Fate fate) {
        return plan.lines().stream().filter(line -> line.fate() == fate).map(Item::of).toList();
    }

    private static <T> List<T> first(List<T> items) {
        return items.stream().limit(MOST_SHOWN).toList();
    }

    @Get("/import/sjabloon.xlsx")
    HttpResponse<?> template() {
        return file(export.template(), XLSX, "zelfscan-sjabloon.xlsx");
    }

    @Get("/export.xlsx")
    HttpResponse<?> xlsx() {
        return file(export.xlsx(), XLSX, "zelfscan-organisatie.xlsx");
    }

    @Get("/export.csv")
    HttpResponse<?> csv() {
        return file(export.csv(), CSV, "zelfscan-organisatie.csv");
    }

    private static HttpResponse<?> file(byte[] content, MediaType type, String name) {
        return HttpResponse.ok(content).contentType(type).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(name));
    }
}
