package be.zelfscan.followup;

import be.zelfscan.web.BelgianDutch;
import be.zelfscan.web.Shell;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the page of who inspires whom shows; {@code src/main/jte/followup/inspiration.jte} takes this. */
public final class InspirationPages {
    private InspirationPages() {}

    /** A centre that offers a practice. */
    public record Inspiring(String name, String result, String note) {}

    /**
     * Two centres that could meet.
     *
     * @param done when they were introduced, and whether that arrived; empty when they were not
     */
    public record Pair(String inspiring, String address, String done) {}

    /**
     * A centre that made a block a priority.
     *
     * @param place among its priorities, in words
     */
    public record Seeking(String name, String result, String place, String note, List<Pair> pairs) {}

    /**
     * @param id unique within the page
     * @param moreInspiring how many more there are than stand here, {@code moreSeeking} likewise
     */
    public record Block(String id, String title, List<Inspiring> inspiring, int moreInspiring, List<Seeking> seeking, int moreSeeking) {}

    /**
     * Who inspires whom.
     *
     * @param problem why nothing is shown; empty when something is
     */
    public record Inspiration(Shell shell, FollowedRound round, String block, String schoolGroup, String problem, String done,
            List<Block> blocks) {
        public boolean isNarrow() {
            return !block.isEmpty() || !schoolGroup.isEmpty();
        }
    }

    static List<Block> blocks(ReadInspiration.Inspiration inspiration) {
        return inspiration.blocks().stream().map(block -> block(inspiration, block)).toList();
    }

    private static Block block(ReadInspiration.Inspiration inspiration, ReadInspiration.OfBlock block) {
        FollowedRound round = inspiration.round();
        List<Inspiring> inspiring = block.inspiring().centres().stream()
                .map(one -> new Inspiring(one.choice().centre(), result(one), one.note())).toList();
        List<Seeking> seeking = block.seeking().centres().stream().map(one -> new Seeking(one.choice().centre(), result(one),
                "prioriteit " + BelgianDutch.number(one.choice().place() + 1L), one.note(),
                block.inspiring().centres().stream().map(ReadInspiration.Chosen::choice)
                        .filter(other -> !other.centreId().equals(one.choice().centreId()))
                        .map(other -> new Pair(other.centre(),
                                address(round, block.block(), other.centreId(), one.choice().centreId()),
                                done(inspiration, block.block(), other.centreId(), one.choice().centreId())))
                        .toList()))
                .toList();
        return new Block(block.block(), round.questionnaire().sectionTitle(block.block()), inspiring, block.inspiring().more(), seeking,
                block.seeking().more());
    }

    private static String result(ReadInspiration.Chosen chosen) {
        return "/resultaat/" + chosen.choice().sentScanId();
    }

    static String address(FollowedRound round, String block, UUID inspiring, UUID seeking) {
        return round.address() + "/inspiratie/" + block + "/" + inspiring + "/" + seeking + "/voorstelling";
    }

    private static String done(ReadInspiration.Inspiration inspiration, String block, UUID inspiring, UUID seeking) {
        Optional<Introduced> introduced = inspiration.introductions().stream().filter(one -> one.isOf(block, inspiring, seeking))
                .findFirst();
        return introduced.map(Introduced::words).orElse("");
    }
}
