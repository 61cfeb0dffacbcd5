package be.zelfscan.report.pdf;

import java.awt.Color;

/** The colours of a report. Nothing here means good or bad; {@link #PICKED} is only for what a centre itself chose. */
public final class Ink {
    public static final Color TEXT = new Color(0x12222e);
    public static final Color MUTED = new Color(0x5a6b78);
    public static final Color DEEP = new Color(0x0b3a5b);
    public static final Color HAIRLINE = new Color(0xc9d8df);
    public static final Color WASH = new Color(0xeef4f7);
    public static final Color PICKED = new Color(0xb4540a);
    public static final Color PAPER = Color.WHITE;

    private Ink() {}

    /** Text colour that stays readable on a filled ground. */
    static Color on(Color ground) {
        return contrast(TEXT, ground) >= contrast(PAPER, ground) ? TEXT : PAPER;
    }

    /** Contrast ratio as WCAG 2 defines it, from 1 to 21. */
    static double contrast(Color one, Color other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
