package be.zelfscan.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.*;
import java.util.stream.*;
import javax.imageio.ImageIO;

final class Scratch {
    public static void main(String[] args) throws Exception {
        String sixty = "Samenwerking met gemeenschapsondersteunende leersteuncentra";
        DataChart n = DataCharts.north();
        Map<String, DataChart> m = new LinkedHashMap<>();
        m.put("north", n);
        m.put("alone", DataCharts.alone(n));
        List<Integer> seen = new ArrayList<>();
        m.put("draft", DataCharts.with(n, r -> { seen.add(1); return seen.size() % 3 == 0 ? DataCharts.row(r.title(), -1, DataCharts.NONE, "", "", 0, false, false, r.comparison()) : seen.size() % 3 == 1 ? DataCharts.plain(r.title(), 1, DataCharts.NONE) : r; }));
        m.put("empty", DataCharts.unanswered(n));
        m.put("three", DataCharts.scale(3, 3, 3, "Ruimte voor ouders"));
        m.put("six", DataCharts.scale(6, 4, 6, sixty));
        DataChart five = DataCharts.scale(5, 3, 5, "Behartiger");
        m.put("five", new DataChart(five.title(), "Centrum voor leerlingenbegeleiding Zeer Lange Naam van de Beide Oevers en Omstreken", five.round(), five.sent(), five.version(), five.scanNumber(), List.of(new DataChart.Stage("a","Nog niet gestart",""), new DataChart.Stage("b","Verkennend","plan"), new DataChart.Stage("c","Geïntegreerd","plan + do"),new DataChart.Stage("d","Systematisch","plan + do + check"),new DataChart.Stage("e","Vernieuwend","plan + do + check + act")), DataCharts.CATEGORIES, DataCharts.with(five, r -> DataCharts.row(r.title(), r.today().get(), r.ambition(), "VS", "M", 2, true, true, DataCharts.spread(.1,.2,.3,.2,.2))).clusters(), Optional.of("GO!")));
        m.put("many", DataCharts.scale(4, 5, 6, "Een titel die best lang is"));
        DataChartDrawing d = DataCharts.drawing();
        for (var e : m.entrySet()) {
            double h = d.height(e.getValue());
            System.out.println(e.getKey() + " " + h + " without header " + d.without(Layer.HEADER).height(e.getValue()));
            double s = 2, mg = 16;
            BufferedImage im = new BufferedImage((int) (s * (523 + 2 * mg)), (int) (s * (h + 2 * mg)), BufferedImage.TYPE_INT_RGB);
            Graphics2D g = im.createGraphics();
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, 9999, 9999);
            g.scale(s, s);
            g.translate(mg, mg);
            d.draw(g, e.getValue());
            ImageIO.write(im, "png", new File(args[0], e.getKey() + ".png"));
            Files.writeString(Path.of(args[0], e.getKey() + ".svg"), DataCharts.svg().render(e.getValue()));
        }
    }
}
