package be.zelfscan.scan;

import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.web.Shell;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the pages around answering show; the templates of {@code src/main/jte/scan} take these. */
public final class ScanPages {
    private ScanPages() {}

    /** A centre that somebody can choose, with what they are there. */
    public record CentreChoice(UUID centreId, String name, String roles) {}

    /** For somebody of several centres, or of none. */
    public record Centres(Shell shell, List<CentreChoice> centres) {}

    /**
     * A round as the home of a centre shows it.
     *
     * @param continueAddress where answering goes on; empty when it has not begun
     * @param continueTitle what one meets there
     * @param preparation address of the blank pack to print
     */
    public record RoundCard(ScanReading.RoundOfCentre round, Optional<Navigation> navigation, Progress.State state, String continueAddress,
            String continueTitle, String startAddress, String deadline, String preparation) {
        public boolean isSent() {
            return round.scan().isPresent() && round.scan().get().scan().sent();
        }
    }

    /** The home of a centre. */
    public record Home(Shell shell, String centre, List<RoundCard> rounds) {
        /** Everything that was sent, the newest first. */
        public List<SentScan> sent() {
            return rounds.stream().flatMap(card -> card.round().sent().stream()).toList();
        }

        /** The rounds in which something can still be done. */
        public List<RoundCard> open() {
            return rounds.stream().filter(card -> !card.isSent()).toList();
        }
    }

    /** What stands before the first block. */
    public record Introduction(Shell shell, Navigation navigation, Questionnaire questionnaire, String next, String preparation) {}

    /**
     * A question in the overview.
     *
     * @param missing sentences that say what is still open
     */
    public record Line(String label, List<String> answer, String note, List<String> missing, String address) {}

    /** A section in the overview. */
    public record Section(Navigation.Entry entry, List<Line> lines, List<Line> open) {}

    /** The sections of a cluster; the closing questions stand under a title of their own. */
    public record Group(String title, List<Section> sections) {}

    /**
     * Everything that was answered.
     *
     * @param missing the number of questions that are still open
     * @param refusal why sending was refused; empty otherwise
     */
    public record Overview(Shell shell, Navigation navigation, List<Group> groups, int missing, boolean maySend, String sendAddress,
            String refusal) {
        /** The sections in which something is open. */
        public List<Section> incomplete() {
            return groups.stream().flatMap(group -> group.sections().stream()).filter(section -> !section.open().isEmpty()).toList();
        }
    }

    /** The last page before the answers are final. */
    public record Sending(Shell shell, String address, String back, String centre, List<String> directors) {}

    /**
     * What a script swaps into a page after a write.
     *
     * @param questions those that were posted
     * @param swapped questions to show anew: the ambition when the stage was posted, and one for which the answer of somebody else was kept
     * @param isClosing whether the section is that of the closing questions
     */
    public record Saved(List<QuestionView> questions, List<QuestionView> swapped, Navigation.Entry entry, boolean isClosing,
            Navigation.Completion completion, String savedAt) {
        /** Whether nothing was refused or stale. */
        public boolean allKept() {
            return questions.stream().noneMatch(QuestionView::isUnsaved);
        }
    }
}
