package be.zelfscan.scan;

import be.zelfscan.access.SignedIn;
import be.zelfscan.question.Condition;
import be.zelfscan.question.Fields;
import be.zelfscan.question.Question;
import be.zelfscan.round.RoundClosed;
import be.zelfscan.web.Form;
import be.zelfscan.web.Problem;
import be.zelfscan.web.ProblemPages;
import be.zelfscan.web.ProblemPages.Unavailable;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.StaticFiles;
import be.zelfscan.web.Templates;
import gg.jte.Content;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages on which a scan is answered: one a section. */
@Controller("/zelfscan/{scanId}")
class AnsweringController {
    private final ScanReading reading;
    private final SaveAnswers saveAnswers;
    private final ProblemPages problems;
    private final Templates templates;
    private final PageLayouts layouts;

    AnsweringController(ScanReading reading, SaveAnswers saveAnswers, ProblemPages problems, Templates templates, PageLayouts layouts) {
        this.reading = reading;
        this.saveAnswers = saveAnswers;
        this.problems = problems;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get("/deel/{section}")
    HttpResponse<?> section(HttpRequest<?> request, SignedIn person, UUID scanId, String section) {
        ScanReading.Answering answering = reading.answering(scanId, section, person.personId());
        ScanState state = answering.state();
        if (state.questionnaire().section(section).isEmpty()) {
            throw ScanNotFound.section(section);
        }
        if (!state.scan().isOpen()) {
            return HttpResponse.seeOther(URI.create("/zelfscan/" + state.scan().id() + "/overzicht"));
        }
        List<QuestionView> questions = state.questionnaire().questions(section).stream()
                .map(question -> QuestionView.of(state, section, question, templates)
                        .withRoom(room(request.getParameters().get(question.id() + "." + Fields.ADD))))
                .toList();
        return templates.page("scan/section",
                ScanPages.SectionPage.of(layout(request, state, section), state, section, questions).beside(answering.earlier(),
                        answering.help(), answering.asked()));
    }

    /** The answer to a save carries this mark; without it nothing was saved, whatever the status. */
    static final String MARK = "Zelfscan-Saved";
    private static final Pattern ADDRESS = Pattern.compile("[\\w/?=-]+");
    private static final Pattern KEY = Pattern.compile("([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})",
            Pattern.CASE_INSENSITIVE);

    /** A save that is not even tried. */
    private static final class NotTried extends Problem {
        private static final long serialVersionUID = 1L;

        NotTried(HttpStatus status, String sentence) {
            super(status, sentence);
        }
    }

    @Post("/deel/{section}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(HttpRequest<?> request, SignedIn person, UUID scanId, String section, @Nullable @Body String body) {
        Form form = Form.of(body);
        SaveAnswers.Outcome outcome;
        try {
            requireSamePerson(form, person);
            outcome = saveAnswers.save(scanId, person.personId(), section, form.fields(), key(form));
        } catch (RoundClosed | SaveAnswers.AlreadySent | NotTried notSaved) {
            if (ProblemPages.isPart(request)) {
                throw notSaved;
            }
            return templates.page(notSaved.status(), "scan/unsaved", ScanPages.Unsaved.of(layouts.of(request, "Dit is niet bewaard"),
                    notSaved.sentence(), new ScanAddress(scanId).overview(), questions(scanId, person, section), form));
        } catch (RuntimeException failed) {
            return problems.ofOutage(request, Unavailable.of(failed).orElseThrow(() -> failed), form);
        }
        ScanState state = outcome.state();
        SavedAnswers saved = new SavedAnswers(outcome, templates);
        HttpStatus status = saved.status();
        if (ProblemPages.isPart(request)) {
            return templates
                    .page(status, "scan/saved",
                            saved.part(() -> reading.earlier(state, section, person.personId()), () -> reading.help(state, section)))
                    .header(MARK, saved.mark(form.first("key")))
                    .header("Zelfscan-Build", StaticFiles.address("saving.js"));
        }
        ScanPages.SectionPage page = ScanPages.SectionPage.of(layout(request, state, section), state, section,
                saved.questions().stream().map(view -> view.withRoom(room(form.first(view.id() + "." + Fields.ADD)))).toList());
        Optional<String> elsewhere = elsewhere(form, state.address());
        if (outcome.allKept() && elsewhere.isPresent()) {
            return HttpResponse.seeOther(URI.create(elsewhere.get() + (elsewhere.get().contains("?") ? "" : atTable(page, form))));
        }
        if (outcome.allKept() && (saved.isOneAskedAgain() || saved.isOneAskedNow())) {
            return HttpResponse.seeOther(URI.create(page.address()));
        }
        if (outcome.allKept()) {
            return HttpResponse.seeOther(URI.create(switch (form.first("go")) {
                case "next" -> page.next().address();
                case "previous" -> page.previous().map(ScanPages.SectionPage.Neighbour::address).orElse(page.address());
                default -> page.address() + atTable(page, form);
            }));
        }
        Optional<EarlierScan> earlier = reading.earlier(state, section, person.personId());
        return templates.page(status, "scan/section",
                page.beside(earlier, reading.help(state, section), reading.asked(earlier, section)));
    }

    /**
     * Where somebody goes who answered on another page of the scan: where its button leads, else back to it. Empty on the page of a section
     * itself.
     */
    private static Optional<String> elsewhere(Form form, ScanAddress scan) {
        return Stream.of(form.first("go"), form.first("back"))
                .filter(address -> address.startsWith(scan.root() + "/") && ADDRESS.matcher(address).matches()).findFirst();
    }

    /** How many rows of a table somebody asked for; 0 for as many as usual. */
    private static int room(@Nullable String rows) {
        return rows != null && rows.matches("[0-9]{1,3}") ? Integer.parseInt(rows) : 0;
    }

    /** Where on the page a row was asked for, or taken away; empty when none was. */
    private static String atTable(ScanPages.SectionPage page, Form form) {
        for (QuestionView view : page.questions()) {
            String add = view.id() + "." + Fields.ADD;
            if (form.fields().containsKey(add)) {
                return "?" + add + "=" + room(form.first(add)) + "#q-" + view.id();
            }
            if (form.fields().containsKey(view.id() + "." + Fields.REMOVE)) {
                return "#q-" + view.id();
            }
        }
        return "";
    }

    /** Two people can use one browser: what one of them typed is never saved in the name of the other. */
    private static void requireSamePerson(Form form, SignedIn person) {
        String typist = form.first("person");
        if (!typist.isEmpty() && !typist.equals(person.personId().toString())) {
            throw new NotTried(HttpStatus.UNAUTHORIZED,
                    "In deze browser is intussen iemand anders aangemeld. Wat hier staat, is niet in die naam"
                            + " bewaard. Meld je opnieuw aan als jezelf; wat je typte, blijft staan.");
        }
    }

    /** Names the write; one without a key is a write of its own. Browsers make a key with dashes, or without on plain http. */
    private static UUID key(Form form) {
        if (!form.fields().containsKey("key")) {
            return UUID.randomUUID();
        }
        Matcher key = KEY.matcher(form.first("key"));
        if (!key.matches()) {
            throw new NotTried(HttpStatus.UNPROCESSABLE_ENTITY,
                    "Deze opdracht kwam onvolledig aan en is niet bewaard. Ga terug naar de vragen en probeer het opnieuw.");
        }
        return UUID.fromString(key.replaceAll("$1-$2-$3-$4-$5"));
    }

    /** The questions of a page, for their names; none where this person may not read the scan. */
    private List<Question> questions(UUID scanId, SignedIn person, String section) {
        try {
            return reading.scan(scanId, person.personId()).questionnaire().questions(section);
        } catch (Problem notTheirs) {
            return List.of();
        }
    }

    private PageLayout layout(HttpRequest<?> request, ScanState state, String section) {
        return layouts.of(request, state.questionnaire().sectionTitle(section),
                state.scan().centreName() + " · " + state.scan().roundTitle());
    }

    /** What a page shows after a write. */
    private static final class SavedAnswers {
        private final ScanState state;
        private final String section;
        private final SaveAnswers.Outcome outcome;
        private final Templates templates;

        SavedAnswers(SaveAnswers.Outcome outcome, Templates templates) {
            this.templates = templates;
            this.state = outcome.state();
            this.section = outcome.section();
            this.outcome = outcome;
        }

        HttpStatus status() {
            return outcome.anyStale() ? HttpStatus.CONFLICT : outcome.anyRefused() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK;
        }

        /** All questions of the section, those that were posted with what became of them. */
        List<QuestionView> questions() {
            return state.questionnaire().questions(section).stream().map(this::view).toList();
        }

        /**
         * What a script believes, and nothing else: the key of the write, and what became of each question with the revision that goes with
         * it.
         */
        String mark(String key) {
            StringBuilder mark = new StringBuilder(key);
            outcome.byQuestion().forEach((question, result) -> mark.append(';').append(question).append('=').append(switch (result) {
                case SaveAnswers.Result.Kept kept -> "saved:" + kept.revision();
                case SaveAnswers.Result.Newer newer -> "newer:" + newer.revision();
                case SaveAnswers.Result.Merged merged -> "merged:" + merged.revision();
                case SaveAnswers.Result.Refused refused -> "refused:" + refused.base();
                case SaveAnswers.Result.Stale stale -> "conflict:" + stale.base();
            }));
            return mark.toString();
        }

        /**
         * @param earlier asked only when a question is shown anew
         * @param help asked only when one beside which it stands is
         */
        ScanPages.Saved part(Supplier<Optional<EarlierScan>> earlier, Supplier<Optional<Content>> help) {
            List<QuestionView> all = questions();
            List<QuestionView> posted = all.stream().filter(view -> outcome.byQuestion().containsKey(view.id())).toList();
            List<QuestionView> swapped = all.stream()
                    .filter(view -> isNewer(outcome.byQuestion().get(view.id()))
                            || dependsOnPosted(view.question()) && !outcome.byQuestion().containsKey(view.id()))
                    .toList();
            Optional<EarlierScan> before = swapped.isEmpty() ? Optional.empty() : earlier.get();
            Optional<Content> helping = swapped.stream().anyMatch(ScanPages::hasHelp) ? help.get() : Optional.empty();
            return new ScanPages.Saved(posted, swapped.stream().map(view -> view.beside(before)).toList(), helping,
                    Navigation.entry(state, section, section),
                    state.questionnaire().isClosing(section), Navigation.Completion.of(state));
        }

        /** Whether what stands is not what was posted, so that the page needs it. */
        private static boolean isNewer(SaveAnswers.Result result) {
            return result instanceof SaveAnswers.Result.Newer || result instanceof SaveAnswers.Result.Merged;
        }

        private QuestionView view(Question question) {
            QuestionView view = QuestionView.of(state, section, question, templates);
            SaveAnswers.Result result = outcome.byQuestion().get(question.id());
            return result == null ? view : view.after(result);
        }

        private boolean dependsOnPosted(Question question) {
            return Stream.concat(question.type().dependsOn(question, state.questionnaire()).stream(), conditions(question))
                    .anyMatch(outcome.byQuestion()::containsKey);
        }

        /** The questions of this section by whose answers a question is asked or not; also those on which these depend. */
        private Stream<String> conditions(Question question) {
            return SectionParts.conditions(state.questionnaire(), section, question)
                    .filter(on -> on.sectionFrom(section).equals(section)).map(Condition.On::question);
        }

        /** Whether a question came to be asked by what was posted, and nobody answered it yet. */
        boolean isOneAskedNow() {
            return questions().stream().anyMatch(view -> view.isAsked() && view.revision() == 0
                    && conditions(view.question()).anyMatch(outcome.byQuestion()::containsKey)
                    && !outcome.byQuestion().containsKey(view.id()));
        }

        /** Whether what was posted makes another answer impossible, so that it is asked again. */
        boolean isOneAskedAgain() {
            return questions().stream().anyMatch(view -> dependsOnPosted(view.question()) && !view.askedAgain().isEmpty());
        }
    }
}
