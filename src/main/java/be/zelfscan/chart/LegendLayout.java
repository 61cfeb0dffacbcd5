package be.zelfscan.chart;

import be.zelfscan.chart.TextFitter.Room;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * The legend and the notes under it. The lines about comparison and earlier round come last and their room is kept, so
 * that a chart is as high with them as without.
 */
final class LegendLayout {
    private static final double AFTER_SYMBOL = 4.5;
    private static final double BETWEEN = 14;
    private static final int COMPARISON_LINES = 2;
    static final double EARLIER_INDENT = 11;

    private final ChartDefinition definition;
    private final TextFitter fitter;
    private final Fonts fonts;
    private final List<Item> items = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final double itemsHeight;
    private final double height;

    /** What a mark of the legend shows, with the room it takes in points. */
    enum Symbol {
        TODAY(10), AMBITION(10), HOLD(16), PRIORITY(13), INSPIRING(12), DIFFERS(8), LEVER(8.4), BOTTLENECK(8.4), LETTER(6);

        private final double width;

        Symbol(double width) {
            this.width = width;
        }
    }

    /** A mark with its meaning; {@code letter} is empty but for a category. {@code line} counts from 0. */
    record Item(Symbol symbol, String letter, FittedText label, double x, int line) {
        double centre() {
            return x + symbol.width / 2;
        }

        double textX() {
            return x + symbol.width + AFTER_SYMBOL;
        }
    }

    /** A line under the legend; {@code earlier} for the one that begins with the mark of the earlier round. */
    record Note(String text, boolean earlier) {}

    LegendLayout(ChartDefinition definition, DataChart chart, Fonts fonts) {
        this.definition = definition;
        this.fonts = fonts;
        this.fitter = new TextFitter(fonts);
        if (definition.draws(Layer.LEGEND)) {
            placeItems(chart);
        }
        this.itemsHeight = items.isEmpty() ? 0 : (items.getLast().line() + 1) * definition.sizes().legendLine();
        int reserved = addNotes(chart);
        this.height = itemsHeight + (notes.size() + reserved) * definition.sizes().noteLine();
    }

    private void placeItems(DataChart chart) {
        ChartDefinition.Texts texts = definition.texts();
        add(Symbol.TODAY, "", texts.today(), false);
        if (definition.draws(Layer.AMBITION) && chart.hasAmbitions()) {
            add(Symbol.AMBITION, "", texts.ambition(), false);
            add(Symbol.HOLD, "", texts.hold(), false);
        }
        if (definition.draws(Layer.CLOSING)) {
            add(Symbol.PRIORITY, "", texts.priority(), false);
            add(Symbol.INSPIRING, "", texts.inspiring(), false);
        }
        if (definition.draws(Layer.DIFFERENCES)) {
            add(Symbol.DIFFERS, "", texts.differs(), false);
        }
        if (definition.draws(Layer.CONTEXT) && !chart.categories().isEmpty()) {
            add(Symbol.LEVER, "", texts.lever(), true);
            add(Symbol.BOTTLENECK, "", texts.bottleneck(), false);
            chart.categories().forEach(category -> add(Symbol.LETTER, category.mark(), category.label(), false));
        }
    }

    private void add(Symbol symbol, String letter, String meaning, boolean newLine) {
        double width = definition.sizes().width();
        FittedText label = fitter.fit(meaning, definition.type().legend(), Room.oneLine(width - symbol.width - AFTER_SYMBOL));
        double x = 0;
        int line = 0;
        if (!items.isEmpty()) {
            x = end(items.getLast()) + BETWEEN;
            line = items.getLast().line();
        }
        Item item = new Item(symbol, letter, label, x, line);
        items.add(!items.isEmpty() && (newLine || end(item) > width) ? new Item(symbol, letter, label, 0, line + 1) : item);
    }

    private double end(Item item) {
        return item.textX() + fonts.width(item.label().lines().getFirst(), item.label().font());
    }

    /** @return how many lines are kept free after the notes */
    private int addNotes(DataChart chart) {
        if (definition.draws(Layer.STATEMENT)) {
            addNote(definition.texts().statement());
        }
        if (definition.draws(Layer.IDENTITY)) {
            String number = chart.scanNumber().map(text -> " · " + definition.texts().scanNumber().replace("{number}", text)).orElse("");
            addNote(chart.version() + number);
        }
        if (!definition.draws(Layer.LEGEND)) {
            return 0;
        }
        int room = (definition.draws(Layer.COMPARISON) ? COMPARISON_LINES : 0) + (definition.draws(Layer.EARLIER) ? 1 : 0);
        int before = notes.size();
        if (definition.draws(Layer.COMPARISON)) {
            comparison(chart).ifPresent(this::addNote);
        }
        if (definition.draws(Layer.EARLIER)) {
            chart.earlierRound().ifPresent(this::addEarlier);
        }
        return Math.max(0, room - (notes.size() - before));
    }

    private void addNote(String text) {
        fitter.fit(text, definition.type().note(), new Room(definition.sizes().width(), COMPARISON_LINES, Double.MAX_VALUE)).lines()
                .forEach(line -> notes.add(new Note(line, false)));
    }

    private void addEarlier(String round) {
        String text = definition.texts().earlier().replace("{round}", DutchWords.inSentence(round));
        Room room = Room.oneLine(definition.sizes().width() - EARLIER_INDENT);
        notes.add(new Note(fitter.fit(text, definition.type().note(), room).lines().getFirst(), true));
    }

    private Optional<String> comparison(DataChart chart) {
        IntSummaryStatistics centres = chart.rows().stream().flatMap(row -> row.comparison().stream())
                .mapToInt(DataChart.Comparison::centres)
                .summaryStatistics();
        if (centres.getCount() == 0) {
            return Optional.empty();
        }
        String n = centres.getMin() == centres.getMax() ? "" + centres.getMin() : centres.getMin() + " tot " + centres.getMax();
        String text = definition.texts().comparison().replace("{n}", n);
        return Optional.of(text.replace("{group}", chart.comparisonGroup().orElse("")).replace(" ()", ""));
    }

    List<Item> items() {
        return items;
    }

    List<Note> notes() {
        return notes;
    }

    double itemsHeight() {
        return itemsHeight;
    }

    double height() {
        return height;
    }
}
