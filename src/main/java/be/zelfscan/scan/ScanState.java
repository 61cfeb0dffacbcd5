package be.zelfscan.scan;

import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.text.BelgianDutch;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * A scan with its instrument, all answers in force, and how far it is. Immutable.
 *
 * @param today the day on which it is read, by which moments are told
 */
public record ScanState(Scan scan, Questionnaire questionnaire, Answers answers, Progress progress, LocalDate today) {
    static ScanState of(Scan scan, Questionnaire questionnaire, Answers answers, LocalDate today) {
        return new ScanState(scan, questionnaire, answers, new Progress(questionnaire, answers), today);
    }

    public ScanAddress address() {
        return new ScanAddress(scan.id());
    }

    /** When the section was last saved, as a sentence goes on with it; empty when it never was. */
    String savedAt(String section) {
        return questionnaire.questions(section).stream().map(question -> answers.at(section, question.id()))
                .filter(given -> given.revision() > 0).map(GivenAnswer::at).max(Comparator.naturalOrder())
                .map(at -> BelgianDutch.moment(at, today)).orElse("");
    }
}
