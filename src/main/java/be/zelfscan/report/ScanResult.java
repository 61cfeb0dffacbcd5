package be.zelfscan.report;

import be.zelfscan.chart.DataChart;
import be.zelfscan.questionnaire.BuildingBlock;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.question.Use;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.question.Stage;
import be.zelfscan.scan.GivenAnswer;
import be.zelfscan.scan.SentScan;
import be.zelfscan.web.BelgianDutch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A sent scan in the instrument's words, whole: what every report and page of it shows. Immutable.
 *
 * @param closing the answers over all blocks
 */
public record ScanResult(SentScan sent, Questionnaire questionnaire, DataChart chart, List<Group> groups, List<Given> closing) {

    /** The blocks of a cluster. */
    public record Group(String title, List<Placed> blocks) {}

    /**
     * One block with all that was answered to it.
     *
     * @param number among all blocks, from 1
     * @param row the same as the datagrafiek shows it
     * @param stage of today
     */
    public record Placed(BuildingBlock block, int number, DataChart.Row row, Optional<Stage> stage, List<Given> answers) {
        /** The description of the chosen stage for this block, in paragraphs. */
        public List<String> stageText() {
            return stage.map(chosen -> block.stage(chosen.id()).text()).orElse(List.of());
        }

        /** Index of the stage that is the ambition; that of today to hold. */
        public Optional<Integer> ambition() {
            return switch (row.ambition()) {
                case DataChart.Ambition.NotAnswered none -> Optional.empty();
                case DataChart.Ambition.Hold hold -> row.today();
                case DataChart.Ambition.Grow grow -> Optional.of(grow.stage());
            };
        }
    }

    /**
     * One question with its answer.
     *
     * @param lines the parts of the answer; empty when only a note was given or nothing
     */
    public record Given(Question question, List<String> lines, String note) {
        public boolean isPlacement() {
            return question.isFor(Use.PLACEMENT);
        }
    }

    /**
     * @throws IllegalArgumentException when the scan was not made with this version
     * @throws IllegalStateException when there is nothing to report, or an answer that a report of this version would not show
     */
    public static ScanResult of(SentScan sent, Questionnaire questionnaire) {
        if (!sent.questionnaire().equals(questionnaire.key())) {
            throw new IllegalArgumentException(
                    "Sent scan %s is of %s, not of %s".formatted(sent.id(), sent.questionnaire(), questionnaire.key()));
        }
        if (sent.answers().isEmpty()) {
            throw new IllegalStateException("Sent scan %s has no answers; its report would be empty".formatted(sent.id()));
        }
        for (GivenAnswer given : sent.answers().all()) {
            questionnaire.question(given.section(), given.question()).orElseThrow(() -> new IllegalStateException(
                    "Sent scan %s answers %s/%s, which %s does not ask".formatted(sent.id(), given.section(), given.question(),
                            questionnaire.key())));
        }
        DataChart chart = ChartOfScan.of(sent, questionnaire);
        return new ScanResult(sent, questionnaire, chart, groups(sent, questionnaire, chart),
                answers(sent, questionnaire, questionnaire.closing().id()));
    }

    private static List<Group> groups(SentScan sent, Questionnaire questionnaire, DataChart chart) {
        List<Group> groups = new ArrayList<>();
        int number = 0;
        for (int at = 0; at < questionnaire.clusters().size(); at++) {
            List<Placed> blocks = new ArrayList<>();
            for (BuildingBlock block : questionnaire.clusters().get(at).blocks()) {
                DataChart.Row row = chart.clusters().get(at).rows().get(blocks.size());
                blocks.add(new Placed(block, ++number, row, row.today().map(questionnaire.scale().stages()::get),
                        answers(sent, questionnaire, block.id())));
            }
            groups.add(new Group(questionnaire.clusters().get(at).title(), List.copyOf(blocks)));
        }
        return List.copyOf(groups);
    }

    private static List<Given> answers(SentScan sent, Questionnaire questionnaire, String section) {
        return questionnaire.questions(section).stream().map(question -> {
            GivenAnswer given = sent.answers().at(section, question.id());
            return new Given(question, question.lines(given.answer(), questionnaire), given.note());
        }).toList();
    }

    /** A note to a question, with the answer in short. */
    public record Note(String question, String text) {}

    /** What was noted of a block, or with the closing questions. */
    public record Notes(String title, List<Note> notes) {}

    /** Every note of the scan, in the order of the instrument; a block without notes is left out. */
    List<Notes> notes() {
        List<Notes> notes = new ArrayList<>();
        groups.forEach(group -> group.blocks()
                .forEach(placed -> notes.add(notes(placed.block().id(), placed.block().title(), placed.answers()))));
        notes.add(notes(questionnaire.closing().id(), questionnaire.closing().title(), closing));
        return notes.stream().filter(one -> !one.notes().isEmpty()).toList();
    }

    private Notes notes(String section, String title, List<Given> answers) {
        return new Notes(title, answers.stream().filter(given -> !given.note().isBlank())
                .map(given -> new Note(given.question().shortLabel() + inShort(section, given.question()), given.note())).toList());
    }

    private String inShort(String section, Question question) {
        String options = sent.answers().codes(section, question.id()).stream()
                .flatMap(option -> question.option(option).stream()).map(Option::shortLabel)
                .collect(Collectors.joining(", "));
        return options.isEmpty() ? "" : ": " + options;
    }

    /** The same with a datagrafiek that shows more. */
    ScanResult with(DataChart other) {
        return new ScanResult(sent, questionnaire, other, groups, closing);
    }

    /** The instrument with its version, as readers know it. */
    public String version() {
        return chart.version();
    }

    /** 14 oktober 2025 om 14:02. */
    public String sentAt() {
        return BelgianDutch.dateAndTime(sent.sentAt());
    }

    /** The name under which its files are kept: letters, digits and hyphens, without ending. */
    public String fileName() {
        return Slug.of("zelfscan", sent.centreName(), sent.roundTitle());
    }
}
