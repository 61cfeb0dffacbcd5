package be.zelfscan.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of plain text, or a web address in it. */
public record TextRun(String text, boolean link) {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

    static List<TextRun> of(String text) {
        List<TextRun> runs = new ArrayList<>();
        int done = 0;
        Matcher links = LINK.matcher(text);
        while (links.find()) {
            plain(runs, text.substring(done, links.start()));
            runs.add(new TextRun(links.group(), true));
            done = links.end();
        }
        plain(runs, text.substring(done));
        return runs;
    }

    private static void plain(List<TextRun> runs, String text) {
        if (!text.isEmpty()) {
            runs.add(new TextRun(text, false));
        }
    }
}
