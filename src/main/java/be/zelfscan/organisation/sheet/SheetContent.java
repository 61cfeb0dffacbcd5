package be.zelfscan.organisation.sheet;

import java.util.List;

/** What was read from a file, and what could not be. */
record SheetContent(List<SheetRow> rows, List<SheetFault> faults) {
    static SheetContent unreadable(String sentence) {
        return new SheetContent(List.of(), List.of(SheetFault.ofFile(sentence)));
    }
}
