package be.zelfscan.opening;

import be.zelfscan.access.Permission;
import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.mail.Outbox;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Role;
import be.zelfscan.web.Form;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The openings of a centre: read by its people; offered, accepted and ended by its director. */
@Singleton
public class Openings {
    /** The kind of the mail that tells a director of an offer; its subject is the opening. */
    static final String MAIL = "opening-offered";

    /**
     * The openings of a centre, and to whom it can open.
     *
     * @param mayChange whether whoever reads it may open and end
     */
    record CentreOpenings(String centre, List<Opening> openings, List<OpeningQueries.Choice> choices, boolean mayChange) {}

    private final OpeningQueries openings;
    private final OrganisationRepository organisations;
    private final Outbox outbox;
    private final ActivityLog log;
    private final Clock clock;

    Openings(OpeningQueries openings, OrganisationRepository organisations, Outbox outbox, ActivityLog log,
            Clock clock) {
        this.openings = openings;
        this.organisations = organisations;
        this.outbox = outbox;
        this.log = log;
        this.clock = clock;
    }

    /** @throws be.zelfscan.access.NotAllowed when the person is not of this centre */
    @ReadOnly
    CentreOpenings of(UUID centreId, UUID personId) {
        Set<Role> roles = organisations.roles(personId, centreId);
        Permission.see_comparison.require(roles);
        return new CentreOpenings(own(centreId), openings.of(centreId), openings.choices(centreId), Permission.open_result.allowed(roles));
    }

    /** An offer that still waits, for the mail about it. */
    @ReadOnly
    Optional<OpeningQueries.Offer> waiting(UUID openingId) {
        return openings.waiting(openingId);
    }

    /**
     * What can be offered, for the question before it.
     *
     * @param chosen the round and the other centre, as {@link OpeningsPage.Choice} writes them
     * @throws Refusal when this cannot be for that round or centre, or was done
     */
    @ReadOnly
    OpeningQueries.Choice offerable(UUID centreId, String chosen, UUID personId) {
        require(centreId, personId);
        return choice(centreId, chosen);
    }

    /**
     * Offers another centre to open the results of a round to each other; its directors are told by mail.
     *
     * @param chosen the round and the other centre, as {@link OpeningsPage.Choice} writes them
     * @param notes whether the own notes are open too
     * @return how many mails that made
     * @throws Refusal when this cannot be for that round or centre, or was done
     */
    @Transactional
    int offer(UUID centreId, String chosen, boolean notes, UUID personId) {
        require(centreId, personId);
        OpeningQueries.Choice choice = choice(centreId, chosen);
        UUID id = UUID.randomUUID();
        if (!openings.add(id, choice.roundId(), centreId, choice.centreId(), personId, clock.instant(), notes)) {
            throw changedMeanwhile();
        }
        log.note(Action.opening_offered, id, detail(centreId, choice.name(), choice.round(), notes));
        List<String> recipients = openings.recipients(id);
        recipients.forEach(email -> outbox.putOfRound(choice.roundId(), MAIL, email, id, 1));
        return recipients.size();
    }

    private OpeningQueries.Choice choice(UUID centreId, String chosen) {
        String[] parts = chosen.split("/", -1);
        if (parts.length != 2) {
            throw nothingChosen();
        }
        UUID roundId = Form.idOf(parts[0]).orElseThrow(Openings::nothingChosen);
        UUID otherId = Form.idOf(parts[1]).orElseThrow(Openings::nothingChosen);
        if (otherId.equals(centreId)) {
            throw Refusal.invalid("Jullie zien jullie eigen resultaat al. Kies een ander centrum.");
        }
        OpeningQueries.Choice choice = openings.choices(centreId).stream()
                .filter(one -> one.roundId().equals(roundId) && one.centreId().equals(otherId)).findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "Dat kan niet voor die ronde: kies een afgesloten ronde waarin jullie en het andere centrum een zelfscan "
                                + "verzonden."));
        openings.of(centreId).stream().filter(one -> one.isAbout(roundId, otherId)).forEach(Openings::refuseWhatIsThere);
        return choice;
    }

    private static Refusal nothingChosen() {
        return Refusal.invalid("Kies een ronde en een centrum uit de lijst.");
    }

    private static void refuseWhatIsThere(Opening there) {
        switch (there.state()) {
            case mutual -> throw Refusal
                    .conflict("De resultaten van deze ronde staan al open tussen jullie en %s.".formatted(there.otherName()));
            case offered_by_other -> throw Refusal
                    .conflict("%s stelde dit zelf al voor aan jullie. Aanvaard het voorstel op deze pagina.".formatted(there.otherName()));
            case offered_by_own -> throw Refusal.conflict(
                    "Jullie stelden dit al voor aan %s voor deze ronde. Trek dat eerst in als je iets wil veranderen."
                            .formatted(there.otherName()));
            case ended -> {
            }
        }
    }

    /**
     * Accepts what another centre offered: from now on both see.
     *
     * @param notes whether the own notes are open too
     * @throws Refusal when it is not there, or no offer any more
     */
    @Transactional
    void accept(UUID centreId, UUID openingId, boolean notes, UUID personId) {
        Opening opening = opening(centreId, openingId, personId);
        if (!openings.accept(openingId, centreId, personId, clock.instant(), notes)) {
            throw changedMeanwhile();
        }
        log.note(Action.opening_accepted, openingId, detail(centreId, opening.otherName(), opening.round(), notes));
    }

    /**
     * Withdraws or declines an offer, or ends what is open: from now on nobody of the one centre sees the other's.
     *
     * @throws Refusal when it is not there, or was ended
     */
    @Transactional
    void end(UUID centreId, UUID openingId, UUID personId) {
        Opening opening = opening(centreId, openingId, personId);
        if (!openings.end(openingId, centreId, personId, clock.instant())) {
            throw changedMeanwhile();
        }
        log.note(Action.opening_ended, openingId, "%s, %s, %s".formatted(own(centreId), opening.otherName(), opening.round()));
    }

    /**
     * An opening that can still be accepted or ended, for the question before it.
     *
     * @param offered whether it must be an offer of the other centre
     * @throws Refusal when it is not there, or is not so any more
     */
    @ReadOnly
    Opening changeable(UUID centreId, UUID openingId, boolean offered, UUID personId) {
        Opening opening = opening(centreId, openingId, personId);
        if (offered ? opening.state() != Opening.State.offered_by_other : opening.state() == Opening.State.ended) {
            throw changedMeanwhile();
        }
        return opening;
    }

    private Opening opening(UUID centreId, UUID openingId, UUID personId) {
        require(centreId, personId);
        return openings.of(centreId).stream().filter(one -> one.id().equals(openingId)).findFirst().orElseThrow(Openings::notFound);
    }

    private void require(UUID centreId, UUID personId) {
        Permission.open_result.require(organisations.roles(personId, centreId));
    }

    private String detail(UUID centreId, String other, String round, boolean notes) {
        return "%s, %s, %s, toelichtingen van %s: %s".formatted(own(centreId), other, round, own(centreId), notes ? "open" : "niet open");
    }

    private String own(UUID centreId) {
        return organisations.centreName(centreId).orElseThrow(Openings::notFound);
    }

    private static Refusal notFound() {
        return Refusal.notFound("Deze openstelling bestaat niet, of ze hoort bij andere centra.");
    }

    /** Somebody else was first. */
    private static Refusal changedMeanwhile() {
        return Refusal.conflict("Aan deze openstelling is intussen iets veranderd. Hieronder staat hoe het nu is.");
    }
}
