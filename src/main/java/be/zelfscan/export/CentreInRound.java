package be.zelfscan.export;

import be.zelfscan.export.ExportColumn.Kind;
import be.zelfscan.question.Answer;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.Round;
import be.zelfscan.scan.Answers;
import be.zelfscan.scan.Visible;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A centre that takes part in a round.
 *
 * @param schoolGroups the names of those for which it works, by name
 * @param questionnaire of what it sent, or of the round
 * @param sent the newest that it sent; empty when it sent nothing
 */
record CentreInRound(Round round, UUID centreId, String centre, List<String> schoolGroups, QuestionnaireKey questionnaire,
        Optional<Sent> sent) {
    private static final String NOTHING_SENT = "het centrum verzond niets in deze ronde";

    /** What a centre sent, with the version of the questionnaire that it answers. */
    record Sent(UUID id, int number, Instant at, Questionnaire questionnaire, Answers answers, Visible visible) {
        static Sent of(UUID id, int number, Instant at, Questionnaire questionnaire, Answers answers) {
            return new Sent(id, number, at, questionnaire, answers, Visible.of(questionnaire, answers));
        }

        /** What was answered to a question; empty when it was not asked, or not answered. */
        Optional<Answer> answer(String section, String question) {
            return answers.at(section, question).answer();
        }
    }

    /**
     * The columns that every sheet begins with: which round, which centre, what was sent, in which version.
     *
     * @param centre of a row
     */
    static <R> List<ExportColumn<R>> columns(Function<R, CentreInRound> centre) {
        List<ExportColumn<R>> columns = new ArrayList<>();
        columns.add(
                ExportColumn.fixed("ronde", Kind.text, "Titel van de ronde", "", row -> ExportCell.of(centre.apply(row).round().title())));
        columns.add(ExportColumn.fixed("ronde_id", Kind.text, "Vaste sleutel van de ronde", "",
                row -> ExportCell.of(centre.apply(row).round().id())));
        columns.add(ExportColumn.fixed("centrum", Kind.text, "Naam van het centrum, zoals ze nu is", "",
                row -> ExportCell.of(centre.apply(row).centre())));
        columns.add(ExportColumn.fixed("centrum_id", Kind.text, "Vaste sleutel van het centrum", "",
                row -> ExportCell.of(centre.apply(row).centreId())));
        columns.add(ExportColumn.fixed("scholengroepen", Kind.names, "De scholengroepen waarvoor het centrum nu werkt, op naam", "geen",
                row -> ExportCell.of(centre.apply(row).schoolGroups())));
        columns.add(ExportColumn.fixed("verzending_nummer", Kind.number,
                "De hoeveelste verzending van deze zelfscan; alleen de nieuwste van elk centrum in een ronde staat hier", NOTHING_SENT,
                row -> centre.apply(row).sent().map(sent -> ExportCell.of(sent.number())).orElse(ExportCell.EMPTY)));
        columns.add(
                ExportColumn.fixed("verzending_id", Kind.text, "Vaste sleutel van deze verzending, dezelfde als in de API", NOTHING_SENT,
                        row -> centre.apply(row).sent().map(sent -> ExportCell.of(sent.id())).orElse(ExportCell.EMPTY)));
        columns.add(ExportColumn.fixed("verzonden_op", Kind.moment, "Wanneer het centrum verzond", NOTHING_SENT,
                row -> centre.apply(row).sent().map(sent -> ExportCell.of(sent.at())).orElse(ExportCell.EMPTY)));
        columns.add(ExportColumn.fixed("vragenlijst", Kind.text, "Naam van de vragenlijst", "",
                row -> ExportCell.of(centre.apply(row).questionnaire().id())));
        columns.add(ExportColumn.fixed("vragenlijst_versie", Kind.text, "Versie van de vragenlijst waarop geantwoord is", "",
                row -> ExportCell.of(centre.apply(row).questionnaire().version())));
        return columns;
    }
}
