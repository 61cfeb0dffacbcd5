package be.zelfscan.team;

import be.zelfscan.access.Permission;
import be.zelfscan.scan.SentScan;
import be.zelfscan.team.DissentingViews.DissentingView;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the team of a centre made of one of its scans, for its own report and page: never for anybody else's. Immutable.
 *
 * @param texts what it says of its result, in order; one that is empty is left out
 * @param agreements those that came from the scan, the next first
 * @param needs what the team needs of others, passed on or not, the oldest first; what was erased is left out
 * @param became what became of the agreements and priorities of the round before
 * @param spreads how the team was spread before it met, by section
 * @param dissenting what some of it see otherwise, by section
 */
public record TeamResult(List<Text> texts, List<Agreement> agreements, List<Need> needs, List<WhatBecame.Line> became,
        Map<String, Spread> spreads, Map<String, List<DissentingView>> dissenting) {
    /** For whoever is not of the centre, and of a centre that made nothing of it. */
    public static final TeamResult NONE = new TeamResult(List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of());
    private static final int FIRST = 3;

    /** What a team says at one step. */
    public record Text(String title, String content) {}

    public TeamResult {
        texts = List.copyOf(texts);
        agreements = List.copyOf(agreements);
        needs = List.copyOf(needs);
        became = List.copyOf(became);
        spreads = Map.copyOf(spreads);
        dissenting = Map.copyOf(dissenting);
    }

    /** What some of the team see otherwise in a section. */
    public List<DissentingView> dissenting(String section) {
        return dissenting.getOrDefault(section, List.of());
    }

    /** The first agreements that are still to be done, at most three: they stand at the foot of the datagrafiek. */
    public List<Agreement> first() {
        return agreements.stream().filter(one -> one.state().isOpen()).limit(FIRST).toList();
    }

    /** Whether there is a page of texts, agreements and needs to print. */
    public boolean isWritten() {
        return !texts.isEmpty() || !agreements.isEmpty() || !needs.isEmpty();
    }

    /** Reads it, for whom it is. */
    @Singleton
    public static class Reading {
        private final InterpretResult interpret;
        private final Agreements agreements;
        private final NeedQueries needs;
        private final WhatBecame whatBecame;
        private final PlaceAlone alone;
        private final DissentingViews dissenting;

        Reading(InterpretResult interpret, Agreements agreements, NeedQueries needs, WhatBecame whatBecame, PlaceAlone alone,
                DissentingViews dissenting) {
            this.interpret = interpret;
            this.agreements = agreements;
            this.needs = needs;
            this.whatBecame = whatBecame;
            this.alone = alone;
            this.dissenting = dissenting;
        }

        /** Nothing for a reader who is not of the centre itself, by the roles that stand with the scan. */
        @ReadOnly
        public TeamResult of(SentScan sent) {
            return Permission.see_scan.allowed(sent.roles()) ? ofOwn(sent) : NONE;
        }

        /** For somebody of whom the caller knows that it is of the centre, as of who gets its mail. */
        @ReadOnly
        public TeamResult ofOwn(SentScan sent) {
            Map<InterpretResult.Screen, InterpretResult.Written> written = interpret.texts(sent.scanId());
            return new TeamResult(Arrays.stream(InterpretResult.Screen.values())
                    .filter(screen -> written.containsKey(screen) && !written.get(screen).content().isEmpty())
                    .map(screen -> new Text(screen.title(), written.get(screen).content())).toList(),
                    agreements.ofScan(sent.scanId()),
                    needs.ofScan(sent.scanId()).stream().filter(need -> !need.what().isEmpty()).toList(), whatBecame.ofScan(sent.scanId()),
                    alone.spreads(sent.scanId()), dissenting.of(sent.scanId()));
        }
    }
}
