package be.zelfscan.comparison;

import be.zelfscan.TestNet;
import be.zelfscan.TestService;
import be.zelfscan.access.SignedIn;
import be.zelfscan.campaign.CloseRound;
import be.zelfscan.campaign.OpenRound;
import be.zelfscan.campaign.PlanRound;
import be.zelfscan.campaign.ReopenScan;
import be.zelfscan.campaign.RoundForm;
import be.zelfscan.database.Scope;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundPlan;
import be.zelfscan.scan.SaveAnswers;
import be.zelfscan.scan.SendScan;
import be.zelfscan.scan.StartScan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One round of {@link HandComputedRound}, played by its people with the use cases of the product. */
final class HandComputedPlay {
    private final TestService service;
    private final HandComputedNet net;
    private final String questionnaire;
    private final Map<Integer, UUID> scans = new HashMap<>();
    private final Map<Integer, List<UUID>> sent = new HashMap<>();
    private final UUID round;

    /** Makes the round and opens it; these mails go to everybody whom a round can name. */
    HandComputedPlay(TestService service, HandComputedNet net, String questionnaire, HandComputedAnswers.Round plan, LocalDate first,
            LocalDate last, Set<RoundMail> mails) {
        this.service = service;
        this.net = net;
        this.questionnaire = questionnaire;
        round = TestNet.as(net.support(), () -> open(form(plan, first, last, mails)));
        plan.scans().stream().filter(HandComputedAnswers.Scan::isStarted).forEach(this::play);
    }

    private RoundForm form(HandComputedAnswers.Round plan, LocalDate first, LocalDate last, Set<RoundMail> mails) {
        Set<String> centres = plan.scans().stream().map(scan -> net.centre(scan.number()).toString()).collect(Collectors.toSet());
        Set<String> recipients = mails.stream()
                .flatMap(mail -> RoundPlan.RECIPIENTS.stream().map(role -> mail.name() + " " + role.name())).collect(Collectors.toSet());
        return new RoundForm(net.named(plan.title()), questionnaire, first.toString(), last.toString(),
                String.valueOf(plan.minimumGroupSize()), "", "5", false, Set.of(), centres, recipients);
    }

    private UUID open(RoundForm form) {
        UUID id = bean(PlanRound.class).make(form);
        bean(OpenRound.class).open(id, bean(OpenRound.class).version(id));
        return id;
    }

    private void play(HandComputedAnswers.Scan scan) {
        UUID director = net.director(scan.number());
        UUID id = TestNet.as(director, () -> bean(StartScan.class).start(round, net.centre(scan.number()), director));
        scans.put(scan.number(), id);
        answer(id, director, scan.begun(), 0);
        List<UUID> snapshots = new ArrayList<>();
        for (HandComputedAnswers.Given given : scan.sent()) {
            if (!snapshots.isEmpty()) {
                reopen(scan);
            }
            answer(id, director, given, snapshots.size());
            snapshots.add(TestNet.send(bean(SendScan.class), id, director));
        }
        sent.put(scan.number(), List.copyOf(snapshots));
    }

    private void reopen(HandComputedAnswers.Scan scan) {
        SignedIn supporter = new SignedIn(UUID.randomUUID(), net.support(), "Pia Plus", true, false);
        new Scope.Person(net.support())
                .run(() -> bean(ReopenScan.class).reopen(round, net.centre(scan.number()), supporter, scan.reopenedBecause()));
    }

    /** @param revision of what is answered already; each answer is given once each time */
    private void answer(UUID scan, UUID person, HandComputedAnswers.Given given, int revision) {
        given.sections(revision).forEach((section, fields) -> {
            if (!TestNet.as(person, () -> bean(SaveAnswers.class).save(scan, person, section, fields, UUID.randomUUID())).allKept()) {
                throw new AssertionError("Not kept in " + section + ": " + fields);
            }
        });
    }

    void close() {
        TestNet.as(net.support(), () -> bean(CloseRound.class).close(round, bean(CloseRound.class).version(round)));
    }

    UUID round() {
        return round;
    }

    UUID scan(int centre) {
        return scans.get(centre);
    }

    List<UUID> sent(int centre) {
        return sent.getOrDefault(centre, List.of());
    }

    private <T> T bean(Class<T> type) {
        return service.context().getBean(type);
    }
}
