package be.zelfscan.comparison;

import be.zelfscan.question.blocks.BlockSelectionType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the centres of {@link HandComputedRound} answered, as hand-computed-round.json holds it. */
public record HandComputedAnswers(String how, String questionnaire, String earlierQuestionnaire, List<Centre> centres,
        List<SchoolGroup> schoolGroups, Round round,
        Round earlier) {

    public record Centre(int number, String name) {}

    public record SchoolGroup(String letter, String name, List<Integer> centres) {}

    public record Round(String title, int minimumGroupSize, List<Scan> scans) {
        public Scan scan(int centre) {
            return scans.stream().filter(scan -> scan.number() == centre).findFirst().orElseThrow();
        }
    }

    /**
     * What one centre did in a round.
     *
     * @param state not-started, started or sent
     * @param sent each time that it sent, the oldest first; the last counts
     * @param reopenedBecause empty when it was not opened again
     * @param begun what it answered and did not send
     */
    public record Scan(int number, String state, String reopenedBecause, List<Given> sent, Given begun) {
        public Scan {
            reopenedBecause = reopenedBecause == null ? "" : reopenedBecause;
            begun = begun == null ? new Given(Map.of(), Closing.OPEN) : begun;
        }

        public boolean isStarted() {
            return !state.equals("not-started");
        }

        /** What counts; only of a centre that sent. */
        public Given newest() {
            return sent.getLast();
        }
    }

    public record Given(Map<String, Block> blocks, Closing closing) {
        public Given {
            closing = closing == null ? Closing.OPEN : closing;
        }

        /** The fields of each section as its page posts them, the closing questions last; all made from this revision. */
        Map<String, Map<String, List<String>>> sections(int revision) {
            Map<String, Map<String, List<String>>> sections = new LinkedHashMap<>();
            blocks.forEach((id, block) -> sections.put(id, block.fields(revision)));
            if (closing != Closing.OPEN) {
                sections.put("slotvragen", closing.fields(revision));
            }
            return sections;
        }
    }

    /**
     * The answers to the questions of a block.
     *
     * @param ambition "hold", or the stage to grow to
     * @param differencesText with the difference that asks for a text; empty otherwise
     * @param notes by question
     */
    public record Block(String stage, String ambition, String motive, List<String> levers, List<String> bottlenecks,
            List<String> differences, String differencesText, Map<String, String> notes) {
        public Block {
            differencesText = differencesText == null ? "" : differencesText;
            notes = notes == null ? Map.of() : notes;
        }

        /** Every answer of several options, by question. */
        Map<String, List<String>> choices() {
            return Map.of("motive", List.of(motive), "levers", levers, "bottlenecks", bottlenecks, "differences", differences);
        }

        private Map<String, List<String>> fields(int revision) {
            Map<String, List<String>> fields = new LinkedHashMap<>();
            answer(fields, "stage", revision, List.of(stage));
            answer(fields, "ambition", revision, List.of(ambition));
            choices().forEach((question, options) -> answer(fields, question, revision, options));
            fields.put("differences.text", List.of(differencesText));
            notes.forEach((question, note) -> fields.put(question + ".note", List.of(note)));
            return fields;
        }
    }

    /** @param considered blocks thought of by who has no practice to inspire with yet */
    public record Closing(List<String> inspiring, boolean notYet, List<String> considered, List<String> priorities) {
        /** Not answered. */
        static final Closing OPEN = new Closing(List.of(), false, List.of(), List.of());

        /** As the fact rows hold it. */
        List<String> inspiringOptions() {
            return notYet ? List.of(BlockSelectionType.NOT_YET) : inspiring;
        }

        private Map<String, List<String>> fields(int revision) {
            Map<String, List<String>> fields = new LinkedHashMap<>();
            answer(fields, "inspiring", revision, inspiringOptions());
            fields.put("inspiring.considered", considered);
            answer(fields, "priorities", revision, priorities);
            return fields;
        }
    }

    private static void answer(Map<String, List<String>> fields, String question, int revision, List<String> choices) {
        fields.put(question + ".revision", List.of(String.valueOf(revision)));
        fields.put(question + ".choice", choices);
    }
}
