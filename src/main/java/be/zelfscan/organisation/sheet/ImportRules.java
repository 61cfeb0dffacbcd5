package be.zelfscan.organisation.sheet;

import be.zelfscan.organisation.Net;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a sheet does to the net as it is. It adds and amends, and never takes anything away: what it does not name stays. Names and addresses are the keys,
 * compared without case and surrounding spaces. Pure.
 */
final class ImportRules {
    /** What came of it: all faults, or the plan when there is none. */
    sealed interface Verdict {
        record Faulty(List<SheetFault> faults) implements Verdict {}

        record Sound(ImportPlan plan) implements Verdict {}
    }

    private ImportRules() {}

    /**
     * @param ids of what is new
     */
    static Verdict judge(Net net, SheetContent content, Supplier<UUID> ids) {
        List<SheetFault> faults = new ArrayList<>();
        NetBuilder builder = new NetBuilder(net, ids);
        UnitRows units = new UnitRows(builder, faults);
        rows(content, RowKind.school_group).forEach(units::schoolGroup);
        rows(content, RowKind.centre).forEach(units::declareCentre);
        rows(content, RowKind.centre).forEach(units::linkCentre);
        units.checkCentres();
        rows(content, RowKind.site).forEach(units::site);
        PersonRows people = new PersonRows(builder, faults);
        rows(content, RowKind.person).forEach(people::person);
        // Of a cell that could not be read, the rules know nothing to say.
        Set<SheetFault.Place> unread = content.faults().stream().map(SheetFault::place).collect(Collectors.toSet());
        List<SheetFault> all = Stream.concat(content.faults().stream(), faults.stream().filter(fault -> !unread.contains(fault.place())))
                .toList();
        return all.isEmpty() ? new Verdict.Sound(builder.plan()) : new Verdict.Faulty(inOrder(all));
    }

    private static List<SheetRow> rows(SheetContent content, RowKind kind) {
        return content.rows().stream().filter(row -> row.kind() == kind).toList();
    }

    /** By sheet, then by row. */
    private static List<SheetFault> inOrder(List<SheetFault> faults) {
        return faults.stream().sorted(Comparator.comparingInt((SheetFault fault) -> place(fault.sheet())).thenComparingInt(SheetFault::row))
                .toList();
    }

    private static int place(String sheet) {
        return SheetKind.of(sheet).map(Enum::ordinal).orElse(-1);
    }
}
