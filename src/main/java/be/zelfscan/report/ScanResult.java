package be.zelfscan.report;

import be.zelfscan.chart.DataChart;
import be.zelfscan.comparison.ChartOfScan;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Use;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.scan.GivenAnswer;
import be.zelfscan.scan.SentScan;
import be.zelfscan.scan.Visible;
import be.zelfscan.team.Help;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.text.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sent scan in the instrument's words, whole: what every report and page of it shows. Immutable.
 *
 * @param chart the datagrafiek; empty for an instrument that places nothing
 * @param closing the answers over all sections, in instruments that ask for some
 * @param help on the way, by section
 */
public record ScanResult(SentScan sent, Questionnaire questionnaire, Optional<DataChart> chart, List<Group> groups,
        Optional<Answered> closing, Map<String, List<Help>> help) {

    /** The sections of a cluster. */
    public record Group(String title, List<Answered> sections) {}

    /**
     * One section with all that was asked in it.
     *
     * @param number among all sections, from 1
     * @param row the same as the datagrafiek shows it; empty for a section that is not placed
     * @param stage of today
     */
    public record Answered(Section section, int number, Optional<DataChart.Row> row, Optional<Stage> stage, List<Given> answers) {
        /** The description of the chosen stage for this block, in paragraphs. */
        public List<String> stageText() {
            return stage.map(chosen -> section.stage(chosen.id()).text()).orElse(List.of());
        }

        /** Index of the stage of today. */
        public Optional<Integer> today() {
            return row.flatMap(DataChart.Row::today);
        }

        /** Index of the stage that is the ambition; that of today to hold. */
        public Optional<Integer> ambition() {
            return row.flatMap(one -> switch (one.ambition()) {
                case DataChart.Ambition.NotAnswered none -> Optional.<Integer>empty();
                case DataChart.Ambition.Hold hold -> one.today();
                case DataChart.Ambition.Grow grow -> Optional.of(grow.stage());
            });
        }

        /** Its place among the priorities, from 1; empty when it is none. */
        public Optional<Integer> priority() {
            return row.flatMap(DataChart.Row::priority);
        }

        public boolean isInspiring() {
            return row.filter(DataChart.Row::inspiring).isPresent();
        }
    }

    /**
     * One question with its answer.
     *
     * @param lines the parts of the answer; empty when only a note was given or nothing
     * @param rows of a table, each with what stands in its columns; empty for all other answers
     */
    public record Given(Question question, List<String> lines, Map<String, Map<String, String>> rows, String note) {
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
        Optional<DataChart> chart = questionnaire.profile().map(profile -> ChartOfScan.of(sent, questionnaire));
        Visible visible = Visible.of(questionnaire, sent.answers());
        List<Section> all = questionnaire.sections();
        Function<Section, Answered> answered = section -> {
            Optional<DataChart.Row> row = chart.stream().flatMap(one -> one.rows().stream())
                    .filter(one -> one.blockId().equals(section.id())).findFirst();
            return new Answered(section, all.indexOf(section) + 1, row, row.flatMap(DataChart.Row::today).map(questionnaire.stages()::get),
                    answers(sent, questionnaire, visible, section.id()));
        };
        return new ScanResult(sent, questionnaire, chart,
                questionnaire.clusters().stream()
                        .map(cluster -> new Group(cluster.title(), cluster.sections().stream().map(answered).toList())).toList(),
                questionnaire.closing().map(answered), Map.of());
    }

    private static List<Given> answers(SentScan sent, Questionnaire questionnaire, Visible visible, String section) {
        return visible.questions(section).stream().map(question -> {
            GivenAnswer given = sent.answers().at(section, question.id());
            return new Given(question, question.lines(given.answer(), questionnaire), question.rows(given.answer(), questionnaire),
                    given.note());
        }).toList();
    }

    /** A note to a question, with the answer in short. */
    public record Note(String question, String text) {}

    /** What was noted of a block, or with the closing questions. */
    public record Notes(String title, List<Note> notes) {}

    /** Every note of the scan, in the order of the instrument; a block without notes is left out. */
    List<Notes> notes() {
        List<Notes> notes = new ArrayList<>();
        all().forEach(one -> notes.add(notes(one.section().id(), one.section().title(), one.answers())));
        return notes.stream().filter(one -> !one.notes().isEmpty()).toList();
    }

    /** Every section with its answers, the closing questions last. */
    public List<Answered> all() {
        return Stream.concat(groups.stream().flatMap(group -> group.sections().stream()), closing.stream()).toList();
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
        return new ScanResult(sent, questionnaire, Optional.of(other), groups, closing, help);
    }

    /** The same with what helps with its sections. */
    ScanResult with(Map<String, List<Help>> helping) {
        return new ScanResult(sent, questionnaire, chart, groups, closing, helping);
    }

    /** What helps with one of its sections, on the way that the centre chose. */
    public Help.OfSection help(Answered answered) {
        return Help.OfSection.of(help.getOrDefault(answered.section().id(), List.of()), questionnaire.stages(), answered.today(),
                answered.ambition());
    }

    /** The instrument with its version, as readers know it. */
    public String version() {
        return questionnaire.title() + ", versie " + questionnaire.version();
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
