package be.zelfscan.team;

import be.zelfscan.question.Question;
import be.zelfscan.scan.EarlierScan;
import be.zelfscan.scan.GivenAnswer;
import be.zelfscan.scan.ScanState;
import be.zelfscan.scan.SectionParts;
import be.zelfscan.web.StaticFiles;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a page on which a scan is open is told, as {@code live.js} reads it. Thread-safe. */
@Singleton
class LiveEvents {
    /**
     * What changed on a page.
     *
     * @param section in which it changed
     * @param title of that section
     * @param by the names of who answered, by question; nothing where the same person did, on another page. Without a section they are of
     *         who answered anywhere while the page was away.
     * @param html see {@link SectionParts#html}
     * @param build of the service that made it; a page of another one does not show it
     */
    @Serdeable
    record Changes(String section, String title, Map<String, String> by, String html, String build) {
        Changes with(Map<String, String> names) {
            return new Changes(section, title, names, html, build);
        }
    }

    /** Who leads the others through the scan, and to which address now; both empty when nobody does. */
    @Serdeable
    record Leading(String name, String address) {
        static final Leading NOBODY = new Leading("", "");
    }

    /**
     * @param here the names of the others who have the scan open
     * @param writing those of who is writing in this section, by question
     */
    @Serdeable
    record Others(List<String> here, Map<String, Set<String>> writing, Leading leading) {
        static final Others NOBODY = new Others(List.of(), Map.of(), Leading.NOBODY);
    }

    /** That the scan cannot be answered any more; empty while it can. */
    @Serdeable
    record Ended(String html) {
        private static final Ended NOT = new Ended("");
    }

    /** All of it at once, for who does not keep a connection open. */
    @Serdeable
    record Now(Changes changes, Others others, Ended ended) {}

    private final SectionParts parts;
    private final ObjectMapper json;

    LiveEvents(SectionParts parts, ObjectMapper json) {
        this.parts = parts;
        this.json = json;
    }

    /**
     * What was answered in a section.
     *
     * @param by see {@link Changes}
     * @param questions those of the section that are to be shown anew; none for a page of another section
     */
    Changes changed(ScanState state, String section, Map<String, String> by, Set<String> questions, Optional<EarlierScan> earlier) {
        return new Changes(section, state.questionnaire().sectionTitle(section), by, parts.html(state, section, questions, earlier),
                StaticFiles.address("saving.js"));
    }

    /** What is newer than what a page shows; how far its section is, in any case. */
    Changes newer(ScanState state, Live.Visit visit, Optional<EarlierScan> earlier) {
        String section = visit.section();
        if (section.isEmpty()) {
            boolean missed = visit.seen().filter(seen -> seen < state.answers().writes()).isPresent();
            return new Changes("", "", missed ? Map.of("", "jullie team") : Map.of(), "", "");
        }
        Set<String> newer = state.questionnaire().questions(section).stream().map(Question::id)
                .filter(question -> state.answers().at(section, question).revision() > visit.shown().getOrDefault(question, 0))
                .collect(Collectors.toSet());
        // What was answered elsewhere meanwhile is not known: all that it could decide here.
        Map<String, Set<String>> changed = state.answers().all().stream().filter(given -> !given.section().equals(section))
                .collect(Collectors.groupingBy(GivenAnswer::section, Collectors.mapping(GivenAnswer::question, Collectors.toSet())));
        changed.put(section, newer);
        Set<String> questions = new HashSet<>(newer);
        questions.addAll(SectionParts.affected(state.questionnaire(), section, changed));
        return changed(state, section, Map.of(), questions, earlier);
    }

    /** @param by the name of who ended it; empty when that is not known */
    Ended end(ScanState state, String by) {
        return state.scan().isOpen() ? Ended.NOT : new Ended(parts.closed(state, by));
    }

    byte[] changes(Changes changes) {
        return event("changes", changes);
    }

    byte[] others(Others others) {
        return event("others", others);
    }

    /** That the scan cannot be answered any more, or that it can. */
    byte[] openOrEnded(ScanState state, String by) {
        return event(state.scan().isOpen() ? "reopened" : "ended", end(state, by));
    }

    /** That something may have been missed: the page asks how it stands. */
    byte[] look() {
        return event("look", Ended.NOT);
    }

    /** A sign of life. */
    byte[] beat() {
        return event("beat", Ended.NOT);
    }

    private byte[] event(String name, Object content) {
        try {
            return ("event: " + name + "\ndata: " + json.writeValueAsString(content) + "\n\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
