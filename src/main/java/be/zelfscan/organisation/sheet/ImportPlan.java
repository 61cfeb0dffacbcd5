package be.zelfscan.organisation.sheet;

import be.zelfscan.organisation.NetRepository;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an import will do.
 *
 * @param lines what happens to each thing that the file names
 * @param roleChanges by person, in words, for the log
 */
record ImportPlan(NetRepository.Changes changes, List<PlanLine> lines, Map<UUID, String> roleChanges) {
    enum Fate {
        added, changed, same
    }

    /**
     * What happens to one thing.
     *
     * @param words what it becomes; empty when nothing of it changes
     */
    record PlanLine(SheetRow.Kind kind, Fate fate, String name, String words) {}

    long count(SheetRow.Kind kind, Fate fate) {
        return lines.stream().filter(line -> line.kind() == kind && line.fate() == fate).count();
    }

    /** The same for as long as an import would do the same, on whichever instance. */
    String fingerprint() {
        return UUID.nameUUIDFromBytes(lines.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }
}
