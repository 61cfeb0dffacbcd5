package be.zelfscan.chart;

import be.zelfscan.chart.ChartStyle.Palette;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;

/** What every part of a chart draws with. */
record Look(ChartStyle style, Fonts fonts) {
    /** The same on a sheet of at most this height, in points. */
    Look within(double height) {
        return on(style.sheet().within(height));
    }

    /** The same on another sheet. */
    Look on(ChartStyle.Sheet sheet) {
        return new Look(new ChartStyle(sheet, style.palette(), style.families(), style.type()), fonts);
    }

    Pen pen(Graphics2D canvas) {
        return new Pen(canvas, this);
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

    ChartStyle.Sheet sheet() {
        return style.sheet();
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
