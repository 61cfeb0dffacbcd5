package be.zelfscan.opening;

import be.zelfscan.access.SignedIn;
import be.zelfscan.text.BelgianDutch;
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
        return act(request, person, centreId, filled,
                () -> openings.offer(centreId, filled.choice(), filled.notes(), person.personId()) == 0 ? OFFERED_TO_NOBODY
                        : OFFERED);
    }

    private static boolean notes(Form form) {
        return !form.first("toelichtingen").isEmpty();
    }

    @Post("/{openingId}/aanvaarding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> accept(HttpRequest<?> request, SignedIn person, UUID centreId, UUID openingId, @Nullable @Body String body) {
        boolean notes = notes(Form.of(body));
        return act(request, person, centreId, Page.Filled.NOTHING, () -> {
            openings.accept(centreId, openingId, notes, person.personId());
            return ACCEPTED;
        });
    }

    @Post("/{openingId}/einde")
    @Consumes(MediaType.ALL)
    HttpResponse<?> end(HttpRequest<?> request, SignedIn person, UUID centreId, UUID openingId) {
        return act(request, person, centreId, Page.Filled.NOTHING, () -> {
            openings.end(centreId, openingId, person.personId());
            return ENDED;
        });
    }

    private HttpResponse<?> act(HttpRequest<?> request, SignedIn person, UUID centreId, Page.Filled filled,
            Supplier<Notice> action) {
        try {
            return action.get().at(Page.address(centreId));
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
