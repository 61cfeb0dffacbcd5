package be.zelfscan.scan;

import be.zelfscan.question.Question;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far a scan is: per section what is still open. Pure and immutable. */
public final class Progress {
    /** One thing that is still open. */
    public record OpenPoint(String section, Question question, AnswerProblem problem) {}

    /** State of a section. */
    public enum State {
        not_started, started, complete
    }

    private final Questionnaire questionnaire;
    private final Answers answers;
    private final Visible visible;
    private final Map<String, List<OpenPoint>> openBySection = new LinkedHashMap<>();

    public Progress(Questionnaire questionnaire, Answers answers) {
        this.questionnaire = questionnaire;
        this.answers = answers;
        this.visible = Visible.of(questionnaire, answers);
        for (Section section : questionnaire.sections()) {
            openBySection.put(section.id(), openPoints(section.id()));
        }
    }

    private List<OpenPoint> openPoints(String section) {
        List<OpenPoint> open = new ArrayList<>();
        for (Question question : visible.questions(section)) {
            GivenAnswer given = answers.at(section, question.id());
            for (AnswerProblem problem : question.openPoints(given.answer(), given.note(), answers.asked(questionnaire, section))) {
                open.add(new OpenPoint(section, question, problem));
            }
        }
        return List.copyOf(open);
    }

    /** The stage chosen for a block. */
    public Optional<String> stage(String section) {
        return questionnaire.placing().flatMap(placing -> answers.code(section, placing.id()));
    }

    /** Which questions are asked. */
    public Visible visible() {
        return visible;
    }

    public State state(String section) {
        boolean open = !openBySection.get(section).isEmpty();
        boolean any = questionnaire.questions(section).stream().anyMatch(question -> answers.at(section, question.id()).revision() > 0);
        boolean nothingToDo = !open && visible.questions(section).isEmpty();
        return any || nothingToDo ? open ? State.started : State.complete : State.not_started;
    }

    public List<OpenPoint> open(String section) {
        return openBySection.get(section);
    }

    public List<OpenPoint> open() {
        return openBySection.values().stream().flatMap(List::stream).toList();
    }

    /** Whether the scan can be sent: nothing that is required is open, and there is something to send. */
    public boolean isComplete() {
        return openBySection.values().stream().allMatch(List::isEmpty) && isStarted();
    }

    public boolean isStarted() {
        return !visible.of(answers).isEmpty();
    }

    /** The number of sections, without the closing questions, that are complete. */
    public long completeSections() {
        return questionnaire.clusters().stream().flatMap(cluster -> cluster.sections().stream())
                .filter(section -> state(section.id()) == State.complete).count();
    }

    /**
     * The first section of which something is open; of a scan in which nothing is required, the first one as long as there is no answer.
     */
    public Optional<String> firstOpenSection() {
        return openBySection.entrySet().stream().filter(entry -> !entry.getValue().isEmpty() || !isStarted()).map(Map.Entry::getKey)
                .findFirst();
    }
}
