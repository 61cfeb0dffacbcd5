package be.zelfscan.team;

import be.zelfscan.question.Stage;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.EarlierScan;
import be.zelfscan.scan.ScanState;
import be.zelfscan.scan.SectionHelp;
import be.zelfscan.web.Templates;
import gg.jte.Content;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Help on the way where the ambition is chosen, what helps towards that stage first; and what was asked after an earlier scan. */
@Singleton
public class HelpOnPages implements SectionHelp {
    /**
     * Help with a section, folded; {@code src/main/jte/team/help.jte} takes it.
     *
     * @param all address of the page with all help, on which the reader proposes more; empty for who proposes nothing
     */
    public record Folded(Help.OfSection help, String all) {}

    /** What a centre asked others after an earlier scan; {@code src/main/jte/team/needsBefore.jte} takes it. */
    public record AskedBefore(List<Need> needs) {}

    private final KeepHelp help;
    private final NeedQueries needs;
    private final Templates templates;

    HelpOnPages(KeepHelp help, NeedQueries needs, Templates templates) {
        this.help = help;
        this.needs = needs;
        this.templates = templates;
    }

    @Override
    public Content beside(ScanState state, String section) {
        Questionnaire questionnaire = state.questionnaire();
        List<String> stages = questionnaire.stages().stream().map(Stage::id).toList();
        Optional<Integer> today = questionnaire.placing().flatMap(placing -> state.answers().code(section, placing.id()))
                .map(stages::indexOf).filter(index -> index >= 0);
        Optional<Integer> ambition = questionnaire.ambition().flatMap(asked -> state.answers().code(section, asked.id()))
                .map(stages::indexOf).filter(index -> index >= 0);
        return templates.part("team/help",
                new Folded(Help.OfSection.of(help.shown(questionnaire, section), questionnaire.stages(), today, ambition),
                        HelpOfCentreController.address(state.scan().centreId(), questionnaire.id(), section)));
    }

    /** What is about no section stands beside the first. */
    @Override
    public Optional<Content> askedAfter(EarlierScan earlier, String section) {
        boolean first = earlier.then().sections().getFirst().id().equals(section);
        List<Need> asked = needs.ofSections(earlier.sent().scanId(), first ? List.of(section, "") : List.of(section)).stream()
                .filter(need -> !need.what().isEmpty()).toList();
        return asked.isEmpty() ? Optional.empty() : Optional.of(templates.part("team/needsBefore", new AskedBefore(asked)));
    }
}
