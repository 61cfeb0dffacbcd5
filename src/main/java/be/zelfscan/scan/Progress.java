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
        AnswerRules rules = new AnswerRules(questionnaire);
        this.visible = Visible.of(questionnaire, answers);
        for (Section section : questionnaire.sections()) {
            openBySection.put(section.id(), openPoints(rules, section.id()));
        }
    }

    private List<OpenPoint> openPoints(AnswerRules rules, String section) {
        List<OpenPoint> open = new ArrayList<>();
        for (Question question : visible.questions(section)) {
            for (AnswerProblem problem : rules.openPoints(question, answers, section)) {
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
        if (openBySection.get(section).isEmpty()) {
            return State.complete;
        }
        boolean any = questionnaire.questions(section).stream().anyMatch(question -> answers.at(section, question.id()).revision() > 0);
        return any ? State.started : State.not_started;
    }

    public List<OpenPoint> open(String section) {
        return openBySection.get(section);
    }

    public List<OpenPoint> open() {
        return openBySection.values().stream().flatMap(List::stream).toList();
    }

    /** Whether the scan can be sent. */
    public boolean isComplete() {
        return openBySection.values().stream().allMatch(List::isEmpty);
    }

    public boolean isStarted() {
        return !answers.isEmpty();
    }

    /** The number of sections, without the closing questions, of which nothing is open. */
    public long completeSections() {
        return questionnaire.clusters().stream().flatMap(cluster -> cluster.sections().stream())
                .filter(section -> openBySection.get(section.id()).isEmpty()).count();
    }

    /** The first section of which something is open. */
    public Optional<String> firstOpenSection() {
        return openBySection.entrySet().stream().filter(entry -> !entry.getValue().isEmpty()).map(Map.Entry::getKey).findFirst();
    }
}
