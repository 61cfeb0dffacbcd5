package be.zelfscan.scan;

import gg.jte.Content;
import io.micronaut.core.order.Ordered;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A part of the home of a centre; whoever has one to show stands above the scan. All of them are found by injection, and stand in their
 * order under what can be done in the rounds that are open.
 */
public interface HomePart extends Ordered {
    /**
     * @param personId somebody of the centre
     * @param rounds of the centre, the newest first
     * @return what stands there; empty for nothing
     */
    Optional<Content> of(UUID centreId, UUID personId, List<ScanReading.RoundOfCentre> rounds);
}
