package be.zelfscan.report;

import be.zelfscan.chart.DataChart.Layer;
import be.zelfscan.chart.DataChart;
import be.zelfscan.chart.DataChartDrawing;
import be.zelfscan.chart.DataChartText;
import be.zelfscan.comparison.CentreComparison;
import be.zelfscan.question.Answer;
import be.zelfscan.question.Part;
import be.zelfscan.question.Question;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Use;
import be.zelfscan.question.Word;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.report.pdf.Block.Definition;
import be.zelfscan.report.pdf.Block.Inline;
import be.zelfscan.report.pdf.Block.Items.Marker;
import be.zelfscan.report.pdf.Block.Masthead;
import be.zelfscan.report.pdf.Block.Paragraph.Style;
import be.zelfscan.report.pdf.Block.Strip;
import be.zelfscan.report.pdf.Block.Table;
import be.zelfscan.report.pdf.PdfFile.Margins;
import be.zelfscan.report.pdf.PdfFile.Metadata;
import be.zelfscan.report.pdf.PdfFile;
import be.zelfscan.report.pdf.ReportFonts;
import be.zelfscan.report.pdf.TaggedPdf;
import be.zelfscan.team.Help;
import be.zelfscan.team.TeamResult;
import be.zelfscan.text.BelgianDutch;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The report of a centre as PDF: the datagrafiek on page 1 where there is one, everything at a glance, then every section with every answer
 * and note in full, and the prompts for the conversation. Equal input gives equal bytes. Thread-safe; {@link ReportRoom} bounds how many
 * are made at once.
 */
@Singleton
public class CentreReport {
    /** What the first page has room for beneath the longest masthead and above the disclaimer, in points. */
    private static final double MOST_HEIGHT = 640;
    /** What of that is for the first agreements. It is kept where there are none, so that a chart is as large with them as without. */
    private static final double AGREEMENTS = 70;
    private static final double LINE = 20;
    private static final String NONE = "–";
    private static final String NOT_ANSWERED = "niet ingevuld";

    private final DataChartDrawing drawing;
    private final DataChartDrawing comparing;
    private final DataChartText words;
    private final ReportCharts charts;
    private final ReportFonts fonts;

    /** The head of the page, the footer and the line beneath say what the chart then does not need to say. */
    CentreReport(DataChartDrawing drawing, DataChartText words, ReportCharts charts, ReportFonts fonts) {
        this.comparing = drawing.without(Layer.HEADER).without(Layer.STATEMENT).without(Layer.IDENTITY);
        this.drawing = comparing.without(Layer.COMPARISON).without(Layer.EARLIER);
        this.words = words;
        this.charts = charts;
        this.fonts = fonts;
    }

    /**
     * For whoever may read what the centre sent: without what its team made of it.
     *
     * @throws IllegalStateException when there would be nothing in it
     */
    public byte[] pdf(ScanResult result) {
        return pdf(result, TeamResult.NONE);
    }

    /** The same for the centre itself. */
    byte[] pdf(ScanResult result, TeamResult team) {
        return PdfFile.of(metadata(result), margins(result), fonts, pdf -> write(pdf, result, Optional.empty(), team));
    }

    /** What goes on the table: the datagrafiek, where there is one, and beside it one page with what the team made of it. */
    byte[] conversation(ScanResult result, TeamResult team) {
        Metadata own = metadata(result);
        Metadata metadata = new Metadata(TeamPages.TITLE + ". " + own.title(), own.author(), own.subject(), own.language(), own.created(),
                own.identity() + ", conversation");
        return PdfFile.of(metadata, margins(result), fonts, pdf -> {
            TeamPages pages = new TeamPages(team, result.questionnaire().words());
            result.chart().ifPresentOrElse(chart -> firstPage(pdf, result, chart, Optional.empty(), pages),
                    () -> masthead(pdf, result, result.questionnaire().title()));
            pages.conversation(pdf);
        });
    }

    /**
     * The same with what the centre is compared by in a closed round.
     *
     * @param result of the snapshot that counts
     */
    byte[] pdf(ScanResult result, CentreComparison.Compared compared, TeamResult team) {
        Metadata own = metadata(result);
        Metadata metadata = new Metadata(own.title() + ", met vergelijking", own.author(), own.subject(), own.language(),
                compared.round().frozenAt().orElseThrow(), own.identity() + ", compared");
        ScanResult beside = result.with(CentreComparisonPages.chart(result.chart().orElseThrow(), compared));
        return PdfFile.of(metadata, margins(result), fonts, pdf -> write(pdf, beside, Optional.of(compared), team));
    }

    private static Metadata metadata(ScanResult result) {
        var sent = result.sent();
        return new Metadata("Zelfscan van %s – %s".formatted(sent.centreName(), sent.roundTitle()), sent.centreName(), result.version(),
                result.questionnaire().language(), sent.sentAt(),
                "sent scan " + sent.id());
    }

    private static Margins margins(ScanResult result) {
        var sent = result.sent();
        return new Margins("%s · zelfscan nr. %d".formatted(result.version(), sent.number()),
                sent.centreName() + " · " + sent.roundTitle(),
                "verzonden " + BelgianDutch.date(sent.sentAt()));
    }

    private void write(TaggedPdf pdf, ScanResult result, Optional<CentreComparison.Compared> compared, TeamResult team) {
        TeamPages pages = new TeamPages(team, result.questionnaire().words());
        result.chart().ifPresentOrElse(chart -> {
            firstPage(pdf, result, chart, compared, pages);
            pages.conversation(pdf);
            pages.became(pdf);
            compared.ifPresent(one -> new CentreComparisonPages(charts, one).write(pdf));
            glance(pdf, result, chart);
            sections(pdf, result, team);
        }, () -> {
            masthead(pdf, result, "Alle antwoorden");
            origin(pdf, result);
            pdf.paragraph(Style.SMALL, result.questionnaire().disclaimer());
            pages.conversation(pdf);
            pages.became(pdf);
            sections(pdf, result, team);
        });
        PreparationPack.conversation(pdf, result.questionnaire());
        pages.spreads(pdf, result.questionnaire());
    }

    private static void masthead(TaggedPdf pdf, ScanResult result, String title) {
        var sent = result.sent();
        pdf.masthead(new Masthead(title, result.questionnaire().title(), sent.centreName(),
                sent.roundTitle() + " · verzonden " + BelgianDutch.date(sent.sentAt())));
    }

    private void firstPage(TaggedPdf pdf, ScanResult result, DataChart chart, Optional<CentreComparison.Compared> compared,
            TeamPages pages) {
        DataChartDrawing shown = compared.isPresent() ? comparing : drawing;
        masthead(pdf, result, "Datagrafiek");
        boolean hidden = compared.filter(one -> one.net().figures().isEmpty()).isPresent();
        double room = MOST_HEIGHT - (hidden ? LINE : 0);
        boolean small = shown.pages(chart, room - AGREEMENTS, MOST_HEIGHT).size() == 1;
        ReportCharts.figure(pdf, shown, words, chart, 2, small ? room - AGREEMENTS : room);
        compared.filter(one -> one.net().figures().isEmpty()).ifPresent(one -> pdf.paragraph(Style.SMALL,
                "Vergelijking met het hele net: " + CentreComparisonPages.tooFew(one.round()) + "."));
        pages.foot(pdf);
        pdf.paragraph(Style.SMALL, result.questionnaire().disclaimer());
    }

    /**
     * "In één oogopslag": the answers to the closing questions, what returns among levers and bottlenecks, and the data of the chart as a
     * table.
     */
    private void glance(TaggedPdf pdf, ScanResult result, DataChart chart) {
        pdf.chapter("In één oogopslag");
        origin(pdf, result);
        result.closing().ifPresent(closing -> closing(pdf, result, closing));
        returning(pdf, chart, result.questionnaire().words());
        data(pdf, chart);
    }

    /** Who answered, and when. */
    private static void origin(TaggedPdf pdf, ScanResult result) {
        pdf.paragraph(Style.SMALL,
                "Ingevuld door %s, verzonden op %s door %s.".formatted(result.sent().centreName(), result.sentAt(),
                        result.sent().sentBy()));
        if (!result.sent().erasure().isEmpty()) {
            pdf.paragraph(Style.SMALL, result.sent().erasure());
        }
    }

    private static void closing(TaggedPdf pdf, ScanResult result, ScanResult.Answered closing) {
        pdf.heading(2, closing.section().title());
        for (ScanResult.Given given : closing.answers()) {
            pdf.heading(3, given.question().shortLabel());
            pdf.keepWithNext().paragraph(Style.SMALL, given.question().label());
            answer(pdf, result, closing.section().id(), given);
            pdf.note(given.question().note(), given.note());
        }
    }

    private static void answer(TaggedPdf pdf, ScanResult result, String section, ScanResult.Given given) {
        Question question = given.question();
        Optional<Answer> answer = result.sent().answers().at(section, question.id()).answer();
        if (answer.isEmpty()) {
            pdf.paragraph(NOT_ANSWERED);
            return;
        }
        List<Part> parts = question.parts(answer.get(), result.questionnaire());
        boolean picked = question.type().nothing(question)
                .flatMap(nothing -> parts.stream().map(Part::code).filter(nothing::equals).findFirst())
                .isEmpty();
        if (answer.get() instanceof Answer.NotDiscussed) {
            pdf.list(Marker.BULLET, given.lines().stream().map(Inline::of).toList());
        } else if (question.isFor(Use.PRIORITY)) {
            pdf.list(Marker.PICKED_NUMBER, titles(parts));
        } else if (question.isFor(Use.INSPIRING_PRACTICE) && picked) {
            pdf.list(Marker.PICKED_STAR, titles(parts));
        } else {
            pdf.list(Marker.BULLET, given.lines().stream().map(Inline::of).toList());
        }
    }

    private static List<Inline> titles(List<Part> parts) {
        return parts.stream().map(part -> Inline.of(Inline.Span.strong(part.label()))).toList();
    }

    private static void returning(TaggedPdf pdf, DataChart chart, Words words) {
        if (chart.categories().isEmpty()) {
            return;
        }
        pdf.heading(2, words.helpAndHinder() + " per categorie");
        List<Table.Row> rows = new ArrayList<>();
        for (DataChart.Category category : chart.categories()) {
            rows.add(Table.Cells.of(BelgianDutch.capital(category.label()), blocks(chart, category, DataChart.Row::levers),
                    blocks(chart, category, DataChart.Row::bottlenecks)));
        }
        pdf.table(
                new Table(List.of(Table.Column.of("Gelinkt aan", 2), Table.Column.of(words.lever().title() + " bij", 3),
                        Table.Column.of(words.bottleneck().title() + " bij", 3)),
                        true, rows));
    }

    private static String blocks(DataChart chart, DataChart.Category category, Function<DataChart.Row, Set<String>> marked) {
        List<String> titles = chart.rows().stream().filter(row -> marked.apply(row).contains(category.id())).map(DataChart.Row::title)
                .toList();
        return titles.isEmpty() ? NONE : String.join("\n", titles);
    }

    private void data(TaggedPdf pdf, DataChart chart) {
        pdf.together(page -> {
            page.heading(2, "De datagrafiek als tabel");
            ReportCharts.table(page, words.table(chart));
        });
        words.comparisonTable(chart).ifPresent(table -> pdf.together(page -> {
            page.heading(2, "De vergelijkingsgroep als tabel");
            ReportCharts.table(page, table);
        }));
    }

    /** Section by section: the chosen stage with its whole text, and every answer with its note in full. */
    private static void sections(TaggedPdf pdf, ScanResult result, TeamResult team) {
        Word block = result.questionnaire().words().block();
        pdf.chapter(block.title() + " per " + block.one());
        if (result.questionnaire().isScaled()) {
            questions(pdf, result.questionnaire());
        }
        for (ScanResult.Group group : result.groups()) {
            pdf.heading(2, group.title());
            group.sections().forEach(section -> pdf.together(page -> section(page, result, section, team)));
        }
        if (!result.questionnaire().isScaled()) { // else they stand at a glance
            result.closing().ifPresent(closing -> pdf.together(page -> section(page, result, closing, team)));
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

    private static void section(TaggedPdf pdf, ScanResult result, ScanResult.Answered placed, TeamResult team) {
        Questionnaire questionnaire = result.questionnaire();
        String title = placed.number() + ". " + placed.section().title();
        pdf.heading(3, title);
        marks(questionnaire, placed).ifPresent(marks -> pdf.paragraph(Style.BODY, marks));
        if (placed.row().isPresent()) {
            pdf.strip(strip(questionnaire, placed));
        }
        List<Definition> definitions = new ArrayList<>();
        for (ScanResult.Given given : placed.answers()) {
            definitions.add(new Definition(given.question().shortLabel(), value(result, placed, given), given.note()));
            given.rows().forEach((row, cells) -> definitions.add(Definition.of(row, row(cells))));
        }
        team.dissenting(placed.section().id()).forEach(one -> definitions.add(
                new Definition("Minderheidsstandpunt", Inline.of(Inline.Span.muted("volgens " + one.heldBy())), one.view())));
        help(result, placed).ifPresent(definitions::add);
        pdf.definitions(title + " (vervolg)", definitions);
    }

    /** What helps on the way that the centre chose, with its links in full, since nobody clicks on paper. */
    private static Optional<Definition> help(ScanResult result, ScanResult.Answered placed) {
        List<Inline.Span> spans = new ArrayList<>();
        result.help(placed).onTheWay().forEach(one -> {
            spans.add(Inline.Span.strong((spans.isEmpty() ? "" : "\n\n") + one.title()));
            spans.add(Inline.Span.muted(" – " + one.about(result.questionnaire().stages())));
            Stream.of(one.text(), one.link()).filter(text -> !text.isEmpty()).forEach(text -> spans.add(Inline.Span.plain("\n" + text)));
        });
        return spans.isEmpty() ? Optional.empty() : Optional.of(Definition.of("Hulp onderweg", new Inline(spans)));
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

    /** What was chosen stands out; what was written is read as running text. */
    private static Inline value(ScanResult result, ScanResult.Answered placed, ScanResult.Given given) {
        if (!given.rows().isEmpty()) {
            return Inline.of(Inline.Span.muted(given.rows().size() == 1 ? "1 rij" : given.rows().size() + " rijen"));
        }
        List<Inline.Span> spans = new ArrayList<>();
        if (given.lines().isEmpty()) {
            spans.add(Inline.Span.muted(NOT_ANSWERED));
        } else {
            boolean written = result.sent().answers().at(placed.section().id(), given.question().id()).answer()
                    .filter(Answer.Written.class::isInstance).isPresent();
            String lines = String.join("\n", given.lines());
            spans.add(written ? Inline.Span.plain(lines) : Inline.Span.strong(lines));
        }
        if (given.isPlacement()) {
            spans.add(Inline.Span.plain("\n" + String.join("\n\n", placed.stageText())));
        }
        return new Inline(spans);
    }
}
