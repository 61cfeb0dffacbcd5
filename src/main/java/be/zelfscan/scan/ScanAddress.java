package be.zelfscan.scan;

import be.zelfscan.questionnaire.QuestionnaireKey;
import java.util.UUID;

/** Where the pages of a scan are. */
public record ScanAddress(UUID scanId, String closingSection) {
    public String root() {
        return "/zelfscan/" + scanId;
    }

    public String introduction() {
        return root() + "/inleiding";
    }

    /** The page of a section: a building block, or the closing questions. */
    public String section(String section) {
        return section.equals(closingSection) ? root() + "/slotvragen" : root() + "/bouwsteen/" + section;
    }

    /** A question on the page of its section. */
    public String question(String section, String question) {
        return section(section) + "#q-" + question;
    }

    public String overview() {
        return root() + "/overzicht";
    }

    /** The blank pack to print before the meeting. */
    public static String preparation(QuestionnaireKey questionnaire) {
        return "/vragenlijst/" + questionnaire.id() + "/" + questionnaire.version() + "/voorbereiding.pdf";
    }

    public String sending() {
        return root() + "/verzending";
    }
}
