package be.zelfscan.campaign;

import be.zelfscan.campaign.RoundPage.RoundFilter;
import be.zelfscan.mail.MessageLedger;
import be.zelfscan.text.Texts;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.Refusal;
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
    private final FollowRound follow;
    private final OpenRound openRound;
    private final CloseRound closeRound;
    private final ChangeRound changeRound;
    private final RemindCentres remindCentres;
    private final RoundQuestions questions;
    private final MessageLedger ledger;
    private final Templates templates;
    private final Shells shells;

    RoundController(FollowRound follow, OpenRound openRound, CloseRound closeRound, ChangeRound changeRound,
            RemindCentres remindCentres, RoundQuestions questions, MessageLedger ledger, Templates templates, Shells shells) {
        this.follow = follow;
        this.openRound = openRound;
        this.closeRound = closeRound;
        this.changeRound = changeRound;
        this.remindCentres = remindCentres;
        this.questions = questions;
        this.ledger = ledger;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, UUID roundId) {
        return page(request, HttpStatus.OK, roundId, RoundPage.Filled.done(RoundNotice.said(request)));
    }

    @Get("/opening")
    HttpResponse<?> askToOpen(HttpRequest<?> request, UUID roundId) {
        return ask(request, roundId, RoundPage.Filled.NOTHING, () -> questions.opening(request, roundId));
    }

    @Post("/opening")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> open(HttpRequest<?> request, UUID roundId, @Nullable @Body String body) {
        String seen = Form.of(body).first(FormContent.VERSION);
        return actAsConfirmed(request, roundId, RoundPage.Filled.NOTHING,
                () -> RoundNotice.OPENED.at(RoundPage.address(roundId), openRound.open(roundId, seen)),
                () -> questions.opening(request, roundId));
    }

    @Get("/afsluiting")
    HttpResponse<?> askToClose(HttpRequest<?> request, UUID roundId) {
        return ask(request, roundId, RoundPage.Filled.NOTHING, () -> questions.closing(request, roundId));
    }

    @Post("/afsluiting")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> close(HttpRequest<?> request, UUID roundId, @Nullable @Body String body) {
        String seen = Form.of(body).first(FormContent.VERSION);
        return actAsConfirmed(request, roundId, RoundPage.Filled.NOTHING, () -> closed(roundId, closeRound.close(roundId, seen)),
                () -> questions.closing(request, roundId));
    }

    private static HttpResponse<?> closed(UUID roundId, OptionalInt mails) {
        return mails.isPresent() ? RoundNotice.CLOSED.at(RoundPage.address(roundId), mails.getAsInt())
                : RoundNotice.CLOSING.at(RoundPage.address(roundId));
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
                return RoundNotice.EXTENDED.at(RoundPage.address(roundId));
            });
        } catch (Overtaken overtaken) {
            FormContent.Difference day = overtaken.differences().getFirst();
            return page(request, overtaken.status(), roundId, new RoundPage.Filled("",
                    "Intussen kreeg de ronde een andere laatste dag: %s. Jij vulde %s in; dat is nog niet bewaard. Wil je het toch, verleng dan opnieuw."
                            .formatted(day.kept(), day.typed()),
                    lastDay, Optional.empty(), Set.of()));
        }
    }

    /** Asks first: only the form of that page has a key. The centres may be more than fit in an address. */
    @Post("/herinnering")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remind(HttpRequest<?> request, UUID roundId, @Nullable @Body String body) {
        Form form = Form.of(body);
        Set<String> centres = Set.copyOf(form.all("centre"));
        RoundPage.Filled ticked = RoundPage.Filled.ticked(centres);
        return form.id(RoundQuestions.KEY)
                .<HttpResponse<?>>map(key -> actAsConfirmed(request, roundId, ticked,
                        () -> RoundNotice.REMINDED.at(RoundPage.address(roundId) + RoundFilter.of(request.getParameters()).query(),
                                remindCentres.remind(roundId, centres, key)),
                        () -> questions.reminder(request, roundId, centres)))
                .orElseGet(() -> ask(request, roundId, ticked, () -> questions.reminder(request, roundId, centres)));
    }

    @Get("/centra/toevoeging")
    HttpResponse<?> askToAdd(HttpRequest<?> request, UUID roundId, @QueryValue(defaultValue = "") String centre) {
        return ask(request, roundId, RoundPage.Filled.NOTHING, () -> questions.adding(request, roundId, centre));
    }

    @Get("/centra/verwijdering")
    HttpResponse<?> askToRemove(HttpRequest<?> request, UUID roundId, @QueryValue(defaultValue = "") String centre) {
        return ask(request, roundId, RoundPage.Filled.NOTHING, () -> questions.removing(request, roundId, centre));
    }

    @Post("/centra")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(HttpRequest<?> request, UUID roundId, @Nullable @Body String body) {
        String centre = Form.of(body).first("centre");
        return act(request, roundId, RoundPage.Filled.NOTHING,
                () -> RoundNotice.ADDED.at(RoundPage.address(roundId), changeRound.add(roundId, centre)));
    }

    @Post("/centra/verwijdering")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(HttpRequest<?> request, UUID roundId, @Nullable @Body String body) {
        String centre = Form.of(body).first("centre");
        return act(request, roundId, RoundPage.Filled.NOTHING, () -> {
            changeRound.remove(roundId, centre);
            return RoundNotice.REMOVED.at(RoundPage.address(roundId));
        });
    }

    /** Asks whether to do something, or shows the round again with why it cannot be done. */
    private HttpResponse<?> ask(HttpRequest<?> request, UUID roundId, RoundPage.Filled typed,
            Supplier<RoundQuestions.Question> question) {
        return ask(request, HttpStatus.OK, roundId, typed, question);
    }

    private HttpResponse<?> ask(HttpRequest<?> request, HttpStatus status, UUID roundId, RoundPage.Filled typed,
            Supplier<RoundQuestions.Question> question) {
        try {
            return templates.page(status, "campaign/question", question.get());
        } catch (Refusal refused) {
            if (refused.isNotFound()) {
                throw refused;
            }
            return page(request, refused.status(), roundId, typed.refused(refused.sentence()));
        }
    }

    /** Does what was confirmed; asks it anew when it is no longer what was shown. */
    private HttpResponse<?> actAsConfirmed(HttpRequest<?> request, UUID roundId, RoundPage.Filled typed, Supplier<HttpResponse<?>> action,
            Supplier<RoundQuestions.Question> question) {
        try {
            return act(request, roundId, typed, action);
        } catch (Overtaken overtaken) {
            return ask(request, overtaken.status(), roundId, typed, () -> question.get().anew());
        }
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
                new RoundPage(shells.of(request, followed.round().title()), followed, lines, filter, ledger.ofRound(roundId),
                        questions.reminded(roundId), questions.next(followed),
                        RoundFilter.isAllTicked(request.getParameters()) ? filled.withTicked(lines) : filled));
    }
}
