package be.zelfscan.team;

import be.zelfscan.question.Stage;
import be.zelfscan.text.BelgianDutch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Help on the way: something that helps with a section of an instrument.
 *
 * @param section as the version that is newest when it is kept calls it
 * @param stage towards which it helps; empty for any
 * @param text what it is and what it is good for; empty when the title says it
 * @param link begins with {@code https://}; empty when there is none
 */
public record Help(UUID id, String section, String stage, Kind kind, String title, String text, String link) {
    /** What it is. */
    public enum Kind {
        material("materiaal"), contact("contact"), practice("praktijk");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As the interface words it. */
        public String label() {
            return label;
        }
    }

    /** Who sees it: what is shown, everybody who signed in; all else, the support team and the centre that proposed it. */
    public enum State {
        proposed("wacht op POC+"), shown("wordt getoond"), declined("niet overgenomen"), withdrawn("niet meer getoond");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** As the interface words it. */
        public String label() {
            return label;
        }
    }

    /** What it is, and towards which stage it helps, in a few words. */
    public String about(List<Stage> stages) {
        return stages.stream().filter(one -> one.id().equals(stage)).findFirst()
                .map(one -> "%s, op weg naar ‘%s’".formatted(kind.label(), BelgianDutch.inSentence(one.label()))).orElse(kind.label());
    }

    /**
     * What helps with one section, for somebody who goes from one stage to another.
     *
     * @param onTheWay what helps towards that stage first, then towards those before it, then what helps towards any
     * @param others what helps towards another stage, in the order of the stages
     * @param stages of the instrument; none where it has no scale
     */
    public record OfSection(List<Help> onTheWay, List<Help> others, List<Stage> stages) {
        /**
         * Pure.
         *
         * @param today the index of the stage of today
         * @param ambition the index of the stage that is the ambition; empty, or that of today, for who goes nowhere
         */
        public static OfSection of(List<Help> help, List<Stage> stages, Optional<Integer> today, Optional<Integer> ambition) {
            List<String> ids = stages.stream().map(Stage::id).toList();
            int target = ambition.orElse(-1);
            int from = today.orElse(target - 1);
            List<Help> onTheWay = new ArrayList<>();
            for (int stage = target; stage >= 0 && stage > from; stage--) {
                String id = ids.get(stage);
                help.stream().filter(one -> one.stage().equals(id)).forEach(onTheWay::add);
            }
            help.stream().filter(one -> !ids.contains(one.stage())).forEach(onTheWay::add);
            return new OfSection(List.copyOf(onTheWay), help.stream().filter(one -> !onTheWay.contains(one))
                    .sorted(Comparator.comparing(one -> ids.indexOf(one.stage()))).toList(), stages);
        }

        /** All of it, what is on the way first. */
        public List<Help> all() {
            List<Help> all = new ArrayList<>(onTheWay);
            all.addAll(others);
            return all;
        }
    }
}
