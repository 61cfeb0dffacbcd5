package be.zelfscan.report;

import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Word;
import be.zelfscan.report.pdf.Block.Definition;
import be.zelfscan.report.pdf.Block.Inline;
import be.zelfscan.report.pdf.Block.Paragraph.Style;
import be.zelfscan.report.pdf.Block.Strip;
import be.zelfscan.report.pdf.TaggedPdf;
import be.zelfscan.text.BelgianDutch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Section by section: the chosen stage with its whole text, and every answer with its note in full. */
final class SectionPages {
    private static final String NOT_ANSWERED = "niet ingevuld";

    private SectionPages() {}

    static void write(TaggedPdf pdf, ScanResult result) {
        Word block = result.questionnaire().words().block();
        pdf.heading(1, block.title() + " per " + block.one());
        if (result.questionnaire().isScaled()) {
            questions(pdf, result.questionnaire());
        }
        for (ScanResult.Group group : result.groups()) {
            pdf.heading(2, group.title());
            group.sections().forEach(section -> pdf.together(page -> section(page, result.questionnaire(), section)));
        }
        if (!result.questionnaire().isScaled()) { // else they stand at a glance
            result.closing().ifPresent(closing -> pdf.together(page -> section(page, result.questionnaire(), closing)));
        }
    }

    /** The questions in full, once, so that the short names beside the answers are clear. */
    private static void questions(TaggedPdf pdf, Questionnaire questionnaire) {
        pdf.paragraph(Style.LABEL, "Deze vragen zijn bij " + everyBlock(questionnaire) + " gesteld");
        pdf.definitions(questionnaire.blockQuestions().stream()
                .map(question -> Definition.of(question.shortLabel(), question.labelWith(questionnaire.words().block().thisOne())))
                .toList());
    }

    /** Each block; where an instrument has other sections too, those of the clusters that are named. */
    private static String everyBlock(Questionnaire questionnaire) {
        boolean all = questionnaire.clusters().stream().flatMap(cluster -> cluster.sections().stream()).allMatch(Section::isPlaced);
        String every = questionnaire.words().block().everyOne();
        return all ? every
                : every + " van " + BelgianDutch
                        .list(questionnaire.clustersOfBlocks().stream().map(cluster -> "‘" + cluster.title() + "’").toList());
    }

    private static void section(TaggedPdf pdf, Questionnaire questionnaire, ScanResult.Answered placed) {
        String title = placed.number() + ". " + placed.section().title();
        pdf.heading(3, title);
        marks(questionnaire, placed).ifPresent(marks -> pdf.paragraph(Style.BODY, marks));
        if (placed.row().isPresent()) {
            pdf.strip(strip(questionnaire, placed));
        }
        List<Definition> definitions = new ArrayList<>();
        for (ScanResult.Given given : placed.answers()) {
            definitions.add(new Definition(given.question().shortLabel(), value(placed, given), given.note()));
            given.rows().forEach((row, cells) -> definitions.add(Definition.of(row, row(cells))));
        }
        pdf.definitions(title + " (vervolg)", definitions);
    }

    private static Optional<Inline> marks(Questionnaire questionnaire, ScanResult.Answered placed) {
        List<String> marks = new ArrayList<>();
        placed.priority().ifPresent(number -> marks.add(questionnaire.words().priority().title() + " " + number));
        if (placed.isInspiring()) {
            marks.add("★ " + questionnaire.words().inspiringPractice().title());
        }
        return marks.isEmpty() ? Optional.empty() : Optional.of(Inline.of(Inline.Span.picked(String.join(" · ", marks))));
    }

    private static Strip strip(Questionnaire questionnaire, ScanResult.Answered placed) {
        List<String> labels = questionnaire.scale().stages().stream().map(Stage::label).toList();
        String today = placed.stage().map(Stage::label).orElse(NOT_ANSWERED);
        String ambition = questionnaire.ambition().isEmpty() ? ""
                : " %s: %s.".formatted(questionnaire.words().ambition().title(),
                        placed.today().isPresent() && placed.ambition().equals(placed.today())
                                ? questionnaire.words().stage().thisOne() + " aanhouden"
                                : placed.ambition().map(labels::get).orElse(NOT_ANSWERED));
        return new Strip(labels, index(placed.today()), index(placed.ambition()),
                "Vandaag: %s.".formatted(today) + ambition);
    }

    private static OptionalInt index(Optional<Integer> index) {
        return index.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static Inline row(Map<String, String> cells) {
        List<Inline.Span> spans = new ArrayList<>();
        cells.forEach((column, text) -> {
            spans.add(Inline.Span.muted((spans.isEmpty() ? "" : "\n") + column + ": "));
            spans.add(Inline.Span.strong(text));
        });
        return new Inline(spans);
    }

    private static Inline value(ScanResult.Answered placed, ScanResult.Given given) {
        if (!given.rows().isEmpty()) {
            return Inline.of(Inline.Span.muted(given.rows().size() == 1 ? "1 rij" : given.rows().size() + " rijen"));
        }
        List<Inline.Span> spans = new ArrayList<>();
        spans.add(given.lines().isEmpty() ? Inline.Span.muted(NOT_ANSWERED) : Inline.Span.strong(String.join("\n", given.lines())));
        if (given.isPlacement()) {
            spans.add(Inline.Span.plain("\n" + String.join("\n\n", placed.stageText())));
        }
        return new Inline(spans);
    }
}
