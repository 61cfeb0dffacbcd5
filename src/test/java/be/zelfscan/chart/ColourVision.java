package be.zelfscan.chart;

import java.awt.Color;

/**
 * How a colour looks to different eyes and in grey (Machado, Oliveira and Fernandes 2009, complete deficiency), and how far two are apart
 * (CIEDE2000).
 */
enum ColourVision {
    FULL(1, 0, 0, 0, 1, 0, 0, 0, 1), PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
            1.051998), DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881), TRITANOPIA(
                    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
                    0.303900), GREY(0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722);

    private final double[] matrix;

    ColourVision(double... matrix) {
        this.matrix = matrix;
    }

    double distance(Color one, Color other) {
        return ciede2000(lab(one), lab(other));
    }

    static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color colour) {
        double[] rgb = linear(colour);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double[] linear(Color colour) {
        return new double[]{linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private double[] lab(Color colour) {
        double[] in = linear(colour);
        double[] seen = new double[3];
        for (int row = 0; row < 3; row++) {
            double sum = matrix[3 * row] * in[0] + matrix[3 * row + 1] * in[1] + matrix[3 * row + 2] * in[2];
            seen[row] = Math.clamp(sum, 0, 1);
        }
        double x = f((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047);
        double y = f(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
        double z = f((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883);
        return new double[]{116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }

    static double ciede2000(double[] one, double[] other) {
        double meanChroma = (Math.hypot(one[1], one[2]) + Math.hypot(other[1], other[2])) / 2;
        double g = 0.5 * (1 - Math.sqrt(Math.pow(meanChroma, 7) / (Math.pow(meanChroma, 7) + Math.pow(25, 7))));
        double chroma1 = Math.hypot(one[1] * (1 + g), one[2]);
        double chroma2 = Math.hypot(other[1] * (1 + g), other[2]);
        double hue1 = hue(one[1] * (1 + g), one[2]);
        double hue2 = hue(other[1] * (1 + g), other[2]);
        double turn = chroma1 * chroma2 == 0 ? 0 : Math.IEEEremainder(hue2 - hue1, 360);
        double deltaL = other[0] - one[0];
        double deltaC = chroma2 - chroma1;
        double deltaH = 2 * Math.sqrt(chroma1 * chroma2) * Math.sin(Math.toRadians(turn / 2));
        double meanL = (one[0] + other[0]) / 2;
        double meanC = (chroma1 + chroma2) / 2;
        double meanH = chroma1 * chroma2 == 0 ? hue1 + hue2 : hue1 + turn / 2;
        double t = 1 - 0.17 * cos(meanH - 30) + 0.24 * cos(2 * meanH) + 0.32 * cos(3 * meanH + 6) - 0.20 * cos(4 * meanH - 63);
        double l = deltaL / (1 + 0.015 * Math.pow(meanL - 50, 2) / Math.sqrt(20 + Math.pow(meanL - 50, 2)));
        double c = deltaC / (1 + 0.045 * meanC);
        double h = deltaH / (1 + 0.015 * meanC * t);
        double rotation = 30 * Math.exp(-Math.pow((meanH - 275) / 25, 2));
        double rc = 2 * Math.sqrt(Math.pow(meanC, 7) / (Math.pow(meanC, 7) + Math.pow(25, 7)));
        return Math.sqrt(l * l + c * c + h * h - Math.sin(Math.toRadians(2 * rotation)) * rc * c * h);
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
