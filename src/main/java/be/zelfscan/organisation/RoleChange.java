package be.zelfscan.organisation;

import be.zelfscan.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What changed in somebody's roles, for the log. Pure. */
public final class RoleChange {
    private static final int LONGEST = 2000;

    private RoleChange() {}

    /**
     * In words; empty when nothing changed.
     *
     * @param nameOf the name of a centre or school group
     */
    public static Optional<String> words(Function<UUID, String> nameOf, Set<HeldRole> before, Set<HeldRole> after) {
        List<String> words = new ArrayList<>();
        after.stream().filter(held -> !before.contains(held)).map(held -> held.words(nameOf)).sorted(Names.IN_ORDER)
                .forEach(held -> words.add("erbij: " + held));
        before.stream().filter(held -> !after.contains(held)).map(held -> held.words(nameOf)).sorted(Names.IN_ORDER)
                .forEach(held -> words.add("weg: " + held));
        String all = String.join("; ", words);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.length() > LONGEST ? all.substring(0, LONGEST) : all);
    }
}
