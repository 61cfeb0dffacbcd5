package be.zelfscan.chart;

import be.zelfscan.chart.TextFitter.Room;
import java.util.ArrayList;
import java.util.List;

/** Where the rows of a chart of many centres stand, in points from the top left; it follows from the definition and the instrument. */
final class SheetLayout {
    /** Room above the first line for its accents and dots, where no header stands above it. */
    static final double HEADROOM = 5;
    private static final double FIRST_CLUSTER_GAP = 0.6;
    private static final double TITLE_MARGIN = 8;
    private static final double TITLE_HEIGHT = 0.98;
    private static final int TITLE_LINES = 3;

    private final Sheet sheet;
    private final double top;
    private final double headsBottom;
    private final double rowHeight;
    private final Keys keys;
    private final List<Heading> headings = new ArrayList<>();
    private final List<RowPlace> rows = new ArrayList<>();
    private final double height;

    /** A cluster: its title and those of its rows. */
    record Group(String title, List<String> rows) {}

    /** The title of a cluster: its baseline and the line under it. */
    record Heading(FittedText title, double baseline, double rule) {}

    /** A row, with the line that its title and its marks share. */
    record RowPlace(FittedText title, double top, double height) {
        double axis() {
            return top + height / 2;
        }

        double bottom() {
            return top + height;
        }
    }

    /**
     * @param heads height of the heads of the columns
     * @param row height of a row where there is room for it
     */
    SheetLayout(SheetDefinition definition, List<Group> groups, double heads, double row, Keys keys, Fonts fonts) {
        this.sheet = definition.sheet();
        this.keys = keys;
        this.top = sheet.header() > 0 ? sheet.header() : HEADROOM;
        this.headsBottom = top + heads;
        this.rowHeight = rowHeight(groups, row);
        double bottom = place(groups, definition, row, new TextFitter(fonts));
        this.height = bottom + sheet.legendGap() + keys.height();
    }

    private double rowHeight(List<Group> groups, double row) {
        double headingsHeight = 0;
        int count = 0;
        int gaps = 0;
        for (Group group : groups) {
            headingsHeight += clusterSpace(group, headingsHeight == 0);
            count += group.rows().size();
            gaps += Math.max(0, group.rows().size() - 1);
        }
        double heads = headsBottom - top + sheet.header();
        double room = sheet.maxHeight() - heads - headingsHeight - sheet.legendGap() - keys.height();
        return Math.clamp(room / (count + gaps * sheet.rowGap() / row), Math.min(sheet.smallestRow(), row), row);
    }

    private double clusterSpace(Group group, boolean first) {
        double gap = first ? sheet.clusterGap() * FIRST_CLUSTER_GAP : sheet.clusterGap();
        return gap + (group.title().isBlank() ? 0 : sheet.clusterHeading());
    }

    private double place(List<Group> groups, SheetDefinition definition, double row, TextFitter fitter) {
        Room titleRoom = new Room(sheet.titleColumn() - TITLE_MARGIN, TITLE_LINES, rowHeight * TITLE_HEIGHT);
        List<String> texts = groups.stream().flatMap(group -> group.rows().stream()).toList();
        List<FittedText> titles = fitter.fitAll(texts, definition.type().block(), titleRoom);
        double y = headsBottom;
        for (Group group : groups) {
            y += clusterSpace(group, rows.isEmpty());
            if (!group.title().isBlank()) {
                FittedText title = fitter.fit(group.title(), definition.type().cluster(), Room.oneLine(sheet.width()));
                double start = y - sheet.clusterHeading();
                headings.add(new Heading(title, start + sheet.clusterHeading() * 0.46, start + sheet.clusterHeading() * 0.74));
            }
            for (int index = 0; index < group.rows().size(); index++) {
                y += index == 0 ? 0 : sheet.rowGap() * rowHeight / row;
                rows.add(new RowPlace(titles.get(rows.size()), y, rowHeight));
                y += rowHeight;
            }
        }
        return y;
    }

    double headsBottom() {
        return headsBottom;
    }

    List<Heading> headings() {
        return headings;
    }

    List<RowPlace> rows() {
        return rows;
    }

    Keys keys() {
        return keys;
    }

    double legendTop() {
        return height - keys.height();
    }

    double height() {
        return height;
    }
}
