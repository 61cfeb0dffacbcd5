package be.zelfscan.organisation.sheet;

import be.zelfscan.organisation.sheet.ImportPlan.PlanLine;
import be.zelfscan.web.Shell;
import java.util.List;

/** What the pages of importing show; the templates of {@code src/main/jte/organisation} take these. */
public final class SheetPages {
    private SheetPages() {}

    /**
     * Asks for a file.
     *
     * @param problem why there was none; empty otherwise
     */
    public record Upload(Shell shell, String notice, String problem) {}

    /**
     * What is wrong in a file, in its order; of much, the first.
     *
     * @param more how many faults are not shown
     */
    public record Faults(Shell shell, String fileName, List<SheetFault> faults, int more) {
        public int count() {
            return faults.size() + more;
        }
    }

    /** How many of a kind. */
    public record Count(String title, long added, long changed, long same) {}

    /** A thing that comes or changes. */
    public record Item(String kind, String name, String words) {
        static Item of(PlanLine line) {
            return new Item(line.kind().title(), line.name(), line.words());
        }
    }

    /**
     * Rows that a spreadsheet does not show, and an import reads.
     *
     * @param places the sheets with the numbers of such rows
     */
    public record Hidden(int rows, String places) {}

    /** What an import will do. Of long lists the first items are shown. */
    public record Preview(Shell shell, String fileName, Hidden hidden, String action, String seen, boolean otherThanSeen,
            List<Count> counts,
            List<Item> added,
            List<Item> changed, int moreAdded, int moreChanged) {
        public boolean changesNothing() {
            return added.isEmpty() && changed.isEmpty();
        }
    }
}
