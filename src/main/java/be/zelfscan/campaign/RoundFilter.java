package be.zelfscan.campaign;

import be.zelfscan.scan.ScanProgress;
import be.zelfscan.web.Form;
import io.micronaut.http.HttpParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which centres of a round are shown. It stands in the address of the page; what that says wrongly counts as not said. */
public record RoundFilter(Optional<ScanProgress.State> state, Optional<UUID> schoolGroup) {
    private static final String STATE = "stand";
    private static final String SCHOOL_GROUP = "scholengroep";
    private static final String TICKED = "aangeduid";

    static RoundFilter of(HttpParameters parameters) {
        String state = parameters.getFirst(STATE).orElse("");
        return new RoundFilter(Arrays.stream(ScanProgress.State.values()).filter(one -> one.name().equals(state)).findFirst(),
                parameters.getFirst(SCHOOL_GROUP).flatMap(Form::idOf));
    }

    /** Whether the address says that all shown centres that did not send are ticked. */
    static boolean isAllTicked(HttpParameters parameters) {
        return parameters.getFirst(TICKED).isPresent();
    }

    boolean shows(FollowRound.Line line) {
        return state.filter(one -> one != line.progress().state()).isEmpty() && ofGroup(line);
    }

    boolean ofGroup(FollowRound.Line line) {
        return schoolGroup.filter(group -> !line.centre().worksFor(group)).isEmpty();
    }

    public boolean isNarrow() {
        return state.isPresent() || schoolGroup.isPresent();
    }

    public boolean is(ScanProgress.State one) {
        return state.filter(one::equals).isPresent();
    }

    public boolean is(UUID group) {
        return schoolGroup.filter(group::equals).isPresent();
    }

    /** In addition only the centres in a state, or those in any when these are the ones that are shown. */
    RoundFilter toggled(ScanProgress.State one) {
        return new RoundFilter(is(one) ? Optional.empty() : Optional.of(one), schoolGroup);
    }

    /** As an address says it, with the question mark before; empty when all is shown. */
    String query() {
        return query(Stream.of());
    }

    /** As {@link #query}, and that all shown centres are ticked. */
    String queryAllTicked() {
        return query(Stream.of(TICKED + "=alle"));
    }

    private String query(Stream<String> more) {
        List<String> parts = Stream.of(state.map(one -> STATE + "=" + one.name()).stream(),
                schoolGroup.map(id -> SCHOOL_GROUP + "=" + id).stream(), more).flatMap(part -> part).toList();
        return parts.isEmpty() ? "" : parts.stream().collect(Collectors.joining("&", "?", ""));
    }
}
