package be.zelfscan.team;

import be.zelfscan.question.Question;
import be.zelfscan.question.Use;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.scan.EarlierScan.EarlierAnswer;
import be.zelfscan.scan.Navigation;
import be.zelfscan.scan.ScanAddress;
import be.zelfscan.scan.ScanPages.SectionPage;
import be.zelfscan.scan.ScanState;
import be.zelfscan.team.DissentingViews.DissentingView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A step of the meeting, which fits on one screen; {@code src/main/jte/team/meeting.jte} takes it.
 *
 * @param page the questions of this step, and what else the page of the section has
 * @param steps of this section, of which {@code step} is one
 * @param spreads how the team is spread, by section; empty until that was counted
 * @param countedAt when that was
 * @param dissenting what some of the team see otherwise
 */
public record MeetingPage(SectionPage page, ScanState state, List<Step> steps, Step step, Order order, Map<String, Spread> spreads,
        Optional<Instant> countedAt, List<DissentingView> dissenting) {
    /** About how many characters stand in three lines of the large type of the first step. */
    private static final int THREE_LINES = 260;

    /** In which order the sections come. */
    public enum Order {
        instrument(""), disagreement("?volgorde=verschil");

        private final String query;

        Order(String query) {
            this.query = query;
        }

        /** How an address says it. */
        public String query() {
            return query;
        }

        /** As an address says it; the instrument's own for anything unknown. */
        static Order of(String word) {
            return "verschil".equals(word) ? disagreement : instrument;
        }

        List<String> sections(Questionnaire questionnaire, Map<String, Spread> spreads) {
            return this == disagreement ? Spread.byDisagreement(questionnaire, spreads)
                    : questionnaire.sections().stream().map(Section::id).toList();
        }
    }

    /** What a step shows. */
    public enum Kind {
        /** What the section is about. */
        text,
        /** The whole descriptions of all stages, with how the team is spread over them. */
        stages,
        /** The placement, and the ambition where the instrument asks one. */
        placing,
        /** The questions of a block with a list of options. */
        tiles,
        /** The notes with these. */
        notes,
        /** Any other question, alone. */
        question
    }

    /**
     * A step of a section.
     *
     * @param number from 1
     */
    public record Step(int number, Kind kind, String title, List<Question> questions) {
        /** The steps of a section: at least one. A question that is not asked now has no step of its own. */
        static List<Step> of(ScanState state, String sectionId) {
            Questionnaire questionnaire = state.questionnaire();
            Section section = questionnaire.section(sectionId).orElseThrow();
            Words words = questionnaire.words();
            List<Step> steps = new ArrayList<>();
            boolean toRead = section.definition().isPresent() || section.refersElsewhere() || section.background().isPresent()
                    || !section.text().isEmpty();
            List<Question> placing = section.questions().stream()
                    .filter(question -> section.isPlaced() && (question.isFor(Use.PLACEMENT) || question.isFor(Use.AMBITION))).toList();
            List<Question> tiles = section.questions().stream()
                    .filter(question -> section.isPlaced() && !placing.contains(question) && !question.options().isEmpty()).toList();
            List<Question> alone = section.questions().stream()
                    .filter(question -> !placing.contains(question) && !tiles.contains(question)
                            && state.progress().visible().isAsked(sectionId, question.id()))
                    .toList();
            List<Question> noted = Stream.concat(placing.stream(), tiles.stream()).filter(Question::hasNote).toList();
            if (toRead || section.isPlaced() || alone.isEmpty()) {
                steps.add(new Step(1, Kind.text, "Waarover het gaat", List.of()));
            }
            if (!placing.isEmpty()) {
                steps.add(new Step(steps.size() + 1, Kind.stages, words.stage().titles(),
                        placing.stream().filter(question -> question.isFor(Use.PLACEMENT)).toList()));
                steps.add(new Step(steps.size() + 1, Kind.placing,
                        words.placement().title() + (placing.size() > 1 ? " en " + words.ambition().one() : ""), placing));
            }
            if (!tiles.isEmpty()) {
                steps.add(new Step(steps.size() + 1, Kind.tiles, "Wat speelt er mee", tiles));
            }
            if (!noted.isEmpty()) {
                steps.add(new Step(steps.size() + 1, Kind.notes, "Toelichting", noted));
            }
            alone.forEach(question -> steps.add(new Step(steps.size() + 1, Kind.question, question.shortLabel(), List.of(question))));
            return List.copyOf(steps);
        }
    }

    /** Where one goes from here. */
    public record Way(String title, String address) {}

    public Questionnaire questionnaire() {
        return state.questionnaire();
    }

    public Section section() {
        return page.content();
    }

    public ScanAddress scan() {
        return new ScanAddress(page.scanId());
    }

    /** The address of a step of this section. */
    public String address(Step of) {
        return scan().meeting(page.section(), of.number()) + order.query();
    }

    public String address() {
        return address(step);
    }

    /** This step in another order. */
    public String in(Order other) {
        return scan().meeting(page.section(), step.number()) + other.query();
    }

    /** Whether there is an order by disagreement: there is a spread. */
    public boolean hasOrders() {
        return !spreads.isEmpty();
    }

    /** Whether something can be answered on this step. */
    public boolean isAnswered() {
        return step.kind() != Kind.text && step.kind() != Kind.stages;
    }

    /** Whether everything on the step can be made smaller until it fits. */
    public boolean isFitted() {
        return step.kind() != Kind.notes;
    }

    private int at() {
        return sections().indexOf(page.section());
    }

    private List<String> sections() {
        return order.sections(questionnaire(), spreads);
    }

    /** The step before; none before the first of all. */
    public Optional<Way> previous() {
        if (step.number() > 1) {
            Step before = steps.get(step.number() - 2);
            return Optional.of(new Way(before.title(), address(before)));
        }
        if (at() == 0) {
            return Optional.empty();
        }
        String section = sections().get(at() - 1);
        return Optional.of(new Way(questionnaire().sectionTitle(section),
                scan().meeting(section, Step.of(state, section).size()) + order.query()));
    }

    /** The step after; the overview after the last of all. */
    public Way next() {
        if (step.number() < steps.size()) {
            Step after = steps.get(step.number());
            return new Way(after.title(), address(after));
        }
        if (at() == sections().size() - 1) {
            return new Way("Overzicht", scan().overview());
        }
        String section = sections().get(at() + 1);
        return new Way(questionnaire().sectionTitle(section), scan().meeting(section, 1) + order.query());
    }

    /** All sections, in order. */
    public List<Navigation.Entry> entries() {
        Stream<Navigation.Entry> all = Stream.concat(page.navigation().groups().stream().flatMap(group -> group.entries().stream()),
                page.navigation().closing().stream());
        List<String> sections = sections();
        return all.sorted((one, two) -> Integer.compare(sections.indexOf(one.section()), sections.indexOf(two.section()))).toList();
    }

    /** Where a click on a section leads. */
    public String address(Navigation.Entry entry) {
        return scan().meeting(entry.section(), 1) + order.query();
    }

    /** What the section is about, in about three lines: whole sentences, and at least one. */
    public String summary() {
        return section().definition().map(definition -> definition.text().getFirst()).map(MeetingPage::firstSentences)
                .orElseGet(() -> section().text().isEmpty() ? "" : firstSentences(section().text().getFirst()));
    }

    static String firstSentences(String paragraph) {
        StringBuilder kept = new StringBuilder();
        for (String sentence : paragraph.strip().split("(?<=[.!?])\\s+(?=\\p{Lu})")) {
            if (!kept.isEmpty() && kept.length() + sentence.length() > THREE_LINES) {
                break;
            }
            kept.append(kept.isEmpty() ? "" : " ").append(sentence);
        }
        return kept.toString();
    }

    /** Where the centre stood last time, when that can be laid beside. */
    public Optional<EarlierAnswer> earlier() {
        return questionnaire().placing().filter(question -> section().isPlaced())
                .flatMap(question -> page.earlier().flatMap(scan -> scan.answer(page.section(), question)));
    }

    /** Whether the centre stood at this stage last time. */
    public boolean isEarlier(String stage) {
        return earlier().filter(answer -> answer.isChosen(stage)).isPresent();
    }

    /** The stage that was agreed, by its id; empty while none is. */
    public String agreed() {
        return state.progress().stage(page.section()).orElse("");
    }

    public Optional<Spread> spread() {
        return Optional.ofNullable(spreads.get(page.section()));
    }

    /** Whether the team prepared, and too few of it placed this section to show how it is spread. */
    public boolean isSpreadTooSmall() {
        return section().isPlaced() && countedAt.isPresent() && spread().isEmpty();
    }
}
