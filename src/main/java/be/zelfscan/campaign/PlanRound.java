package be.zelfscan.campaign;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundPlanRepository;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.web.BelgianDutch;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Makes a round, and changes it as long as it is not open. */
@Singleton
public class PlanRound {
    /** What became of a form. */
    public sealed interface Outcome {
        record Kept(UUID roundId) implements Outcome {}

        /** Nothing was kept; what is wrong, by field. */
        record Refused(Map<String, String> problems) implements Outcome {}
    }

    private final RoundRepository rounds;
    private final RoundPlanRepository plans;
    private final CampaignRepository campaign;
    private final Instruments instruments;
    private final ActivityLog log;
    private final Clock clock;

    PlanRound(RoundRepository rounds, RoundPlanRepository plans, CampaignRepository campaign, Instruments instruments, ActivityLog log,
            Clock clock) {
        this.rounds = rounds;
        this.plans = plans;
        this.campaign = campaign;
        this.instruments = instruments;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    public Outcome make(RoundForm form) {
        UUID id = UUID.randomUUID();
        RoundFormCheck.Judged judged = judge(id, form);
        if (judged.plan().isEmpty()) {
            return new Outcome.Refused(judged.problems());
        }
        plans.add(id, judged.plan().get(), judged.centres());
        log.note(Action.round_made, id, form.title());
        return new Outcome.Kept(id);
    }

    /**
     * @throws RoundRefused when there is no such round, or it was opened already
     */
    @Transactional
    public Outcome change(UUID roundId, RoundForm form) {
        rounds.holdAlone(roundId);
        Round round = rounds.find(roundId).orElseThrow(RoundRefused::notFound);
        requireDraft(round);
        RoundFormCheck.Judged judged = judge(roundId, form);
        if (judged.plan().isEmpty()) {
            return new Outcome.Refused(judged.problems());
        }
        if (!plans.change(roundId, judged.plan().get(), judged.centres())) {
            throw opened(round);
        }
        log.note(Action.round_changed, roundId, form.title());
        return new Outcome.Kept(roundId);
    }

    /** @throws RoundRefused when the round was opened already */
    static void requireDraft(Round round) {
        if (!round.isDraft()) {
            throw opened(round);
        }
    }

    private static RoundRefused opened(Round round) {
        return RoundRefused.now(("De ronde ‘%s’ is al geopend: haar vragenlijst, titel en ontvangers liggen vast. "
                + "Zolang ze open is, kan je de laatste dag verlengen en centra toevoegen of weghalen.").formatted(round.title()));
    }

    private RoundFormCheck.Judged judge(UUID roundId, RoundForm form) {
        LocalDate today = LocalDate.now(clock.withZone(BelgianDutch.ZONE));
        return new RoundFormCheck(form, today).judge(
                instruments.all().stream().map(definition -> definition.questionnaire().key()).toList(), campaign.centres(today),
                title -> rounds.isTitleTaken(title, roundId));
    }
}
