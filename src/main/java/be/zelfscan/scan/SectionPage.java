package be.zelfscan.scan;

import be.zelfscan.questionnaire.Section;
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
        List<String> sections = questionnaire.sections().stream().map(Section::id).toList();
        int index = sections.indexOf(section);
        boolean last = index == sections.size() - 1;
        Optional<Neighbour> previous = questionnaire.isClosing(section) ? Optional.of(new Neighbour("Overzicht", address.overview()))
                : index == 0 ? Optional.empty() : Optional.of(neighbour(questionnaire, address, sections.get(index - 1)));
        Neighbour next = last ? new Neighbour(Navigation.overviewTitle(state), address.overview())
                : questionnaire.isClosing(sections.get(index + 1)) ? new Neighbour("Overzicht", address.overview())
                        : neighbour(questionnaire, address, sections.get(index + 1));
        return new SectionPage(shell, state.scan().id(), Navigation.of(state, section), questionnaire, section, address.section(section),
                UUID.randomUUID().toString(), state.savedAt(section),
                questions, previous, next);
    }

    private static Neighbour neighbour(Questionnaire questionnaire, ScanAddress address, String section) {
        return new Neighbour(questionnaire.sectionTitle(section), address.section(section));
    }

    public Section content() {
        return questionnaire.section(section).orElseThrow();
    }

    /** The cluster of the section; none for the closing questions. */
    public Optional<Cluster> cluster() {
        return questionnaire.clusterOf(section);
    }

    /** Number of the section among all, from 1. */
    public int number() {
        return questionnaire.sections().stream().map(Section::id).toList().indexOf(section) + 1;
    }

    /** How many sections there are, without the closing questions. */
    public int sections() {
        return questionnaire.sections().size() - (questionnaire.closing().isPresent() ? 1 : 0);
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
