package be.zelfscan.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.Size2D;

/** A title block as wide as its chart and of a height that is known before it is drawn, so that two charts have the same places. */
final class PaintedTitle extends Title {
    private static final long serialVersionUID = 1L;

    private final transient Look look;
    private final transient Content content;
    private final double height;

    /** What a block shows. */
    interface Content {
        void paint(Pen pen, Rectangle2D area);
    }

    PaintedTitle(Look look, RectangleEdge edge, double height, Content content) {
        this.look = look;
        this.content = content;
        this.height = height;
        setPosition(edge);
    }

    @Override
    public Size2D arrange(Graphics2D canvas, RectangleConstraint constraint) {
        return new Size2D(constraint.getWidth(), height);
    }

    @Override
    public void draw(Graphics2D canvas, Rectangle2D area) {
        content.paint(look.pen(canvas), area);
    }

    @Override
    public Object draw(Graphics2D canvas, Rectangle2D area, Object parameters) {
        draw(canvas, area);
        return null;
    }
}
