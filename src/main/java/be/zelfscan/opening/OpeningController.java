package be.zelfscan.opening;

import be.zelfscan.access.SignedIn;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Confirmation;
import be.zelfscan.web.Form;
import be.zelfscan.web.Notice;
import be.zelfscan.web.Refusal;
import be.zelfscan.web.Shell;
import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** To whom a centre opens its result. */
@Controller("/centrum/{centreId}/openstelling")
public class OpeningController {
    /**
     * The openings of a centre; the templates of {@code src/main/jte/opening} take this.
     *
     * @param done what was just done; empty when nothing was
     * @param problem why it was refused; empty when it was not
     * @param problemOfForm whether that is about what was chosen to offer
     * @param notes whether "also the notes" is ticked there
     */
    public record Page(Shell shell, String centre, List<Line> lines, List<ChoicesOfRound> rounds, boolean mayChange, boolean notes,
            String address, String home, String done, String problem, boolean problemOfForm) {

        /**
         * What was filled in to offer an opening.
         *
         * @param choice the value of one of the {@link Choice choices}
         * @param notes whether the notes are open too
         */
        record Filled(String choice, boolean notes) {
            static final Filled NOTHING = new Filled("", false);
        }

        /**
         * One opening.
         *
         * @param acceptance where it is accepted, {@code end} where it is ended, {@code opposite} where both results stand
         */
        public record Line(Opening opening, String acceptance, String end, String opposite) {
            public String offeredOn() {
                return BelgianDutch.date(opening.offeredAt());
            }

            public String acceptedOn() {
                return opening.acceptedAt().map(BelgianDutch::date).orElse("");
            }

            /** Whose notes are open. */
            public String notes() {
                if (opening.ownNotes() && opening.otherNotes()) {
                    return "met de toelichtingen van beide centra";
                }
                return opening.ownNotes() ? "met jullie toelichtingen"
                        : opening.otherNotes() ? "met de toelichtingen van %s".formatted(opening.otherName()) : "zonder toelichtingen";
            }

            /** How it ended. */
            public String endedHow() {
                return opening.ended().map(ended -> {
                    String who = ended.byOwn() ? "jullie" : opening.otherName();
                    String how = opening.acceptedAt().isPresent() ? "beëindigd"
                            : ended.byOwn() == opening.offeredByOwn() ? "ingetrokken" : "geweigerd";
                    return "%s door %s op %s".formatted(how, who, BelgianDutch.date(ended.at()));
                }).orElse("");
            }
        }

        /**
         * A centre to choose.
         *
         * @param value the round and the centre, with a slash between
         */
        public record Choice(String value, String name, boolean chosen) {}

        /** The centres of a round to choose among. */
        public record ChoicesOfRound(String round, List<Choice> centres) {}

        static String address(UUID centreId) {
            return "/centrum/" + centreId + "/openstelling";
        }

        static Page of(Shell shell, Openings.OfCentre read, UUID centreId, Filled filled, String done, String problem) {
            String home = "/centrum/" + centreId;
            String address = address(centreId);
            List<Line> lines = read.openings().stream().map(opening -> {
                String own = address + "/" + opening.id();
                return new Line(opening, own + "/aanvaarding", own + "/einde",
                        home + "/tegenover/" + opening.other() + "/" + opening.roundId());
            }).toList();
            return new Page(shell, read.centre(), lines, rounds(read.choices(), filled), read.mayChange(), filled.notes(), address,
                    home,
                    done, problem, !filled.equals(Filled.NOTHING));
        }

        private static List<ChoicesOfRound> rounds(List<OpeningQueries.Choice> choices, Filled filled) {
            return choices.stream().collect(Collectors.groupingBy(OpeningQueries.Choice::roundId, LinkedHashMap::new, Collectors.toList()))
                    .values().stream().map(ofRound -> new ChoicesOfRound(ofRound.getFirst().round(), ofRound.stream().map(choice -> {
                        String value = choice.roundId() + "/" + choice.centreId();
                        return new Choice(value, choice.name(), value.equals(filled.choice()));
                    }).toList())).toList();
        }

        public List<Line> mutual() {
            return in(Opening.State.mutual);
        }

        public List<Line> offeredByOther() {
            return in(Opening.State.offered_by_other);
        }

        public List<Line> offeredByOwn() {
            return in(Opening.State.offered_by_own);
        }

        public List<Line> ended() {
            return in(Opening.State.ended);
        }

        private List<Line> in(Opening.State state) {
            return lines.stream().filter(line -> line.opening().state() == state).toList();
        }
    }

    private static final String NOTES = "toelichtingen";
    private static final String SURE = "zeker";
    private static final Notice OFFERED = Notice.of("voorstel",
            "Jullie voorstel is verstuurd. De directeur van het andere centrum krijgt een mail. "
                    + "Zodra die aanvaardt, zien jullie elkaars resultaat.");
    private static final Notice OFFERED_TO_NOBODY = Notice.of("voorstel-zonder-mail",
            "Jullie voorstel staat klaar, maar niemand krijgt er een mail over: het andere centrum heeft in Zelfscan nog geen directeur.");
    private static final Notice ACCEPTED = Notice.of("aanvaarding", "De resultaten staan nu voor elkaar open.");
    private static final Notice ENDED = Notice.of("einde", "Dit is gestopt. Niemand van het ene centrum ziet nog iets van het andere.");

    private final Openings openings;
    private final Templates templates;
    private final Shells shells;

    OpeningController(Openings openings, Templates templates, Shells shells) {
        this.openings = openings;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, SignedIn person, UUID centreId) {
        return page(request, HttpStatus.OK, person, centreId, Page.Filled.NOTHING,
                Notice.said(request, OFFERED, OFFERED_TO_NOBODY, ACCEPTED, ENDED), "");
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> offer(HttpRequest<?> request, SignedIn person, UUID centreId, @Nullable @Body String body) {
        Form form = Form.of(body);
        Page.Filled filled = new Page.Filled(form.first("centrum"), notes(form));
        return act(request, person, centreId, filled, () -> {
            if (!isSure(form)) {
                OpeningQueries.Choice choice = openings.offerable(centreId, filled.choice(), person.personId());
                return ask(request, centreId, form, "Voorstellen aan %s?".formatted(choice.name()), choice.round(),
                        List.of("De directeur van %s krijgt hierover een mail, als dat centrum er in Zelfscan een heeft."
                                .formatted(choice.name()),
                                "Zolang %s niet aanvaardt, ziet niemand iets van de ander.".formatted(choice.name()),
                                "Na die aanvaarding %s".formatted(seen(choice.name(), filled.notes())),
                                "Jullie kunnen het voorstel altijd weer intrekken."),
                        "", "Voorstellen");
            }
            int mails = openings.offer(centreId, filled.choice(), filled.notes(), person.personId());
            return (mails == 0 ? OFFERED_TO_NOBODY : OFFERED).at(Page.address(centreId));
        });
    }

    private static boolean notes(Form form) {
        return !form.first(NOTES).isEmpty();
    }

    private static boolean isSure(Form form) {
        return !form.first(SURE).isEmpty();
    }

    private static String seen(String other, boolean notes) {
        return "zien alle mensen van %s jullie datagrafiek en antwoorden van deze ronde, %s jullie toelichtingen.".formatted(other,
                notes ? "met" : "zonder");
    }

    /** The page in between: it changes nothing, and posts the same again to the same address. */
    private HttpResponse<?> ask(HttpRequest<?> request, UUID centreId, Form form, String question, String round, List<String> happens,
            String impossible, String button) {
        List<Form.Field> fields = Stream.concat(form.list().stream(), Stream.of(new Form.Field(SURE, "ja"))).toList();
        return templates.page("layout/confirmation", new Confirmation(shells.of(request, question), "Openzetten",
                "Het gaat om de resultaten van ‘%s’.".formatted(round), List.of(), happens, impossible, request.getPath(), fields, button,
                Page.address(centreId)));
    }

    @Post("/{openingId}/aanvaarding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> accept(HttpRequest<?> request, SignedIn person, UUID centreId, UUID openingId, @Nullable @Body String body) {
        Form form = Form.of(body);
        return act(request, person, centreId, Page.Filled.NOTHING, () -> {
            if (!isSure(form)) {
                Opening opening = openings.changeable(centreId, openingId, true, person.personId());
                String other = opening.otherName();
                return ask(request, centreId, form, "Het voorstel van %s aanvaarden?".formatted(other), opening.round(),
                        List.of("Vanaf nu %s".formatted(seen(other, notes(form))),
                                "Jullie zien hetzelfde van %s, %s hun toelichtingen.".formatted(other,
                                        opening.otherNotes() ? "met" : "zonder"),
                                "Elk van beide centra kan er op elk moment mee stoppen."),
                        "Wat intussen gelezen werd, kan je niet terughalen.", "Aanvaarden");
            }
            openings.accept(centreId, openingId, notes(form), person.personId());
            return ACCEPTED.at(Page.address(centreId));
        });
    }

    @Post("/{openingId}/einde")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(HttpRequest<?> request, SignedIn person, UUID centreId, UUID openingId, @Nullable @Body String body) {
        Form form = Form.of(body);
        return act(request, person, centreId, Page.Filled.NOTHING, () -> {
            if (!isSure(form)) {
                return askToEnd(request, centreId, form, openings.changeable(centreId, openingId, false, person.personId()));
            }
            openings.end(centreId, openingId, person.personId());
            return ENDED.at(Page.address(centreId));
        });
    }

    private HttpResponse<?> askToEnd(HttpRequest<?> request, UUID centreId, Form form, Opening opening) {
        String other = opening.otherName();
        String told = "Niemand krijgt hierover een mail; %s ziet het bij zijn openstellingen.".formatted(other);
        return switch (opening.state()) {
            case offered_by_other -> ask(request, centreId, form, "Het voorstel van %s weigeren?".formatted(other), opening.round(),
                    List.of("Niemand ziet iets van de ander.", told), "", "Weigeren");
            case offered_by_own -> ask(request, centreId, form, "Jullie voorstel aan %s intrekken?".formatted(other), opening.round(),
                    List.of("%s kan het niet meer aanvaarden.".formatted(other), told), "", "Intrekken");
            case mutual, ended -> ask(request, centreId, form, "Stoppen met openzetten voor %s?".formatted(other), opening.round(),
                    List.of("Niemand van het ene centrum ziet nog iets van het andere.", told,
                            "Opnieuw openzetten kan alleen met een nieuw voorstel."),
                    "Wat intussen gelezen werd, kan je niet terughalen.", "Stoppen");
        };
    }

    private HttpResponse<?> act(HttpRequest<?> request, SignedIn person, UUID centreId, Page.Filled filled,
            Supplier<HttpResponse<?>> action) {
        try {
            return action.get();
        } catch (Refusal refused) {
            if (refused.isNotFound()) {
                throw refused;
            }
            return page(request, refused.status(), person, centreId, filled, "", refused.sentence());
        }
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, SignedIn person, UUID centreId, Page.Filled filled,
            String done, String problem) {
        return templates.page(status, "opening/openings", Page.of(shells.of(request, "Openzetten"),
                openings.of(centreId, person.personId()), centreId, filled, done, problem));
    }
}
