package be.zelfscan.scan;

import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.web.BelgianDutch;
import java.util.Comparator;

/** A scan with its instrument, all answers in force, and how far it is. Immutable. */
public record ScanState(Scan scan, Questionnaire questionnaire, Answers answers, Progress progress) {
    static ScanState of(Scan scan, Questionnaire questionnaire, Answers answers) {
        return new ScanState(scan, questionnaire, answers, new Progress(questionnaire, answers));
    }

    ScanAddress address() {
        return new ScanAddress(scan.id(), questionnaire.closing().id());
    }

    /** Time of day at which the section was last saved; empty when it never was. */
    String savedAt(String section) {
        return questionnaire.questions(section).stream().map(question -> answers.at(section, question.id()))
                .filter(given -> given.revision() > 0).map(GivenAnswer::at).max(Comparator.naturalOrder())
                .map(at -> BelgianDutch.time(at)).orElse("");
    }
}
