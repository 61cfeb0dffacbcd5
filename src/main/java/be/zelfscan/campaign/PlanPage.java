package be.zelfscan.campaign;

import be.zelfscan.organisation.Role;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundPlan;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.Shell;
import java.util.List;
import java.util.Map;

/**
 * The form of a round; the templates of {@code src/main/jte/campaign} take this.
 *
 * @param address to which it posts; {@code back} is where one goes without keeping anything
 * @param centres that can be chosen
 */
public record PlanPage(Shell shell, boolean fresh, String address, String back, RoundForm form, Again again, List<Instrument> instruments,
        List<CentreOfNet> centres) {

    /**
     * A version of an instrument that can be chosen.
     *
     * @param summary what it is for, in one line; empty where its definition does not say it
     * @param extent what it consists of, and what becomes of it
     */
    public record Instrument(String value, String title, String summary, String extent) {
        static Instrument of(Questionnaire questionnaire) {
            Words words = questionnaire.words();
            List<Section> sections = questionnaire.clusters().stream().flatMap(cluster -> cluster.sections().stream()).toList();
            int blocks = questionnaire.blocks().size();
            String extent = words.block().counted(sections.size())
                    + (questionnaire.clusters().size() > 1 ? " in " + words.cluster().counted(questionnaire.clusters().size()) : "")
                    + (!questionnaire.isScaled() ? "; zonder schaal: een verslag in tekst en tabellen"
                            : (blocks < sections.size() ? "; " + BelgianDutch.number(blocks) + " op een schaal van "
                                    : "; op een schaal van ")
                                    + words.stage().counted(questionnaire.stages().size()) + ", met datagrafiek en vergelijking");
            return new Instrument(questionnaire.id() + "/" + questionnaire.version(),
                    questionnaire.title() + ", versie " + questionnaire.version(), questionnaire.summary(), extent);
        }
    }

    /**
     * Why the form came back, and what it was made from.
     *
     * @param problems a sentence by field; empty when nothing was refused
     * @param overtaken in what the typed differs from what somebody else kept meanwhile
     * @param version of what its reader was shown; empty for a new round
     */
    public record Again(Map<String, String> problems, List<FormContent.Difference> overtaken, String version) {
        static Again shown(String version) {
            return new Again(Map.of(), List.of(), version);
        }

        static Again refused(Map<String, String> problems, String version) {
            return new Again(problems, List.of(), version);
        }

        public boolean isEmpty() {
            return problems.isEmpty() && overtaken.isEmpty();
        }
    }

    public Map<String, String> problems() {
        return again.problems();
    }

    /** What is wrong with a field; empty when nothing. */
    public String problem(String field) {
        return problems().getOrDefault(field, "");
    }

    public List<CentreOfNet.OfSchoolGroup> schoolGroups() {
        return CentreOfNet.bySchoolGroup(centres);
    }

    public List<RoundMail> mails() {
        return List.of(RoundMail.values());
    }

    public List<Role> roles() {
        return RoundPlan.RECIPIENTS;
    }
}
