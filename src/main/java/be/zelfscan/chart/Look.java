package be.zelfscan.chart;

import be.zelfscan.chart.ChartStyle.Palette;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;

/** What every part of a chart draws with. */
record Look(ChartStyle style, Fonts fonts) {
    /** The same, a chart at most so high, in points. */
    Look within(double height) {
        return with(style.sizes().within(height));
    }

    /** The same with other sizes. */
    Look with(ChartStyle.Sizes sizes) {
        return new Look(new ChartStyle(sizes, style.palette(), style.families(), style.type()), fonts);
    }

    ChartPen pen(Graphics2D canvas) {
        return new ChartPen(canvas, this);
    }

    TextFitter fitter() {
        return new TextFitter(fonts);
    }

    Font font(ChartStyle.Face face) {
        return fonts.font(face.typeface(), face.size());
    }

    ChartStyle.Type type() {
        return style.type();
    }

    ChartStyle.Sizes sizes() {
        return style.sizes();
    }

    Color ink() {
        return Palette.color(style.palette().ink());
    }

    Color muted() {
        return Palette.color(style.palette().muted());
    }

    Color hairline() {
        return Palette.color(style.palette().hairline());
    }

    Color paper() {
        return Palette.color(style.palette().paper());
    }

    Color darkest() {
        return Palette.color(style.palette().ramp().getLast());
    }
}
