package be.zelfscan.report.opening;

import be.zelfscan.scan.Answer;
import be.zelfscan.scan.Answers;
import be.zelfscan.scan.GivenAnswer;
import be.zelfscan.scan.SentScan;
import java.util.Optional;

/** What was chosen, without what was typed with it: as the database gives it of another centre whose notes are not open. Pure. */
final class Untyped {
    private Untyped() {}

    static SentScan of(SentScan sent) {
        Answers answers = new Answers(sent.answers().all().stream().map(given -> new GivenAnswer(given.section(), given.question(),
                given.revision(), of(given.answer()), "", given.by(), given.at())).toList());
        return new SentScan(sent.id(), sent.scanId(), sent.centreId(), sent.centreName(), sent.roundTitle(), sent.number(), sent.sentAt(),
                sent.sentBy(), sent.questionnaire(), answers, sent.roles(), sent.notesErasedAfter());
    }

    static Optional<Answer> of(Optional<Answer> answer) {
        return answer.map(given -> given instanceof Answer.Chosen chosen ? chosen.untyped() : given);
    }
}
