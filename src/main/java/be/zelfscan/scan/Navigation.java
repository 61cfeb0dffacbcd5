package be.zelfscan.scan;

import be.zelfscan.access.Permission;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Questionnaire;
import java.util.List;
import java.util.Optional;

/**
 * The way through a scan, as every page of it shows it.
 *
 * @param current the section of this page; empty on the other pages
 */
public record Navigation(List<Group> groups, Optional<Entry> closing, Words words, String introduction, String overview,
        String overviewTitle,
        boolean overviewIsCurrent, String current,
        Completion completion) {

    /**
     * How many of the sections are complete, without the closing questions.
     *
     * @param words what the instrument calls them
     */
    public record Completion(long complete, int sections, Words words) {
        static Completion of(ScanState state) {
            return new Completion(state.progress().completeSections(),
                    state.questionnaire().clusters().stream().mapToInt(cluster -> cluster.sections().size()).sum(),
                    state.questionnaire().words());
        }
    }

    /** The sections of a cluster. */
    public record Group(String title, List<Entry> entries) {}

    /**
     * One section.
     *
     * @param position of the chosen stage, from 0; empty when none was chosen
     * @param stage its label; empty when none was chosen
     * @param stages the number of stages of the scale
     * @param ambition position of the stage that is the ambition; the chosen stage itself to hold
     * @param ambitionLabel in the instrument's words; empty when none was chosen
     * @param placed whether the section is placed on the scale
     * @param answered the number of questions that are answered completely, of {@code questions}
     */
    public record Entry(String section, String title, String address, Progress.State state, Optional<Integer> position, String stage,
            int stages,
            Optional<Integer> ambition, String ambitionLabel, boolean placed, int answered, int questions, boolean isCurrent) {

        public boolean isComplete() {
            return state == Progress.State.complete;
        }

        public boolean isStarted() {
            return state == Progress.State.started;
        }
    }

    static Navigation of(ScanState state, String current) {
        Questionnaire questionnaire = state.questionnaire();
        List<Group> groups = questionnaire.clusters().stream().map(cluster -> new Group(cluster.title(),
                cluster.sections().stream().map(section -> entry(state, section.id(), current)).toList())).toList();
        Optional<Entry> closing = questionnaire.closing().map(section -> entry(state, section.id(), current));
        ScanAddress address = state.address();
        return new Navigation(groups, closing, questionnaire.words(), address.introduction(), address.overview(), overviewTitle(state),
                current.isEmpty(), current,
                Completion.of(state));
    }

    /** Who may not send is not told to. */
    static String overviewTitle(ScanState state) {
        return Permission.send.allowed(state.scan().roles()) ? "Overzicht en verzenden" : "Overzicht";
    }

    /** One section of the way. */
    static Entry entry(ScanState state, String section, String current) {
        Questionnaire questionnaire = state.questionnaire();
        Progress progress = state.progress();
        Optional<String> stage = progress.stage(section);
        Optional<String> target = questionnaire.ambition().flatMap(question -> state.answers().code(section, question.id()))
                .flatMap(code -> questionnaire.stageOf(code).isPresent() ? Optional.of(code) : stage);
        String ambitionLabel = questionnaire.ambition()
                .map(question -> String.join("; ", question.lines(state.answers().at(section, question.id()).answer(), questionnaire)))
                .orElse("");
        int questions = progress.visible().questions(section).size();
        List<Stage> stages = questionnaire.stages();
        int open = (int) progress.open(section).stream().map(point -> point.question().id()).distinct().count();
        return new Entry(section, questionnaire.sectionTitle(section), state.address().section(section), progress.state(section),
                stage.flatMap(questionnaire::position), stage.flatMap(questionnaire::stageOf).map(Stage::label).orElse(""), stages.size(),
                target.flatMap(questionnaire::position), ambitionLabel, questionnaire.block(section).isPresent(), questions - open,
                questions, section.equals(current));
    }
}
