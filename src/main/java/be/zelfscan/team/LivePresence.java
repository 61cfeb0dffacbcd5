package be.zelfscan.team;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who has one scan open, at whatever instance, who is writing where, and who leads through it. A page that nobody hears of for a while is
 * gone, and so is the
 * writing of whoever stopped. Moments are those of {@link System#nanoTime()}. Not thread-safe.
 */
final class LivePresence {
    /** How long a page counts as open after it was last heard of. */
    static final Duration HERE = Duration.ofSeconds(25);
    /** How long somebody counts as writing after the last sign of it. */
    static final Duration WRITING = Duration.ofSeconds(10);

    /** A question of a section; both empty for none. */
    record Place(String section, String question) {
        private static final Place NONE = new Place("", "");
    }

    /**
     * Somebody who leads the others through the scan.
     *
     * @param address of the page that is shown
     */
    record Leader(UUID personId, String address) {}

    /**
     * @param leads the address to which others are led; empty for who does not lead
     * @param since when that began
     */
    private record Visit(UUID personId, long seen, Place writing, long written, String leads, long since) {}

    private final Map<String, Visit> visits = new HashMap<>();

    /**
     * @param leads the address to which somebody leads the others; empty for none
     * @return whether that is new
     */
    boolean here(String page, UUID personId, String leads, long now) {
        Visit before = visits.get(page);
        if (before == null) {
            visits.put(page, new Visit(personId, now, Place.NONE, now, leads, now));
            return true;
        }
        boolean same = before.leads().equals(leads);
        visits.put(page, new Visit(personId, now, before.writing(), before.written(), leads, same ? before.since() : now));
        return !same;
    }

    /** Who began last to lead, but for one person; that one does not follow. */
    Optional<Leader> leader(UUID but) {
        return visits.values().stream().filter(visit -> !visit.leads().isEmpty() && !visit.personId().equals(but))
                .max(Comparator.comparingLong(Visit::since)).map(visit -> new Leader(visit.personId(), visit.leads()));
    }

    /**
     * @param place empty strings when somebody stopped writing
     * @return whether that is new
     */
    boolean writing(String page, UUID personId, Place place, long now) {
        Visit before = visits.getOrDefault(page, new Visit(personId, now, Place.NONE, now, "", now));
        boolean known = visits.put(page, new Visit(personId, now, place, now, before.leads(), before.since())) != null;
        return !known || !before.writing().equals(place);
    }

    /** @return whether it was there */
    boolean gone(String page) {
        return visits.remove(page) != null;
    }

    /** Forgets what nobody heard of in time; returns whether there was any. */
    boolean expire(long now) {
        boolean changed = visits.values().removeIf(visit -> now - visit.seen() > HERE.toNanos());
        for (Map.Entry<String, Visit> one : visits.entrySet()) {
            Visit visit = one.getValue();
            if (!visit.writing().equals(Place.NONE) && now - visit.written() > WRITING.toNanos()) {
                one.setValue(new Visit(visit.personId(), visit.seen(), Place.NONE, visit.written(), visit.leads(), visit.since()));
                changed = true;
            }
        }
        return changed;
    }

    /** Everybody who is here. */
    Set<UUID> people() {
        return visits.values().stream().map(Visit::personId).collect(Collectors.toSet());
    }

    /**
     * The names of who is writing in a section, by question.
     *
     * @param but who is left out
     */
    Map<String, Set<String>> writing(String section, UUID but, Map<UUID, String> names) {
        Map<String, Set<String>> writing = new TreeMap<>();
        visits.values().stream().filter(visit -> visit.writing().section().equals(section) && !visit.writing().equals(Place.NONE))
                .filter(visit -> !visit.personId().equals(but) && names.containsKey(visit.personId()))
                .forEach(visit -> writing.computeIfAbsent(visit.writing().question(), question -> new TreeSet<>())
                        .add(names.get(visit.personId())));
        return writing;
    }
}
