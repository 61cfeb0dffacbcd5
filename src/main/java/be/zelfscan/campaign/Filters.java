package be.zelfscan.campaign;

import be.zelfscan.scan.ScanProgress;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address of a round's page says which of its centres are shown; what it says wrongly counts as not said. */
final class Filters {
    private static final String STATE = "stand";
    private static final String SCHOOL_GROUP = "scholengroep";
    private static final String TICKED = "aangeduid";

    private static final UUID ANY = new UUID(0, 0);

    private Filters() {}

    static CampaignPages.Filter of(HttpRequest<?> request) {
        String state = request.getParameters().getFirst(STATE).orElse("");
        return new CampaignPages.Filter(Arrays.stream(ScanProgress.State.values()).filter(one -> one.name().equals(state)).findFirst(),
                request.getParameters().getFirst(SCHOOL_GROUP).flatMap(Filters::id));
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether all shown centres that did not send are ticked. */
    static boolean isAllTicked(HttpRequest<?> request) {
        return request.getParameters().getFirst(TICKED).isPresent();
    }

    /** The address that shows the centres in a state, or all when it is the one that is shown. */
    static String address(UUID roundId, ScanProgress.State state, CampaignPages.Filter filter) {
        return address(roundId, filter.is(state) ? Optional.empty() : Optional.of(state), filter.schoolGroup(), Stream.of());
    }

    /** The address that ticks all shown centres. */
    static String allTicked(UUID roundId, CampaignPages.Filter filter) {
        return address(roundId, filter.state(), filter.schoolGroup(), Stream.of(TICKED + "=alle"));
    }

    /** What says the filter in an address, with what separates it from the path; empty when all is shown. */
    static String query(CampaignPages.Filter filter) {
        String address = address(ANY, filter.state(), filter.schoolGroup(), Stream.of());
        return address.contains("?") ? address.substring(address.indexOf('?'), address.indexOf('#')) : "";
    }

    private static String address(UUID roundId, Optional<ScanProgress.State> state, Optional<UUID> schoolGroup, Stream<String> more) {
        String query = Stream
                .of(state.map(one -> STATE + "=" + one.name()).stream(), schoolGroup.map(id -> SCHOOL_GROUP + "=" + id).stream(), more)
                .flatMap(parts -> parts).collect(Collectors.joining("&"));
        return "/rondes/" + roundId + (query.isEmpty() ? "" : "?" + query) + "#centra";
    }
}
