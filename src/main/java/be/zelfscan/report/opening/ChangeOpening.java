package be.zelfscan.report.opening;

import be.zelfscan.access.AccessRepository;
import be.zelfscan.access.Permission;
import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.mail.Outbox;
import be.zelfscan.organisation.OrganisationRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Offers, accepts and ends an opening. Only a director does, for the own centre. */
@Singleton
public class ChangeOpening {
    /** The kind of the mail that tells a director of an offer; its subject is the opening. */
    static final String MAIL = "opening-offered";

    private final OpeningRepository openings;
    private final OrganisationRepository organisations;
    private final AccessRepository access;
    private final Outbox outbox;
    private final ActivityLog log;
    private final Clock clock;

    ChangeOpening(OpeningRepository openings, OrganisationRepository organisations, AccessRepository access, Outbox outbox, ActivityLog log,
            Clock clock) {
        this.openings = openings;
        this.organisations = organisations;
        this.access = access;
        this.outbox = outbox;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Offers another centre to open the results of a round to each other; its directors are told by mail.
     *
     * @return how many mails that made
     * @throws OpeningRefused when this cannot be for that round or centre, or was done
     */
    @Transactional
    int offer(UUID centreId, OpeningForm form, UUID personId) {
        require(centreId, personId);
        UUID roundId = form.roundId();
        UUID otherId = form.otherId();
        if (otherId.equals(centreId)) {
            throw OpeningRefused.oneself();
        }
        OpeningRepository.Choice choice = openings.choices(centreId).stream()
                .filter(one -> one.roundId().equals(roundId) && one.centreId().equals(otherId)).findFirst()
                .orElseThrow(OpeningRefused::notInRound);
        current(centreId, roundId, otherId).ifPresent(there -> {
            throw refusal(there);
        });
        UUID id = UUID.randomUUID();
        if (!openings.add(id, roundId, centreId, otherId, personId, clock.instant(), form.notes())) {
            throw OpeningRefused.changedMeanwhile();
        }
        log.note(Action.opening_offered, id, detail(centreId, choice.name(), choice.round(), form.notes()));
        List<String> recipients = openings.recipients(id);
        recipients.forEach(email -> outbox.putOfRound(roundId, MAIL, email, id, 1));
        return recipients.size();
    }

    private Optional<Opening> current(UUID centreId, UUID roundId, UUID otherId) {
        return openings.of(centreId).stream().filter(one -> one.state() != Opening.State.ended && one.isAbout(roundId, otherId))
                .findFirst();
    }

    private static OpeningRefused refusal(Opening there) {
        return switch (there.state()) {
            case mutual -> OpeningRefused.openAlready(there.otherName());
            case offered_by_other -> OpeningRefused.offeredByOther(there.otherName());
            case offered_by_own, ended -> OpeningRefused.offeredAlready(there.otherName());
        };
    }

    /**
     * Accepts what another centre offered: from now on both see.
     *
     * @param notes whether the own notes are open too
     */
    @Transactional
    void accept(UUID centreId, UUID openingId, boolean notes, UUID personId) {
        Opening opening = opening(centreId, openingId, personId);
        if (!openings.accept(openingId, centreId, personId, clock.instant(), notes)) {
            throw OpeningRefused.changedMeanwhile();
        }
        log.note(Action.opening_accepted, openingId, detail(centreId, opening.otherName(), opening.round(), notes));
    }

    /** Withdraws or declines an offer, or ends what is open: from now on nobody of the one centre sees the other's. */
    @Transactional
    void end(UUID centreId, UUID openingId, UUID personId) {
        Opening opening = opening(centreId, openingId, personId);
        if (!openings.end(openingId, centreId, personId, clock.instant())) {
            throw OpeningRefused.changedMeanwhile();
        }
        log.note(Action.opening_ended, openingId, "%s, %s, %s".formatted(own(centreId), opening.otherName(), opening.round()));
    }

    private Opening opening(UUID centreId, UUID openingId, UUID personId) {
        require(centreId, personId);
        List<Opening> all = openings.of(centreId);
        return all.stream().filter(one -> one.id().equals(openingId)).findFirst().orElseThrow(OpeningRefused::notFound);
    }

    private void require(UUID centreId, UUID personId) {
        Permission.open_result.require(access.roles(personId, centreId));
    }

    private String detail(UUID centreId, String other, String round, boolean notes) {
        return "%s, %s, %s, toelichtingen van %s: %s".formatted(own(centreId), other, round, own(centreId), notes ? "open" : "niet open");
    }

    private String own(UUID centreId) {
        return organisations.centre(centreId).orElseThrow(OpeningRefused::notFound).name();
    }
}
