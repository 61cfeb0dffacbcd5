package be.zelfscan.report;

import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.question.Stage;
import be.zelfscan.report.pdf.Definition;
import be.zelfscan.report.pdf.Inline;
import be.zelfscan.report.pdf.ParagraphStyle;
import be.zelfscan.report.pdf.Strip;
import be.zelfscan.report.pdf.TaggedPdf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** "Bouwsteen per bouwsteen": the chosen stage with its whole text, and every answer with its note in full. */
final class BlockPages {
    private static final String NOT_ANSWERED = "niet ingevuld";

    private BlockPages() {}

    static void write(TaggedPdf pdf, ScanResult result) {
        pdf.pageBreak().heading(1, "Bouwsteen per bouwsteen");
        questions(pdf, result.questionnaire());
        for (ScanResult.Group group : result.groups()) {
            pdf.heading(2, group.title());
            group.blocks().forEach(block -> pdf.together(page -> block(page, result.questionnaire(), block)));
        }
    }

    /** The questions in full, once, so that the short names beside the answers are clear. */
    private static void questions(TaggedPdf pdf, Questionnaire questionnaire) {
        pdf.paragraph(ParagraphStyle.LABEL, "Deze vragen zijn bij elke bouwsteen gesteld");
        pdf.definitions(questionnaire.blockQuestions().stream()
                .map(question -> Definition.of(question.shortLabel(), question.labelWith("deze bouwsteen"))).toList());
    }

    private static void block(TaggedPdf pdf, Questionnaire questionnaire, ScanResult.Placed placed) {
        String title = placed.number() + ". " + placed.block().title();
        pdf.heading(3, title);
        marks(placed).ifPresent(marks -> pdf.paragraph(ParagraphStyle.BODY, marks));
        pdf.strip(strip(questionnaire, placed));
        List<Definition> definitions = new ArrayList<>();
        for (ScanResult.Given given : placed.answers()) {
            definitions.add(new Definition(given.question().shortLabel(), value(placed, given), given.note()));
        }
        pdf.definitions(title + " (vervolg)", definitions);
    }

    private static Optional<Inline> marks(ScanResult.Placed placed) {
        List<String> marks = new ArrayList<>();
        placed.row().priority().ifPresent(number -> marks.add("Prioriteit " + number));
        if (placed.row().inspiring()) {
            marks.add("★ Inspirerende praktijk");
        }
        return marks.isEmpty() ? Optional.empty() : Optional.of(Inline.of(Inline.Span.picked(String.join(" · ", marks))));
    }

    private static Strip strip(Questionnaire questionnaire, ScanResult.Placed placed) {
        List<String> labels = questionnaire.scale().stages().stream().map(Stage::label).toList();
        String today = placed.stage().map(Stage::label).orElse(NOT_ANSWERED);
        String ambition = questionnaire.ambition().isEmpty() ? ""
                : " Ambitie: %s.".formatted(placed.row().today().isPresent() && placed.ambition().equals(placed.row().today())
                        ? "dit stadium aanhouden" : placed.ambition().map(labels::get).orElse(NOT_ANSWERED));
        return new Strip(labels, index(placed.row().today()), index(placed.ambition()),
                "Vandaag: %s.".formatted(today) + ambition);
    }

    private static OptionalInt index(Optional<Integer> index) {
        return index.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static Inline value(ScanResult.Placed placed, ScanResult.Given given) {
        List<Inline.Span> spans = new ArrayList<>();
        spans.add(given.lines().isEmpty() ? Inline.Span.muted(NOT_ANSWERED) : Inline.Span.strong(String.join("\n", given.lines())));
        if (given.isPlacement()) {
            spans.add(Inline.Span.plain("\n" + String.join("\n\n", placed.stageText())));
        }
        return new Inline(spans);
    }
}
