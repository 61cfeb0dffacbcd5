package be.zelfscan.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.AbstractBlock;
import org.jfree.chart.block.Block;
import org.jfree.chart.block.BlockContainer;
import org.jfree.chart.block.BorderArrangement;
import org.jfree.chart.block.ColumnArrangement;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.block.LabelBlock;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/** A legend whose marks are those of the chart itself, which a shape alone cannot show: a ring round a dot, a cell with its letter. */
final class Legend extends LegendTitle {
    private static final long serialVersionUID = 1L;
    private static final int BETWEEN = 13;
    private static final double AFTER_MARK = 4.5;

    private final transient Look look;
    private final transient List<Key> keys;

    /**
     * A mark with its meaning.
     *
     * @param width room for the mark, in points
     */
    record Key(double width, Mark mark, String meaning) {}

    Legend(Look look, List<Key> keys) {
        super(() -> items(keys), new FlowArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, BETWEEN, 0),
                new ColumnArrangement());
        this.look = look;
        this.keys = List.copyOf(keys);
        setPosition(RectangleEdge.BOTTOM);
        setHorizontalAlignment(HorizontalAlignment.LEFT);
        setPadding(RectangleInsets.ZERO_INSETS);
    }

    private static LegendItemCollection items(List<Key> keys) {
        LegendItemCollection items = new LegendItemCollection();
        for (int index = 0; index < keys.size(); index++) {
            LegendItem item = new LegendItem(keys.get(index).meaning());
            item.setSeriesIndex(index);
            items.add(item);
        }
        return items;
    }

    @Override
    protected Block createLegendItemBlock(LegendItem item) {
        Key key = keys.get(item.getSeriesIndex());
        BlockContainer block = new BlockContainer(new BorderArrangement());
        block.add(new MarkBlock(key), RectangleEdge.LEFT);
        LabelBlock label = new LabelBlock(item.getLabel(), look.font(look.type().legend()), look.ink());
        label.setPadding(0, AFTER_MARK, 0, 0);
        block.add(label);
        return block;
    }

    /** Draws a mark in the middle of its room. */
    private final class MarkBlock extends AbstractBlock implements Block {
        private static final long serialVersionUID = 1L;
        private final transient Key key;

        MarkBlock(Key key) {
            this.key = key;
            setWidth(key.width());
            setHeight(look.sizes().legendLine());
        }

        @Override
        public void draw(Graphics2D canvas, Rectangle2D area) {
            key.mark().paint(look.pen(canvas), area.getCenterX(), area.getCenterY());
        }

        @Override
        public Object draw(Graphics2D canvas, Rectangle2D area, Object parameters) {
            draw(canvas, area);
            return null;
        }
    }
}
