package be.zelfscan.export;

import be.zelfscan.export.ExportColumn.Kind;
import be.zelfscan.export.ExportColumn.Meaning;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The columns of the sheet with one row per centre; they follow from the versions of the questionnaire that were answered. */
final class CentreSheet {
    static final String NAME = "Centra";
    static final String NOT_ASKED = "n.v.t.";

    private static final String SENT = "verzonden";
    private static final String NOT_SENT = "niet verzonden";

    private CentreSheet() {}

    /** @param versions in the order of their columns; what a later one shares with an earlier one stands in one column */
    static List<ExportColumn<CentreInRound>> columns(Collection<Questionnaire> versions) {
        Map<String, ExportColumn<CentreInRound>> columns = new LinkedHashMap<>();
        fixed().forEach(column -> columns.put(column.name(), column));
        for (Questionnaire version : versions) {
            for (Section section : version.sections()) {
                for (Question question : section.questions()) {
                    new QuestionColumns(version, section.id(), question).all()
                            .forEach(column -> columns.merge(column.name(), column, CentreSheet::both));
                }
            }
        }
        return List.copyOf(columns.values());
    }

    private static List<ExportColumn<CentreInRound>> fixed() {
        List<ExportColumn<CentreInRound>> columns = new ArrayList<>(CentreInRound.columns(centre -> centre));
        columns.add(state());
        return columns;
    }

    /** Whether the centre sent. */
    private static ExportColumn<CentreInRound> state() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(SENT, "het centrum verzond");
        codes.put(NOT_SENT, "het centrum doet mee, maar verzond niets; de cellen van zijn antwoorden zijn leeg");
        return new ExportColumn<>("stand", List.of(new ExportColumn.Meaning("Of het centrum verzond", Kind.code, codes, "", "", "")),
                row -> ExportCell.of(row.sent().isPresent() ? SENT : NOT_SENT));
    }

    private static ExportColumn<CentreInRound> both(ExportColumn<CentreInRound> first, ExportColumn<CentreInRound> other) {
        List<Meaning> meanings = Stream.concat(first.meanings().stream(), other.meanings().stream()).toList();
        return new ExportColumn<>(first.name(), meanings, first.value());
    }

    /**
     * The columns that a question of a section has in the row of a centre: one with a code where one thing is chosen, one with 0 or 1
     * for each thing where several can be. A cell is empty where the question was not answered, or not asked in the version that the
     * centre answered; it says so where the question was not asked because of what the centre answered before.
     */
    private record QuestionColumns(Questionnaire questionnaire, String section, Question question) {
        private static final String NOT_ANSWERED = "niet verzonden, niet beantwoord, of niet gevraagd in de versie van deze rij";

        List<ExportColumn<CentreInRound>> all() {
            return question.columns(questionnaire).stream().map(this::column).toList();
        }

        private ExportColumn<CentreInRound> column(be.zelfscan.question.Column asked) {
            Meaning meaning = new Meaning(asked.sentence().replace(be.zelfscan.question.Column.TITLE, title()) + condition(),
                    kind(asked.kind()),
                    asked.codes(),
                    question.labelFor(questionnaire.sectionTitle(section)), questionnaire.version(),
                    asked.missing().isEmpty() ? NOT_ANSWERED : NOT_ANSWERED + ", of " + asked.missing());
            return new ExportColumn<>(section + "." + question.id() + asked.ending(), List.of(meaning),
                    row -> row.sent().filter(sent -> isAsked(asked, sent.questionnaire())).map(sent -> cell(asked, sent))
                            .orElse(ExportCell.EMPTY));
        }

        private ExportCell cell(be.zelfscan.question.Column asked, CentreInRound.Sent sent) {
            return !sent.visible().isAsked(section, question.id()) ? ExportCell.of(NOT_ASKED)
                    : sent.answer(section, question.id()).map(answer -> cell(asked.value().apply(answer))).orElse(ExportCell.EMPTY);
        }

        private String condition() {
            return question.visibleWhen().map(condition -> ". Alleen gevraagd als " + condition.sentence(questionnaire, section)
                    + "; anders staat er ‘" + NOT_ASKED + "’").orElse("");
        }

        private boolean isAsked(be.zelfscan.question.Column column, Questionnaire version) {
            return version.question(section, question.id())
                    .filter(asked -> asked.type().equals(question.type()) && column.askedIn().test(version, asked)).isPresent();
        }

        private static Kind kind(be.zelfscan.question.Column.Kind kind) {
            return switch (kind) {
                case code -> Kind.code;
                case yes_or_no -> Kind.yes_or_no;
                case number -> Kind.number;
                case day -> Kind.day;
                case text -> Kind.text;
            };
        }

        private static ExportCell cell(be.zelfscan.question.Column.Value value) {
            return switch (value) {
                case be.zelfscan.question.Column.Value.Codes codes -> ExportCell.of(codes.codes());
                case be.zelfscan.question.Column.Value.Written written -> ExportCell.of(written.text());
                case be.zelfscan.question.Column.Value.YesOrNo yesOrNo -> ExportCell.of(yesOrNo.yes());
                case be.zelfscan.question.Column.Value.Counted counted -> new ExportCell.Number(counted.number());
                case be.zelfscan.question.Column.Value.Dated dated -> new ExportCell.Day(dated.day());
            };
        }

        private String title() {
            return questionnaire.sectionTitle(section) + ", " + question.shortLabel();
        }
    }
}
