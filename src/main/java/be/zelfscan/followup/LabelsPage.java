package be.zelfscan.followup;

import be.zelfscan.followup.FollowedRounds.FollowedRound;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Shell;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The labels, with how often each hangs on notes of a round; {@code src/main/jte/followup/labels.jte} takes this.
 *
 * @param columns the titles of the sections in which a label hangs on something
 */
public record LabelsPage(Shell shell, FollowedRound round, List<String> columns, List<Row> rows, List<Line> lines, String address,
        String done, String refusal, String newName) {

    /**
     * What was done or filled in just before; texts are empty where nothing was.
     *
     * @param label that could not be changed; empty for a new one
     * @param seen the version that the form of that label came with, where it is still all that its reader was shown
     */
    record Filled(String done, String problem, Optional<UUID> label, String typed, Optional<String> seen) {
        static Filled done(String sentence) {
            return new Filled(sentence, "", Optional.empty(), "", Optional.empty());
        }
    }

    /** @param address the notes that are counted; empty when there are none */
    public record Cell(String centres, String notes, String address) {
        static final Cell NONE = new Cell("", "", "");
    }

    /** A label with its counts: of all sections together first. */
    public record Row(NoteLabels.Label label, List<Cell> cells) {}

    /** A label with the form to change it. */
    public record Line(NoteLabels.Label label, String address, String name, String problem, String version) {}

    public boolean isRefused() {
        return !refusal.isEmpty() || lines.stream().anyMatch(line -> !line.problem().isEmpty());
    }

    public List<Line> usable() {
        return lines.stream().filter(line -> !line.label().ended()).toList();
    }

    public List<Line> ended() {
        return lines.stream().filter(line -> line.label().ended()).toList();
    }

    static LabelsPage of(Shell shell, NoteLabels.Counted counted, Filled filled) {
        String address = counted.round().address() + "/toelichtingen";
        List<String> sections = counted.round().questionnaire().sections().stream().map(be.zelfscan.questionnaire.Section::id)
                .filter(section -> counted.bySection().values().stream().anyMatch(ofLabel -> ofLabel.containsKey(section))).toList();
        List<Row> rows = counted.labels().stream().filter(label -> counted.overall().containsKey(label.id()))
                .map(label -> row(label, counted, sections, address)).toList();
        List<Line> lines = counted.labels().stream().map(label -> {
            boolean refused = filled.label().filter(label.id()::equals).isPresent();
            return new Line(label, address + "/labels/" + label.id(), refused ? filled.typed() : label.name(),
                    refused ? filled.problem() : "",
                    filled.seen().filter(seen -> refused).orElse(NoteLabels.content(label).version()));
        }).toList();
        boolean newRefused = filled.label().isEmpty();
        return new LabelsPage(shell, counted.round(), sections.stream().map(counted.round().questionnaire()::sectionTitle).toList(), rows,
                lines,
                address + "/labels", filled.done(), newRefused ? filled.problem() : "", newRefused ? filled.typed() : "");
    }

    private static Row row(NoteLabels.Label label, NoteLabels.Counted counted, List<String> sections, String address) {
        Map<String, LabelQueries.Count> ofLabel = counted.bySection().getOrDefault(label.id(), Map.of());
        List<Cell> cells = sections.stream().map(section -> Optional.ofNullable(ofLabel.get(section))
                .map(count -> cell(count, address + "?deel=" + section + "&label=" + label.id())).orElse(Cell.NONE)).toList();
        Cell overall = cell(counted.overall().get(label.id()), address + "?label=" + label.id());
        return new Row(label, Stream.concat(Stream.of(overall), cells.stream()).toList());
    }

    private static Cell cell(LabelQueries.Count count, String address) {
        return new Cell(BelgianDutch.counted(count.centres(), "centrum", "centra"),
                BelgianDutch.counted(count.notes(), "toelichting", "toelichtingen"), address);
    }
}
