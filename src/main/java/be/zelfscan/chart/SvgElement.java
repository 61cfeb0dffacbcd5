package be.zelfscan.chart;

import be.zelfscan.chart.Fonts.Typeface;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.svg.SVGGraphics2D;

/**
 * What a canvas wrote, as an element for a page.
 *
 * @param kind its class
 * @param families families of type, the first that is there counts
 */
record SvgElement(String kind, String id, List<String> families, String title, String description) {
    private static final Pattern ROOT = Pattern.compile("^<svg[^>]*>(<defs>.*?</defs>)?", Pattern.DOTALL);
    private static final Pattern CLIP = Pattern.compile(" clip-path='[^']*'");
    private static final Pattern STYLE = Pattern.compile(" style='([^']*)'");
    private static final Pattern FALLBACK_SIZE = Pattern.compile("(font-size: [0-9.]+); font-size: [^;]*");
    private static final Pattern UNROUNDED = Pattern.compile("[0-9]+\\.[0-9]{3,}");
    private static final Pattern OPAQUE = Pattern.compile(" (?:fill|stroke)-opacity=\"1(?:\\.0)?\"");

    SvgElement {
        if (!id.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("An id needs letters, digits and hyphens, not " + id);
        }
    }

    /**
     * @param drawing draws, and returns where the rows stand
     * @param sentences of the rows
     */
    String render(double width, double height, Function<SVGGraphics2D, List<Rectangle2D>> drawing, List<String> sentences) {
        SVGGraphics2D canvas = new SVGGraphics2D(width, height);
        canvas.setGeomDoubleConverter(SvgElement::number);
        canvas.setTransformDoubleConverter(SvgElement::number);
        canvas.setFontFunction(family -> type(canvas.getFont()));
        List<Rectangle2D> rows = drawing.apply(canvas);
        String tips = IntStream.range(0, rows.size()).mapToObj(row -> tip(rows.get(row), sentences.get(row))).collect(Collectors.joining());
        return """
                <svg xmlns="http://www.w3.org/2000/svg" class="%s" viewBox="0 0 %s %s" width="100%%" role="img" lang="nl" font-family="%s" \
                aria-labelledby="%s-title" aria-describedby="%s-desc">\
                <title id="%s-title">%s</title><desc id="%s-desc">%s</desc>%s
                """
                .formatted(kind, number(width), number(height), String.join(", ", families), id, id, id, escape(title), id,
                        escape(description), content(canvas).replaceFirst("</svg>\\s*$", Matcher.quoteReplacement(tips + "</svg>")))
                .strip();
    }

    /** What is said of a row where a pointer rests on it. */
    private String tip(Rectangle2D row, String sentence) {
        return "<g class=\"%s-rij\"><title>%s</title><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill-opacity=\"0\"/></g>".formatted(
                kind,
                escape(sentence), number(row.getX()), number(row.getY()), number(row.getWidth()), number(row.getHeight()));
    }

    /** Weight and exact size, which the canvas does not write itself; the family stands on the root. */
    private static String type(Font font) {
        Typeface typeface = Typeface.of(font).orElse(Typeface.REGULAR);
        return "inherit; font-weight: %d; font-size: %s".formatted(typeface.weight(), number(font.getSize2D()));
    }

    /** What is inside the root element, with its styles as attributes and without the clip to its own edge. */
    private static String content(SVGGraphics2D canvas) {
        String inner = ROOT.matcher(canvas.getSVGElement()).replaceFirst("");
        String styled = STYLE.matcher(CLIP.matcher(inner).replaceAll("")).replaceAll(SvgElement::attributes);
        return xmlCharacters(OPAQUE.matcher(styled).replaceAll(""));
    }

    private static String attributes(MatchResult style) {
        String declarations = FALLBACK_SIZE.matcher(style.group(1)).replaceAll("$1");
        return Matcher.quoteReplacement(Stream.of(declarations.split(";")).map(String::strip)
                .filter(part -> !part.isEmpty() && !part.startsWith("font-family")).map(SvgElement::attribute)
                .collect(Collectors.joining()));
    }

    private static String attribute(String declaration) {
        int colon = declaration.indexOf(':');
        String value = declaration.substring(colon + 1).strip();
        boolean unrounded = UNROUNDED.matcher(value).matches();
        return " %s=\"%s\"".formatted(declaration.substring(0, colon).strip(), unrounded ? number(Double.parseDouble(value)) : value);
    }

    private static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String escape(String text) {
        return xmlCharacters(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /** XML has no place for most control characters and for halves of a surrogate pair. */
    private static String xmlCharacters(String text) {
        return text.codePoints().filter(c -> c == '\t' || c == '\n' || c >= ' ' && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

}
