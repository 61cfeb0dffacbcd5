package be.zelfscan.scan;

import be.zelfscan.question.Question;
import be.zelfscan.question.Use;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Cluster;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.round.LastDay;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Form;
import be.zelfscan.web.PageLayout;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the pages around answering show; the templates of {@code src/main/jte/scan} take these. */
public final class ScanPages {
    /** The fields in which people type. */
    private static final Pattern TYPED = Pattern.compile("[^.]+\\.(note|text)(\\..*)?");

    private ScanPages() {}

    /** Whether what helps with its section stands beside a question: the one that asks where the centre wants to go. */
    public static boolean hasHelp(QuestionView view) {
        return view.question().isFor(Use.AMBITION);
    }

    /** Where somebody can go: a centre, a school group, the rounds of the net; with what they are there. */
    public record Place(String address, String name, String roles) {}

    /** For somebody of several places, or of none. */
    public record Places(PageLayout layout, List<Place> places) {}

    /**
     * A round as the home of a centre shows it.
     *
     * @param continueAddress where answering goes on; empty when it has not begun
     * @param continueTitle what one meets there
     * @param preparation address of the blank pack to print
     * @param maySend whether the reader can send
     * @param whoSends who can, as a sentence for who cannot
     * @param comparison address of the comparison, which is there when the round is closed and something was sent
     */
    public record RoundCard(ScanReading.RoundOfCentre round, Optional<Navigation> navigation, Progress.State state, String continueAddress,
            String continueTitle, String startAddress, LastDay lastDay, boolean maySend, String whoSends, String preparation,
            String comparison) {
        public boolean isSent() {
            return round.scan().isPresent() && round.scan().get().scan().sent();
        }

        /** Where each member thinks alone, once the scan was begun. */
        public String alone() {
            return round.scan().map(scan -> scan.address().alone()).orElse("");
        }

        /** That the round was closed, and when. */
        public String closed() {
            return "afgesloten" + round.round().closedOn().map(day -> " op " + BelgianDutch.date(day)).orElse("");
        }

        /** That it was sent and opened again; empty when it was not. */
        public Optional<Reopened> reopened() {
            return round.reopening().map(reopening -> Reopened.of(reopening, round.sent().stream().findFirst()));
        }
    }

    /**
     * That a scan was sent and opened again.
     *
     * @param earlier address of what was sent before
     */
    public record Reopened(String on, String reason, String earlier, int number) {
        static Reopened of(ScanReopening.Reopening reopening, Optional<SentScan> earlier) {
            return new Reopened(BelgianDutch.date(reopening.at()), reopening.reason(),
                    earlier.map(sent -> "/resultaat/" + sent.id()).orElse(""), earlier.map(SentScan::number).orElse(0));
        }
    }

    /**
     * The home of a centre.
     *
     * @param unreadable its rounds of which the questionnaire cannot be read any more
     * @param openings address of the page on which it opens its results to other centres
     * @param parts what others show on it
     */
    public record Home(PageLayout layout, String centre, List<RoundCard> rounds, List<ScanReading.Unreadable> unreadable, String openings,
            List<Content> parts) {
        /** Whether there is something that can be opened to another centre: a closed round in which something was sent. */
        public boolean canOpen() {
            return rounds.stream().anyMatch(card -> card.round().round().isClosed() && !card.round().sent().isEmpty());
        }

        /** The rounds of these of which there is a comparison. */
        public List<RoundCard> compared() {
            return rounds.stream().filter(card -> card.round().round().isClosed() && !card.round().sent().isEmpty())
                    .filter(card -> !card.comparison().isEmpty()).toList();
        }

        /** Everything that was sent, the newest first. */
        public List<SentScan> sent() {
            return rounds.stream().flatMap(card -> card.round().sent().stream()).toList();
        }

        /** Whether the same scan was sent again after it. */
        public boolean isReplaced(SentScan one) {
            return sent().stream().anyMatch(other -> other.scanId().equals(one.scanId()) && other.number() > one.number());
        }

        /** The rounds in which something can still be done. */
        public List<RoundCard> open() {
            return rounds.stream().filter(card -> !card.isSent() && card.round().round().isOpen()).toList();
        }

        /** The rounds that are open still, in which everything was sent. */
        public List<RoundCard> sentInOpenRound() {
            return rounds.stream().filter(card -> card.isSent() && card.round().round().isOpen()).toList();
        }

        /** The rounds that were closed before anything was sent, or before it was sent again. */
        public List<RoundCard> missed() {
            return rounds.stream().filter(card -> !card.isSent() && card.round().round().isClosed()).toList();
        }
    }

    /**
     * What stands before the first block.
     *
     * @param former address of the page to look back on the round before; empty when there is nothing to look back on
     */
    public record Introduction(PageLayout layout, Navigation navigation, Questionnaire questionnaire, String next, String preparation,
            String alone, String former) {}

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
     * @param started whether there is something to send
     * @param closure why nothing can be changed any more; empty while something can
     * @param chart what was answered so far, drawn; empty for an instrument without a chart
     * @param writes how often something was written to what it shows
     */
    public record Overview(PageLayout layout, UUID scanId, Navigation navigation, List<Group> groups, int missing, boolean maySend,
            String whoSends,
            String sendAddress,
            String refusal, boolean started, String closure, Optional<Reopened> reopened, String chart, long writes) {
        public boolean isOpen() {
            return closure.isEmpty();
        }

        /** Where the team goes through the scan together. */
        public String meeting() {
            return new ScanAddress(scanId).meeting();
        }

        /** Where the page hears what changes while it is open. */
        public String follow() {
            return new ScanAddress(scanId).followAll(writes);
        }

        /** Whether every question was answered, also those that are not required. */
        public boolean allAnswered() {
            return groups.stream().flatMap(group -> group.sections().stream()).flatMap(section -> section.lines().stream())
                    .noneMatch(line -> line.answer().isEmpty());
        }

        /** The sections in which something is open. */
        public List<Section> incomplete() {
            return groups.stream().flatMap(group -> group.sections().stream()).filter(section -> !section.open().isEmpty()).toList();
        }
    }

    /** That nothing can be changed any more, and where to read what was answered. */
    public record Closed(String sentence, String address, String label) {}

    /** What was typed with an answer that was not saved. */
    public record TypedText(String label, String text) {}

    /** That answers were not saved, with what was typed. Needs nothing of the database. */
    public record Unsaved(PageLayout layout, String sentence, String overview, List<TypedText> texts) {
        /** @param questions by which the texts are named, as far as they are known */
        static Unsaved of(PageLayout layout, String sentence, String overview, List<Question> questions, Form form) {
            List<TypedText> texts = form.fields().entrySet().stream().filter(field -> TYPED.matcher(field.getKey()).matches())
                    .flatMap(field -> field.getValue().stream().filter(text -> !text.isBlank())
                            .map(text -> new TypedText(label(questions, field.getKey()), text)))
                    .toList();
            return new Unsaved(layout, sentence, overview, texts);
        }

        private static String label(List<Question> questions, String field) {
            return questions.stream().filter(question -> field.startsWith(question.id() + ".")).findFirst().map(Question::shortLabel)
                    .orElse("Wat je typte");
        }
    }

    /**
     * The last page before the answers are final.
     *
     * @param chart whether the result has a datagrafiek
     * @param recipients who gets a mail
     * @param schoolGroups who reads what is sent, besides the centre and the support team
     * @param hints what the team may want to look at once more; sending does not wait for it
     * @param seen the version of the answers as they are now
     * @param overtaken whether it was confirmed when they were others
     */
    public record Sending(PageLayout layout, String address, String back, String centre, boolean chart, List<String> recipients,
            List<String> schoolGroups, Words words, List<Hints.OfKind> hints, ScanAddress scan, String seen, boolean overtaken) {}

    /**
     * What a script swaps into a page after a write.
     *
     * @param questions those that were posted
     * @param swapped questions to show anew: the ambition when the stage was posted, and one that has a newer answer
     * @param help to stand beside one of these, see {@link #hasHelp}; empty when there is none
     * @param isClosing whether the section is that of the closing questions
     */
    public record Saved(List<QuestionView> questions, List<QuestionView> swapped, Optional<Content> help, Navigation.Entry entry,
            boolean isClosing,
            Navigation.Completion completion) {}

    /**
     * What the page of a section shows.
     *
     * @param key names the write that this page will make
     * @param savedAt when the newest answer of the section was saved, as a sentence goes on with it; empty when there is none
     * @param earlier what the centre sent in an earlier round; empty when there is none
     * @param help what helps with the section; empty for one that is of no cluster
     * @param asked what the centre asked others for it after that round; empty when it asked nothing
     */
    public record SectionPage(PageLayout layout, UUID scanId, Navigation navigation, Questionnaire questionnaire, String section,
            String address,
            String key, String savedAt,
            List<QuestionView> questions, Optional<Neighbour> previous, Neighbour next, Optional<EarlierScan> earlier,
            Optional<Content> help, Optional<Content> asked) {

        /** Where one goes from here. */
        public record Neighbour(String title, String address) {}

        public static SectionPage of(PageLayout layout, ScanState state, String section, List<QuestionView> questions) {
            Questionnaire questionnaire = state.questionnaire();
            ScanAddress address = state.address();
            List<String> sections = questionnaire.sections().stream().map(one -> one.id()).toList();
            int index = sections.indexOf(section);
            boolean last = index == sections.size() - 1;
            Optional<Neighbour> previous = questionnaire.isClosing(section) ? Optional.of(new Neighbour("Overzicht", address.overview()))
                    : index == 0 ? Optional.empty() : Optional.of(neighbour(questionnaire, address, sections.get(index - 1)));
            Neighbour next = last ? new Neighbour(Navigation.overviewTitle(state), address.overview())
                    : questionnaire.isClosing(sections.get(index + 1)) ? new Neighbour("Overzicht", address.overview())
                            : neighbour(questionnaire, address, sections.get(index + 1));
            return new SectionPage(layout, state.scan().id(), Navigation.of(state, section), questionnaire, section,
                    address.section(section),
                    UUID.randomUUID().toString(), state.savedAt(section),
                    questions, previous, next, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** Where the page hears what changes while it is open. */
        public String follow() {
            return new ScanAddress(scanId).follow(section);
        }

        /** The same with what the centre sent in an earlier round, what helps, and what it asked others. */
        public SectionPage beside(Optional<EarlierScan> scan, Optional<Content> helping, Optional<Content> askedBefore) {
            return new SectionPage(layout, scanId, navigation, questionnaire, section, address, key, savedAt,
                    questions.stream().map(view -> view.beside(scan)).toList(), previous, next, scan, helping, askedBefore);
        }

        /** Whether what helps stands beside a question; else it stands below them all. */
        public boolean hasHelpBesideQuestion() {
            return questions.stream().anyMatch(ScanPages::hasHelp);
        }

        private static Neighbour neighbour(Questionnaire questionnaire, ScanAddress address, String section) {
            return new Neighbour(questionnaire.sectionTitle(section), address.section(section));
        }

        /** Where the team answers the same together, on one screen. */
        public String meeting() {
            return new ScanAddress(scanId).meeting(section, 1);
        }

        public be.zelfscan.questionnaire.Section content() {
            return questionnaire.section(section).orElseThrow();
        }

        /** The cluster of the section; none for the closing questions. */
        public Optional<Cluster> cluster() {
            return questionnaire.clusterOf(section);
        }

        /** Number of the section among all, from 1. */
        public int number() {
            return questionnaire.sections().stream().map(one -> one.id()).toList().indexOf(section) + 1;
        }

        /** How many sections there are, without the closing questions. */
        public int sections() {
            return questionnaire.sections().size() - (questionnaire.closing().isPresent() ? 1 : 0);
        }

        /** How it stands with the page as a whole: what asks for attention goes before what is saved. */
        public SavedState state() {
            return attention().stream().findFirst().map(QuestionView::state)
                    .orElse(savedAt.isEmpty() ? SavedState.empty : SavedState.saved);
        }

        /** The place that explains the state: the first question that asks for attention. */
        public String stateAddress() {
            return attention().stream().findFirst().map(view -> "#q-" + view.id()).orElse("#inhoud");
        }

        /** Whether something was not kept. */
        public boolean isRefused() {
            return !attention().isEmpty();
        }

        /** The questions of which something was not kept. */
        public List<QuestionView> attention() {
            return questions.stream().filter(QuestionView::isUnsaved).toList();
        }
    }
}
