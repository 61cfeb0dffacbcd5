package be.zelfscan.campaign;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.campaign.RoundForm.RoundFormCheck;
import be.zelfscan.organisation.Centre;
import be.zelfscan.organisation.NetRepository;
import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundPlan;
import be.zelfscan.round.RoundPlanQueries;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormRefusal;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes a round, and changes it as long as it is not open. */
@Singleton
public class PlanRound {
    private final RoundRepository rounds;
    private final RoundPlanQueries plans;
    private final NetRepository net;
    private final Instruments instruments;
    private final ActivityLog log;
    private final Clock clock;

    PlanRound(RoundRepository rounds, RoundPlanQueries plans, NetRepository net, Instruments instruments, ActivityLog log,
            Clock clock) {
        this.rounds = rounds;
        this.plans = plans;
        this.net = net;
        this.instruments = instruments;
        this.log = log;
        this.clock = clock;
    }

    /** @throws FormRefusal when the form cannot be kept */
    @Transactional
    public UUID make(RoundForm form) {
        UUID id = UUID.randomUUID();
        RoundFormCheck.Judged judged = judge(id, form);
        plans.add(id, judged.orRefused(), judged.centres());
        log.note(Action.round_made, id, form.title());
        return id;
    }

    /**
     * @param seen the version of what the form was made from
     * @throws Refusal when there is no such round, or it was opened already
     * @throws FormRefusal when the form cannot be kept
     * @throws Overtaken when that is no longer what is kept
     */
    @Transactional
    public void change(UUID roundId, RoundForm form, String seen) {
        rounds.holdAlone(roundId);
        Round round = rounds.get(roundId);
        requireDraft(round);
        RoundFormCheck.Judged judged = judge(roundId, form);
        RoundPlan plan = judged.orRefused();
        Overtaken.check(seen, content(round), content(plan, judged.centres()));
        if (!plans.change(roundId, plan, judged.centres())) {
            throw opened(round);
        }
        log.note(Action.round_changed, roundId, form.title());
    }

    /** What the form of a round edits, as it is kept. */
    @Transactional
    public FormContent content(Round round) {
        return content(plans.of(round), rounds.centres(round.id()));
    }

    /** The same of what was read before, such as what a form was made from. */
    @ReadOnly
    public FormContent content(RoundPlan plan, Set<UUID> centres) {
        List<FormContent.Field> fields = new ArrayList<>(List.of(new FormContent.Field("Titel", plan.title()),
                new FormContent.Field("Vragenlijst", instruments.find(plan.questionnaire()).map(found -> found.title() + ", versie "
                        + found.version()).orElse(plan.questionnaire().toString())),
                new FormContent.Field("Eerste dag", BelgianDutch.date(plan.opensOn())),
                new FormContent.Field("Laatste dag", BelgianDutch.date(plan.closesOn())),
                new FormContent.Field("Wie doet mee", net.centres().stream()
                        .filter(centre -> centres.contains(centre.id())).map(Centre::name).collect(Collectors.joining(", "))),
                new FormContent.Field("Herinneringen", String.join(", ", plan.reminderDays().stream().map(String::valueOf).toList())),
                new FormContent.Field("Minimale groepsgrootte", String.valueOf(plan.minimumGroupSize())),
                new FormContent.Field("Toelichtingen bewaren (jaar)", String.valueOf(plan.noteRetentionYears()))));
        for (RoundMail mail : RoundMail.values()) {
            Set<Role> roles = plan.recipients().getOrDefault(mail, Set.of());
            fields.add(new FormContent.Field("Mail: " + mail.label(),
                    RoundPlan.RECIPIENTS.stream().filter(roles::contains).map(Role::label).collect(Collectors.joining(", "))));
        }
        return new FormContent(fields);
    }

    /** @throws Refusal when the round was opened already */
    static void requireDraft(Round round) {
        if (!round.isDraft()) {
            throw opened(round);
        }
    }

    private static Refusal opened(Round round) {
        return Refusal.conflict(("De ronde ‘%s’ is al geopend: haar vragenlijst, titel en ontvangers liggen vast. "
                + "Zolang ze open is, kan je de laatste dag verlengen en centra toevoegen of weghalen.").formatted(round.title()));
    }

    private RoundFormCheck.Judged judge(UUID roundId, RoundForm form) {
        LocalDate today = BelgianDutch.today(clock);
        rounds.holdTitles();
        return new RoundFormCheck(form, today).judge(
                instruments.all().stream().map(definition -> definition.questionnaire().key()).toList(), net.centres(),
                title -> rounds.isTitleTaken(title, roundId));
    }
}
