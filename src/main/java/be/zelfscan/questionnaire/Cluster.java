package be.zelfscan.questionnaire;

import java.util.List;
import java.util.function.Predicate;

/**
 * A titled part of an instrument.
 *
 * @param text stands above its sections
 */
public record Cluster(String id, String title, String source, List<String> text, List<Section> sections) {
    /** Its building blocks: the sections that are placed. */
    public List<Section> blocks() {
        return sections.stream().filter(Section::isPlaced).toList();
    }

    Cluster only(Predicate<Section> shown) {
        return new Cluster(id, title, source, text, sections.stream().filter(shown).toList());
    }
}
