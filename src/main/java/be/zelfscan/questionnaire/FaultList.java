package be.zelfscan.questionnaire;

import be.zelfscan.question.Faults;
import be.zelfscan.questionnaire.BrokenDefinition.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Collects the faults of one file. Used by one thread. */
final class FaultList implements Faults {
    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    FaultList(String file) {
        this.file = file;
    }

    @Override
    public void add(String pointer, String wrong, String expected) {
        faults.add(new Fault(file, pointer, wrong, expected));
    }

    /**
     * Adds a fault for every item whose value an earlier item has too.
     *
     * @param property of the item, at which the fault points
     * @param what the value is, as the fault names it
     */
    <T> void addRepeated(String pointer, List<T> items, String property, Function<T, String> value, String what) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String one = value.apply(items.get(i));
            if (!one.isEmpty() && !seen.add(one)) {
                add("%s/%d/%s".formatted(pointer, i, property), "the %s '%s' occurs twice".formatted(what, one),
                        "each %s once".formatted(what));
            }
        }
    }

    List<Fault> toList() {
        return List.copyOf(faults);
    }
}
