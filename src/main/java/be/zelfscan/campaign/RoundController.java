package be.zelfscan.campaign;

import be.zelfscan.campaign.RoundPage.RoundFilter;
import be.zelfscan.mail.MessageLedger;
import be.zelfscan.text.Texts;
import be.zelfscan.web.Confirmation;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.Notice;
import be.zelfscan.web.Refusal;
import be.zelfscan.web.PageLayouts;
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
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** One round: how far it is, and what is done with it. */
@Controller("/rondes/{roundId}")
class RoundController {
    private static final String NO_MAIL = "Er is geen mail klaargezet: bij deze centra is niemand gekozen die hem krijgt.";

    static final Notice OPENED = withMails("opening", "De ronde is geopend: de centra zien ze nu.", NO_MAIL);
    static final Notice CLOSED = withMails("afsluiting", "De ronde is afgesloten.", NO_MAIL);
    static final Notice CLOSING = Notice.of("afsluiting-bezig", "De ronde is afgesloten. Wat daarop volgt, wordt nu gemaakt.");
    static final Notice REMINDED = withMails("herinnering", "De herinnering is klaargezet.", NO_MAIL);
    static final Notice ADDED = withMails("toevoeging", "Het centrum doet nu mee.", NO_MAIL);
    static final Notice EXTENDED = Notice.of("verlenging", "De ronde is verlengd.");
    static final Notice REMOVED = Notice.of("verwijdering", "Het centrum doet niet meer mee aan deze ronde.");
    static final Notice REOPENED = withMails("heropening", "De zelfscan is opnieuw geopend.",
            "Het centrum heeft geen directeur: niemand krijgt de mail met de reden.");

    private final FollowRound follow;
    private final OpenRound openRound;
    private final CloseRound closeRound;
    private final ChangeRound changeRound;
    private final RemindCentres remindCentres;
    private final MailOut mails;
    private final MessageLedger ledger;
    private final Templates templates;
    private final PageLayouts layouts;

    RoundController(FollowRound follow, OpenRound openRound, CloseRound closeRound, ChangeRound changeRound,
            RemindCentres remindCentres, MailOut mails, MessageLedger ledger, Templates templates, PageLayouts layouts) {
        this.follow = follow;
        this.openRound = openRound;
        this.closeRound = closeRound;
        this.changeRound = changeRound;
        this.remindCentres = remindCentres;
        this.mails = mails;
        this.ledger = ledger;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, UUID roundId) {
        return page(request, HttpStatus.OK, roundId, RoundPage.Filled.done(said(request)));
    }

    @Get("/opening")
    HttpResponse<?> askToOpen(HttpRequest<?> request, UUID roundId) {
        return ask(request, roundId, RoundPage.Filled.NOTHING, () -> openRound.question(roundId));
    }

    @Post("/opening")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> open(HttpRequest<?> request, UUID roundId, @Nullable @Body String body) {
        String seen = Form.of(body).first(FormContent.VERSION);
        return actAsConfirmed(request, roundId, RoundPage.Filled.NOTHING,
                () -> OPENED.at(RoundPage.address(roundId), openRound.open(roundId, seen)),
                () -> openRound.question(roundId));
    }

    @Get("/afsluiting")
    HttpResponse<?> askToClose(HttpRequest<?> request, UUID roundId) {
        return ask(request, roundId, RoundPage.Filled.NOTHING, () -> closeRound.question(roundId));
    }

    @Post("/afsluiting")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> close(HttpRequest<?> request, UUID roundId, @Nullable @Body String body) {
        String seen = Form.of(body).first(FormContent.VERSION);
        return actAsConfirmed(request, roundId, RoundPage.Filled.NOTHING, () -> closed(roundId, closeRound.close(roundId, seen)),
                () -> closeRound.question(roundId));
    }

    private static HttpResponse<?> closed(UUID roundId, OptionalInt mails) {
        return mails.isPresent() ? CLOSED.at(RoundPage.address(roundId), mails.getAsInt())
                : CLOSING.at(RoundPage.address(roundId));
    }

    @Post("/verlenging")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> extend(HttpRequest<?> request, UUID roundId, @Nullable @Body String body) {
        Form form = Form.of(body);
        String lastDay = Texts.clean(form.first("closesOn"));
        String seen = form.first(FormContent.VERSION);
        try {
            return act(request, roundId, RoundPage.Filled.lastDay(lastDay, seen), () -> {
                changeRound.extend(roundId, lastDay, seen);
                return EXTENDED.at(RoundPage.address(roundId));
            });
        } catch (Overtaken overtaken) {
            FormContent.Difference day = overtaken.differences().getFirst();
            return page(request, overtaken.status(), roundId, new RoundPage.Filled("",
                    "Intussen kreeg de ronde een andere laatste dag: %s. Jij vulde %s in; dat is nog niet bewaard. Wil je het toch, verleng dan opnieuw."
                            .formatted(day.kept(), day.typed()),
                    lastDay, Optional.of(overtaken.version()), Set.of()));
        }
    }

    /** Asks first: only the form of that page has a key. The centres may be more than fit in an address. */
    @Post("/herinnering")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remind(HttpRequest<?> request, UUID roundId, @Nullable @Body String body) {
        Form form = Form.of(body);
        Set<String> centres = Set.copyOf(form.all(RemindCentres.CENTRE));
        RoundPage.Filled ticked = RoundPage.Filled.ticked(centres);
        return form.id(RemindCentres.KEY)
                .<HttpResponse<?>>map(key -> actAsConfirmed(request, roundId, ticked,
                        () -> REMINDED.at(RoundPage.address(roundId) + RoundFilter.of(request.getParameters()).query(),
                                remindCentres.remind(roundId, centres, key)),
                        () -> remindCentres.question(roundId, centres)))
                .orElseGet(() -> ask(request, roundId, ticked, () -> remindCentres.question(roundId, centres)));
    }

    @Get("/centra/toevoeging")
    HttpResponse<?> askToAdd(HttpRequest<?> request, UUID roundId, @QueryValue(defaultValue = "") String centre) {
        return ask(request, roundId, RoundPage.Filled.NOTHING, () -> changeRound.adding(roundId, centre));
    }

    @Get("/centra/verwijdering")
    HttpResponse<?> askToRemove(HttpRequest<?> request, UUID roundId, @QueryValue(defaultValue = "") String centre) {
        return ask(request, roundId, RoundPage.Filled.NOTHING, () -> changeRound.removing(roundId, centre));
    }

    @Post("/centra")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(HttpRequest<?> request, UUID roundId, @Nullable @Body String body) {
        String centre = Form.of(body).first(ChangeRound.CENTRE);
        return act(request, roundId, RoundPage.Filled.NOTHING,
                () -> ADDED.at(RoundPage.address(roundId), changeRound.add(roundId, centre)));
    }

    @Post("/centra/verwijdering")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(HttpRequest<?> request, UUID roundId, @Nullable @Body String body) {
        String centre = Form.of(body).first(ChangeRound.CENTRE);
        return act(request, roundId, RoundPage.Filled.NOTHING, () -> {
            changeRound.remove(roundId, centre);
            return REMOVED.at(RoundPage.address(roundId));
        });
    }

    /** Asks whether to do something, or shows the round again with why it cannot be done. */
    private HttpResponse<?> ask(HttpRequest<?> request, UUID roundId, RoundPage.Filled typed, Supplier<RoundQuestion> question) {
        return act(request, roundId, typed,
                () -> templates.page("layout/confirmation", confirmation(request, question.get(), "")));
    }

    /** Does what was confirmed; asks it anew when it is no longer what was shown. */
    private HttpResponse<?> actAsConfirmed(HttpRequest<?> request, UUID roundId, RoundPage.Filled typed, Supplier<HttpResponse<?>> action,
            Supplier<RoundQuestion> question) {
        try {
            return act(request, roundId, typed, action);
        } catch (Overtaken overtaken) {
            return act(request, roundId, typed, () -> templates.page(overtaken.status(), "layout/confirmation", confirmation(request,
                    question.get(),
                    "Intussen is er iets veranderd, en er is nog niets gebeurd. Kijk na hoe het nu is, en bevestig opnieuw.")));
        }
    }

    /** @param problem why it is asked again; empty the first time */
    private Confirmation confirmation(HttpRequest<?> request, RoundQuestion question, String problem) {
        String round = question.round().title();
        String address = RoundPage.address(question.round().id());
        String filter = RoundFilter.of(request.getParameters()).query();
        return new Confirmation(layouts.of(request, question.title(), round), round, problem, question.lead(), List.of(), question.about(),
                question.happens(), question.reach().map(reach -> reach.asked(address + "/mails/" + reach.mail().kind())),
                question.impossible(), address + question.action() + filter, question.fields(), question.button(),
                address + filter + (filter.isEmpty() ? "" : "#centra"));
    }

    /** Does something, or shows the round again with why it was not done and with what was typed. */
    private HttpResponse<?> act(HttpRequest<?> request, UUID roundId, RoundPage.Filled typed, Supplier<HttpResponse<?>> action) {
        try {
            return action.get();
        } catch (Refusal refused) {
            if (refused.isNotFound()) {
                throw refused;
            }
            return page(request, refused.status(), roundId, typed.refused(refused.sentence()));
        }
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, UUID roundId, RoundPage.Filled filled) {
        FollowRound.Followed followed = follow.of(roundId);
        RoundFilter filter = RoundFilter.of(request.getParameters());
        List<FollowRound.Line> lines = followed.lines().stream().filter(filter::shows).toList();
        return templates.page(status, "campaign/round",
                new RoundPage(layouts.of(request, followed.round().title()), followed, lines, filter, ledger.ofRound(roundId),
                        remindCentres.reminded(roundId), mails.reachOfNext(followed),
                        RoundFilter.isAllTicked(request.getParameters()) ? filled.withTicked(lines) : filled));
    }

    private static Notice withMails(String word, String sentence, String none) {
        return Notice.counted(word, sentence, mails -> sentence + " " + switch (mails) {
            case 0 -> none;
            case 1 -> "Er is 1 mail klaargezet.";
            default -> "Er zijn " + mails + " mails klaargezet.";
        });
    }

    /** What its address says that was done; empty for nothing. */
    private static String said(HttpRequest<?> request) {
        return Notice.said(request, OPENED, CLOSED, CLOSING, REMINDED, ADDED, EXTENDED, REMOVED, REOPENED);
    }
}
