package be.zelfscan.chart;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/**
 * Breaks texts into lines, and makes the type smaller where they would not fit otherwise.
 *
 * <p>A chart is not a document: here a text of one face keeps to a fixed room, and is balanced, made smaller or cut; there ({@code
 * report/pdf/LineBreaker}) it is read on in full over as many lines and pages as it takes.
 */
final class TextFitter {
    private static final double LEADING = 1.18;
    /** What can be read on paper, in points. */
    static final double SMALLEST = 7.5;
    static final String SMALLEST_TEXT = "7.5";
    private static final double STEP = 0.2;
    private static final double BALANCE_STEP = 4;
    private static final String ELLIPSIS = "…";

    private final Fonts fonts;

    TextFitter(Fonts fonts) {
        this.fonts = fonts;
    }

    /** The room for a text: width in points, lines, height in points. */
    record Room(double width, int lines, double height) {
        static Room oneLine(double width) {
            return new Room(width, 1, Double.MAX_VALUE);
        }
    }

    FittedText fit(String text, ChartStyle.Face style, Room room) {
        return fitAll(List.of(text), style, room).getFirst();
    }

    /** Whether all texts can be read without being cut. */
    boolean fits(List<String> texts, ChartStyle.Face style, Room room) {
        Font smallest = fonts.font(style.typeface(), Math.min(SMALLEST, style.size()));
        return texts.stream().allMatch(text -> fits(text, smallest, room));
    }

    /**
     * All texts at one size: the size of the style, or the largest below it at which every text fits. What does not fit at the smallest is
     * cut.
     */
    List<FittedText> fitAll(List<String> texts, ChartStyle.Face style, Room room) {
        for (double size = style.size(); size > SMALLEST; size -= STEP) {
            Font font = fonts.font(style.typeface(), size);
            if (texts.stream().allMatch(text -> fits(text, font, room))) {
                return texts.stream().map(text -> new FittedText(balanced(text, font, room.width()), font, leading(font))).toList();
            }
        }
        Font smallest = fonts.font(style.typeface(), Math.min(SMALLEST, style.size()));
        return texts.stream().map(text -> cut(text, smallest, room)).toList();
    }

    private boolean fits(String text, Font font, Room room) {
        boolean wordsFit = words(text).stream().allMatch(word -> fonts.width(word, font) <= room.width());
        return wordsFit && wrap(text, font, room.width()).size() <= linesIn(room, font);
    }

    private FittedText cut(String text, Font font, Room room) {
        List<String> lines = wrap(text, font, room.width());
        int most = linesIn(room, font);
        if (lines.size() > most) {
            List<String> kept = new ArrayList<>(lines.subList(0, most));
            String last = kept.removeLast();
            while (!last.isEmpty() && fonts.width(last + ELLIPSIS, font) > room.width()) {
                last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
            }
            kept.add(last.stripTrailing() + ELLIPSIS);
            lines = kept;
        }
        return new FittedText(lines, font, leading(font));
    }

    /** As few lines as fit, and these as equal in length as they can be. */
    private List<String> balanced(String text, Font font, double width) {
        List<String> best = wrap(text, font, width);
        double widest = words(text).stream().mapToDouble(word -> fonts.width(word, font)).max().orElse(0);
        for (double narrower = width - BALANCE_STEP; best.size() > 1 && narrower >= widest; narrower -= BALANCE_STEP) {
            List<String> lines = wrap(text, font, narrower);
            if (lines.size() > best.size()) {
                break;
            }
            best = lines;
        }
        return best;
    }

    private static int linesIn(Room room, Font font) {
        return (int) Math.max(1, Math.min(room.lines(), room.height() / leading(font)));
    }

    private static double leading(Font font) {
        return font.getSize2D() * LEADING;
    }

    private List<String> wrap(String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words(text)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (fonts.width(longer, font) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (fonts.width(line, font) > width && line.length() > 1) {
                int end = longestPrefix(line, font, width);
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
        }
        lines.add(line);
        return lines;
    }

    private int longestPrefix(String word, Font font, double width) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (fonts.width(word.substring(0, next), font) > width) {
                return end;
            }
            end = next;
        }
        return end;
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /**
     * A text broken into lines that fit.
     *
     * @param leading distance between two baselines, in points
     */
    record FittedText(List<String> lines, Font font, double leading) {
        private static final double CAPITALS = 0.727;

        /** Height from the top of the capitals of the first line to the last baseline. */
        double height() {
            return capitals() + (lines.size() - 1) * leading;
        }

        double capitals() {
            return font.getSize2D() * CAPITALS;
        }
    }
}
