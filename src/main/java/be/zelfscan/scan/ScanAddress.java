package be.zelfscan.scan;

import be.zelfscan.questionnaire.QuestionnaireKey;
import java.util.UUID;

/** Where the pages of a scan are. */
public record ScanAddress(UUID scanId) {
    public String root() {
        return "/zelfscan/" + scanId;
    }

    public String introduction() {
        return root() + "/inleiding";
    }

    /** The page on which a team looks back on the round before; whoever makes it stands above the scan. */
    public String former() {
        return root() + "/vorige";
    }

    /** The page of a section. */
    public String section(String section) {
        return root() + "/deel/" + section;
    }

    /** A question on the page of its section. */
    public String question(String section, String question) {
        return section(section) + "#q-" + question;
    }

    /** Where a page hears what changes while it is open. */
    public String follow() {
        return root() + "/live";
    }

    /** The same, for a page that shows all of it, as it was after so many {@link Answers#writes}. */
    String followAll(long writes) {
        return follow() + "?gezien=" + writes;
    }

    /** The same, for a page that shows a section. */
    public String follow(String section) {
        return follow() + "?deel=" + section;
    }

    public String overview() {
        return root() + "/overzicht";
    }

    /** The blank pack to print before the meeting. */
    public static String preparation(QuestionnaireKey questionnaire) {
        return "/vragenlijst/" + questionnaire.id() + "/" + questionnaire.version() + "/voorbereiding.pdf";
    }

    /** Where each member of the team thinks alone, before the meeting. */
    public String alone() {
        return root() + "/alleen";
    }

    /** Where a team goes through the scan together, on one screen. */
    public String meeting() {
        return root() + "/vergadering";
    }

    /** A step of a section there, from 1. */
    public String meeting(String section, int step) {
        return meeting() + "/" + section + "/" + step;
    }

    /** What somebody of the team sees otherwise in a section. */
    public String dissentingView(String section) {
        return root() + "/minderheidsstandpunt/" + section;
    }

    public String sending() {
        return root() + "/verzending";
    }
}
