package be.zelfscan.chart;

import be.zelfscan.chart.Fonts.Typeface;
import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A rendered chart, read back as XML. */
final class SvgPicture {
    private final Document document;

    /** A text in the picture, where it starts, and how it is set. */
    record Text(String content, double x, double y, double size, int weight) {
        Text lower(double by) {
            return new Text(content, x, y + by, size, weight);
        }

        /** Where its capitals and small letters stand; what hangs below the line is left out. */
        Rectangle2D box(Fonts fonts) {
            Typeface typeface = new ChartStyle.Face(weight, size).typeface();
            return new Rectangle2D.Double(x, y - size * 0.73, fonts.width(content, fonts.font(typeface, size)), size * 0.73);
        }
    }

    SvgPicture(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setNamespaceAware(true);
        this.document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    Element root() {
        return document.getDocumentElement();
    }

    List<Element> elements(String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(index -> (Element) found.item(index)).toList();
    }

    List<Text> texts() {
        return texts(elements("text"));
    }

    /** The texts that are not turned. */
    List<Text> levelTexts() {
        return texts(elements("text").stream().filter(text -> !turned(text)).toList());
    }

    private static boolean turned(Element element) {
        return element.hasAttribute("transform") || element.getParentNode() instanceof Element parent && turned(parent);
    }

    private static List<Text> texts(List<Element> elements) {
        return elements.stream()
                .map(text -> new Text(text.getTextContent(), number(text, "x"), number(text, "y"), number(text, "font-size"),
                        Integer.parseInt(text.getAttribute("font-weight"))))
                .toList();
    }

    List<Rectangle2D> rectangles() {
        return elements("rect").stream().map(box -> (Rectangle2D) new Rectangle2D.Double(number(box, "x"), number(box, "y"),
                number(box, "width"), number(box, "height"))).toList();
    }

    List<String> words() {
        return texts().stream().map(Text::content).toList();
    }

    Text text(String content) {
        return texts().stream().filter(text -> text.content().equals(content)).findFirst()
                .orElseThrow(() -> new AssertionError("No text " + content));
    }

    List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Element element : elements("*")) {
            if (element.hasAttribute("id")) {
                ids.add(element.getAttribute("id"));
            }
        }
        return ids;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
