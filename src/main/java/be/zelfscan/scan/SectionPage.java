package be.zelfscan.scan;

import be.zelfscan.questionnaire.BuildingBlock;
import be.zelfscan.questionnaire.Closing;
import be.zelfscan.questionnaire.Cluster;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.web.Shell;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the page of a section shows.
 *
 * @param key names the write that this page will make
 * @param savedAt when the newest answer of the section was saved, as a sentence goes on with it; empty when there is none
 */
public record SectionPage(Shell shell, UUID scanId, Navigation navigation, Questionnaire questionnaire, String section, String address,
        String key, String savedAt,
        List<QuestionView> questions, Optional<Neighbour> previous, Neighbour next) {

    /** Where one goes from here. */
    public record Neighbour(String title, String address) {}

    static SectionPage of(Shell shell, ScanState state, String section, List<QuestionView> questions) {
        Questionnaire questionnaire = state.questionnaire();
        ScanAddress address = state.address();
        List<String> sections = questionnaire.sections();
        int index = sections.indexOf(section);
        int closing = sections.indexOf(questionnaire.closing().id());
        Optional<Neighbour> previous = index == 0 ? Optional.empty()
                : Optional.of(index == closing ? new Neighbour("Overzicht", address.overview())
                        : neighbour(questionnaire, address, sections.get(index - 1)));
        Neighbour next = index == closing ? new Neighbour(Navigation.overviewTitle(state), address.overview())
                : index == closing - 1 ? new Neighbour("Overzicht", address.overview())
                        : neighbour(questionnaire, address, sections.get(index + 1));
        return new SectionPage(shell, state.scan().id(), Navigation.of(state, section), questionnaire, section, address.section(section),
                UUID.randomUUID().toString(), state.savedAt(section),
                questions, previous, next);
    }

    private static Neighbour neighbour(Questionnaire questionnaire, ScanAddress address, String section) {
        return new Neighbour(questionnaire.sectionTitle(section), address.section(section));
    }

    public BuildingBlock block() {
        return questionnaire.block(section).orElseThrow();
    }

    public Cluster cluster() {
        return questionnaire.clusterOf(section).orElseThrow();
    }

    public Closing closing() {
        return questionnaire.closing();
    }

    /** Number of the block among all, from 1. */
    public int number() {
        return questionnaire.sections().indexOf(section) + 1;
    }

    /** How it stands with the page as a whole: what asks for attention goes before what is saved. */
    public SavedState state() {
        return attention().stream().findFirst().map(QuestionView::state).orElse(savedAt.isEmpty() ? SavedState.empty : SavedState.saved);
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
