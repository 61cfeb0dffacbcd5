package be.zelfscan.team;

import be.zelfscan.scan.HomePart;
import be.zelfscan.scan.Scan;
import be.zelfscan.scan.ScanReading.RoundOfCentre;
import be.zelfscan.scan.ScanState;
import be.zelfscan.scan.SentScan;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Templates;
import gg.jte.Content;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the home of a centre shows of its agreements: those that are open, and where there is something to look back at or to agree on. */
@Singleton
public class TeamOnHome implements HomePart {
    private static final int MOST = 5;

    /**
     * {@code src/main/jte/team/home.jte} takes this.
     *
     * @param open those that are open, the next first; at most {@value #MOST}
     * @param more how many are open besides
     * @param over how many are over
     * @param lookBack address of the page to look back on; empty when there is nothing to say, or all of it was said
     * @param conversation address at which a conversation about the newest result begins; empty when there is none, or it has agreements
     */
    public record Part(UUID centreId, List<Agreement> open, int more, int over, Optional<String> lookBack, Optional<String> conversation,
            LocalDate today) {
        public String all() {
            return AgreementController.all(centreId);
        }
    }

    private final Agreements agreements;
    private final WhatBecame whatBecame;
    private final Templates templates;
    private final Clock clock;

    TeamOnHome(Agreements agreements, WhatBecame whatBecame, Templates templates, Clock clock) {
        this.agreements = agreements;
        this.whatBecame = whatBecame;
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public Optional<Content> of(UUID centreId, UUID personId, List<RoundOfCentre> rounds) {
        List<Agreement> all = agreements.ofCentre(centreId, personId);
        List<Agreement> open = all.stream().filter(one -> one.state().isOpen()).toList();
        Optional<SentScan> newest = rounds.stream().filter(round -> round.scan().filter(state -> state.scan().sent()).isPresent())
                .flatMap(round -> round.sent().stream()).findFirst();
        Optional<String> conversation = newest.filter(sent -> all.stream().noneMatch(one -> one.scanId().equals(sent.scanId())))
                .map(sent -> InterpretationController.address(sent.id(), InterpretResult.Screen.striking));
        Optional<String> lookBack = rounds.stream().flatMap(round -> round.scan().stream()).map(ScanState::scan).filter(Scan::isOpen)
                .map(Scan::id).filter(scan -> whatBecame.read(scan, personId).asks()).findFirst().map(WhatBecameController::address);
        return all.isEmpty() && conversation.isEmpty() && lookBack.isEmpty() ? Optional.empty()
                : Optional.of(templates.part("team/home", new Part(centreId, open.stream().limit(MOST).toList(),
                        Math.max(0, open.size() - MOST), all.size() - open.size(), lookBack, conversation, BelgianDutch.today(clock))));
    }
}
