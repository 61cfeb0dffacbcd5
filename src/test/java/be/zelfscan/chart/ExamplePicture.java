package be.zelfscan.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The picture in the README, of an invented centre, on white and with a margin. Run {@link #main} from the project's folder after a change
 * to the chart.
 */
final class ExamplePicture {
    static final Path FILE = Path.of("charts", "datagrafiek-voorbeeld.svg");
    private static final int MARGIN = 24;

    private ExamplePicture() {}

    static String svg() {
        double height = Math.ceil(DataCharts.drawing().height(DataCharts.north()));
        String sheet = "%d %d %d %d".formatted(-MARGIN, -MARGIN, 523 + 2 * MARGIN, (int) height + 2 * MARGIN);
        String paper = "</desc><rect x=\"%d\" y=\"%d\" width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>".formatted(-MARGIN, -MARGIN);
        return DataCharts.drawing().svg(DataCharts.north(), "voorbeeld").replaceFirst("viewBox=\"[^\"]*\"", "viewBox=\"" + sheet + "\"")
                .replaceFirst("</desc>", paper) + "\n";
    }

    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, svg());
    }
}
