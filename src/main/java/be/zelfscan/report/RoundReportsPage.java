package be.zelfscan.report;

import be.zelfscan.web.BelgianDutch;
import be.zelfscan.web.Shell;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The page with the reports of a round; the template of {@code src/main/jte/report} takes it.
 *
 * @param title of the round
 * @param closed whether there are reports at all
 * @param comparison address of the comparison of the round
 * @param net address of the report of the net
 * @param progress how far all of them together are; empty when nobody asked for them
 */
public record RoundReportsPage(Shell shell, String title, boolean closed, String address, String comparison, String net,
        List<Link> schoolGroups,
        Optional<Progress> progress) {
    /** A report that can be opened by itself. */
    public record Link(String name, String address) {}

    /**
     * How far they are.
     *
     * @param state in one sentence
     * @param failures the files that could not be made
     */
    public record Progress(String state, String requested, int done, int total, boolean busy, List<String> failures) {}

    static String address(UUID roundId) {
        return "/rapporten/" + roundId;
    }

    static RoundReportsPage of(Shell shell, RoundReports.State state) {
        UUID roundId = state.round().id();
        List<Link> schoolGroups = state.subjects().stream().filter(subject -> subject.kind() == RoundReportRepository.Kind.school_group)
                .map(subject -> new Link(subject.name(), "/scholengroep/%s/ronde/%s/rapport.pdf".formatted(subject.id(), roundId)))
                .toList();
        return new RoundReportsPage(shell, state.round().title(), state.round().isFrozen() && !state.subjects().isEmpty(),
                address(roundId), "/vergelijking/" + roundId, "/vergelijking/%s/rapport.pdf".formatted(roundId), schoolGroups,
                state.standing().map(RoundReportsPage::progress));
    }

    private static Progress progress(RoundReportRepository.Standing standing) {
        String state = standing.isBusy() ? "%d van %d klaar".formatted(standing.done(), standing.total())
                : standing.failures().isEmpty() ? "Alle %d rapporten zijn klaar.".formatted(standing.total())
                        : "%d van %d rapporten zijn klaar; de andere konden niet gemaakt worden.".formatted(standing.done(),
                                standing.total());
        return new Progress(state, BelgianDutch.dateAndTime(standing.requestedAt()), standing.done(), standing.total(), standing.isBusy(),
                standing.failures());
    }

    /** Where all of them are one file. */
    public String zip() {
        return address + "/rapporten.zip";
    }

    public String order() {
        return address + "/opdracht";
    }
}
