package be.zelfscan.chart;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a datagrafiek looks, as {@code charts/datagrafiek.json} says. The sizes hold for every centre, which makes two charts comparable. Immutable.
 *
 * @param layers what is drawn
 */
@Serdeable
public record ChartDefinition(String id, Sizes sizes, Palette palette, Type type, Set<Layer> layers, Texts texts) {

    public ChartDefinition {
        layers = layers == null ? null : Set.copyOf(layers);
    }

    /** Whether a layer is drawn. */
    public boolean draws(Layer layer) {
        return layers.contains(layer);
    }

    /** The same without a layer; rows and columns keep their size and their distances. */
    public ChartDefinition without(Layer layer) {
        Set<Layer> rest = new TreeSet<>(layers);
        rest.remove(layer);
        return new ChartDefinition(id, sizes, palette, type, rest, texts);
    }

    /**
     * Sizes in points (1/72 inch).
     *
     * @param maxHeight height that the chart with its header may take; rows shrink to stay within it, down to {@code smallestRow}
     * @param closingColumn room for star and priority between title and strip
     * @param contextColumn room for the marks of levers and bottlenecks, right of the strip; nothing when there are no categories
     * @param columnHead thickness of the tinted bar under the name of a stage
     * @param dot radius of the dots
     * @param ring radius of the ring for "hold"
     */
    @Serdeable
    public record Sizes(
            double width,
            double maxHeight,
            double header,
            double titleColumn,
            double closingColumn,
            double contextColumn,
            double contextGap,
            double contextPitch,
            double columnHead,
            double cellGap,
            double cellCorner,
            double row,
            double rowGap,
            double smallestRow,
            double clusterGap,
            double clusterHeading,
            double dot,
            double ring,
            double line,
            double hairline,
            double legendGap,
            double legendLine,
            double noteLine) {}

    /**
     * The type of each kind of text.
     *
     * @param families for style sheets, the bundled one first and a generic one last
     */
    @Serdeable
    public record Type(
            List<String> families,
            Style heading,
            Style instrument,
            Style centre,
            Style round,
            Style stage,
            Style cycle,
            Style context,
            Style contextMark,
            Style cluster,
            Style block,
            Style share,
            Style priority,
            Style notAnswered,
            Style legend,
            Style note) {

        public Type {
            families = families == null ? null : List.copyOf(families);
        }
    }

    /**
     * A weight and a size.
     *
     * @param weight 400, 500, 600 or 700
     * @param size in points
     */
    @Serdeable
    public record Style(int weight, double size) {
        Typeface typeface() {
            return switch (weight) {
                case 500 -> Typeface.MEDIUM;
                case 600 -> Typeface.SEMIBOLD;
                case 700 -> Typeface.BOLD;
                default -> Typeface.REGULAR;
            };
        }
    }

    /** What is written in the chart, in Dutch; a part in braces stands for a value. */
    @Serdeable
    public record Texts(
            String heading,
            String sent,
            String notSent,
            String levers,
            String bottlenecks,
            String notAnswered,
            String today,
            String ambition,
            String hold,
            String priority,
            String inspiring,
            String differs,
            String lever,
            String bottleneck,
            String statement,
            String scanNumber,
            String comparison,
            String earlier) {}
}
