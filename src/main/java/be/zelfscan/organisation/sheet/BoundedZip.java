package be.zelfscan.organisation.sheet;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PushbackInputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Writes a workbook anew, as far as it stays within bounds: a few kilobytes can hold gigabytes, and a cell can say that it stands in the
 * millionth column.
 *
 * <p>Every part is judged and written again, whatever its name, since the reader opens what the workbook points at; a part that is no XML
 * is of no use to it and stays behind. So what was judged is what is read. A cell in which nothing stands, but a colour, stays behind too:
 * it can be anywhere. So does a row without such cells. Not thread-safe; for one workbook.
 */
final class BoundedZip {
    private static final int MOST_BYTES = 30_000_000;
    private static final int MOST_ENTRIES = 500;
    /** As many as two letters name. */
    private static final int MOST_CELLS_IN_ROW = 702;
    private static final Pattern CELL = Pattern.compile("[A-Z]{1,2}[1-9]\\d{0,6}");
    private static final Pattern ROW = Pattern.compile("[1-9]\\d{0,6}");
    private static final Set<String> CONTENT = Set.of("v", "is", "f");
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** More than a sheet with all that a net has, or otherwise than a spreadsheet writes. */
    private static final class OutOfBounds extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final XMLInputFactory reading = XMLInputFactory.newDefaultFactory();
    private final XMLOutputFactory writing = XMLOutputFactory.newDefaultFactory();
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, Set<Integer>> hidden = new HashMap<>();
    private long left = MOST_BYTES;

    BoundedZip() {
        reading.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        reading.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /**
     * The workbook within bounds; empty when it is not.
     *
     * @throws IOException when it is no archive
     */
    Optional<byte[]> repack(byte[] workbook) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Set<String> names = new HashSet<>();
        try (ZipFile archive = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get();
                ZipOutputStream out = new ZipOutputStream(packed)) {
            out.setLevel(Deflater.BEST_SPEED);
            for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
                if (!names.add(entry.getName()) || names.size() > MOST_ENTRIES) {
                    throw new OutOfBounds();
                }
                try (PushbackInputStream part = new PushbackInputStream(new Bounded(archive.getInputStream(entry)), UTF_8_MARK.length)) {
                    if (isXml(part)) {
                        out.putNextEntry(new ZipEntry(entry.getName()));
                        copy(entry.getName(), part, out);
                        out.closeEntry();
                    } else {
                        part.transferTo(OutputStream.nullOutputStream());
                    }
                }
            }
        } catch (OutOfBounds tooMuch) {
            return Optional.empty();
        }
        return Optional.of(packed.toByteArray());
    }

    /** Numbers of the rows that the spreadsheet hides in the sheet with this id, because they were filtered out or for another reason. */
    Set<Integer> hiddenRows(String sheetId) {
        String target = targets.getOrDefault(sheetId, "").replaceFirst("^/", "");
        return hidden.entrySet().stream()
                .filter(part -> !target.isEmpty() && (part.getKey().equals(target) || part.getKey().endsWith("/" + target)))
                .map(Map.Entry::getValue).findFirst().orElse(Set.of());
    }

    /** Counts what is unpacked, over all parts. */
    private final class Bounded extends InputStream {
        private final InputStream in;

        Bounded(InputStream in) {
            this.in = in;
        }

        private int counted(int read, int bytes) throws IOException {
            left -= Math.max(0, bytes);
            if (left < 0) {
                throw new OutOfBounds();
            }
            return read;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            return counted(one, one < 0 ? 0 : 1);
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int count = in.read(into, from, most);
            return counted(count, count);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static boolean isXml(PushbackInputStream part) throws IOException {
        byte[] first = part.readNBytes(UTF_8_MARK.length);
        boolean marked = Arrays.equals(first, UTF_8_MARK);
        if (!marked) {
            part.unread(first);
        }
        return marked || first.length > 0 && first[0] == '<';
    }

    private void copy(String name, InputStream part, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            Copy copy = new Copy(name, writing.createXMLStreamWriter(text));
            XMLStreamReader from = reading.createXMLStreamReader(part);
            while (from.hasNext()) {
                copy.take(from.next(), from);
            }
            copy.end();
        } catch (XMLStreamException broken) {
            throw broken.getNestedException() instanceof OutOfBounds tooMuch ? tooMuch : new IOException(broken);
        }
        text.flush();
    }

    /** The copy of one part: a row or a cell is written as soon as something stands in it, and never otherwise. */
    private final class Copy {
        private final String part;
        private final XMLStreamWriter to;
        /** Rows and cells in which nothing stood yet, the outer one first. */
        private final Deque<Start> waiting = new ArrayDeque<>();
        private int depth;
        private int row;
        private int cell;
        private int cells;
        private boolean leftOut;

        Copy(String part, XMLStreamWriter to) throws XMLStreamException {
            this.part = part;
            this.to = to;
            to.writeStartDocument("UTF-8", "1.0");
        }

        void take(int event, XMLStreamReader from) throws XMLStreamException, OutOfBounds {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start(Start.of(from));
                case XMLStreamConstants.END_ELEMENT -> endElement();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (waiting.isEmpty()) {
                        to.writeCharacters(from.getTextCharacters(), from.getTextStart(), from.getTextLength());
                    }
                }
                default -> {
                    // Comments and instructions are of no use to the reader.
                }
            }
        }

        void end() throws XMLStreamException {
            to.writeEndDocument();
            to.flush();
        }

        private void start(Start start) throws XMLStreamException, OutOfBounds {
            depth++;
            switch (start.local()) {
                case "Relationship" -> {
                    if (start.text("Type").endsWith("/worksheet")) {
                        targets.put(start.text("Id"), start.text("Target"));
                    }
                }
                case "row" -> {
                    row(start);
                    return;
                }
                case "c" -> {
                    cell(start);
                    return;
                }
                default -> {
                    if (cell > 0 && waiting.size() > 0 && !CONTENT.contains(start.local())) {
                        // Of a cell in which nothing stands yet.
                        waiting.addLast(start);
                        return;
                    }
                }
            }
            writeWaiting();
            start.writeTo(to);
        }

        private void row(Start start) throws XMLStreamException, OutOfBounds {
            if (row > 0 || cell > 0 || !start.allMatch("r", ROW)) {
                throw new OutOfBounds();
            }
            row = depth;
            cells = 0;
            leftOut = false;
            if (Set.of("1", "true").contains(start.text("hidden")) && !start.text("r").isEmpty()) {
                hidden.computeIfAbsent(part, name -> new HashSet<>()).add(Integer.valueOf(start.text("r")));
            }
            if (start.text("r").isEmpty()) {
                // It stands below the one before, so that one could not be left out.
                start.writeTo(to);
            } else {
                waiting.addLast(start);
            }
        }

        private void cell(Start start) throws OutOfBounds {
            if (cell > 0) {
                throw new OutOfBounds();
            }
            cell = depth;
            waiting.addLast(start);
        }

        /** Now that something stands in them. */
        private void writeWaiting() throws XMLStreamException, OutOfBounds {
            for (Start start = waiting.pollFirst(); start != null; start = waiting.pollFirst()) {
                if (start.local().equals("c")) {
                    boolean placed = start.attributes().stream().anyMatch(attribute -> attribute.local().equals("r"));
                    // A cell that does not say where it stands stands beside the one before, which may have been left out.
                    if (!start.allMatch("r", CELL) || !placed && leftOut || ++cells > MOST_CELLS_IN_ROW) {
                        throw new OutOfBounds();
                    }
                }
                start.writeTo(to);
            }
        }

        private void endElement() throws XMLStreamException {
            Start last = waiting.pollLast();
            if (last == null) {
                to.writeEndElement();
            } else if (last.local().equals("c")) {
                leftOut = true;
            }
            row = row == depth ? 0 : row;
            cell = cell == depth ? 0 : cell;
            depth--;
        }
    }

    /** An element as it begins. */
    private record Start(String name, String local, List<Attribute> attributes) {
        record Attribute(String name, String local, String value) {}

        static Start of(XMLStreamReader from) {
            List<Attribute> attributes = new ArrayList<>();
            for (int i = 0; i < from.getNamespaceCount(); i++) {
                String prefix = from.getNamespacePrefix(i);
                attributes.add(new Attribute(prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, "",
                        from.getNamespaceURI(i) == null ? "" : from.getNamespaceURI(i)));
            }
            for (int i = 0; i < from.getAttributeCount(); i++) {
                attributes.add(
                        new Attribute(qualified(from.getAttributePrefix(i), from.getAttributeLocalName(i)), from.getAttributeLocalName(i),
                                from.getAttributeValue(i)));
            }
            return new Start(qualified(from.getPrefix(), from.getLocalName()), from.getLocalName(), attributes);
        }

        private static String qualified(String prefix, String local) {
            return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
        }

        /** The value of an attribute; empty when it is not there. */
        String text(String attribute) {
            return attributes.stream().filter(one -> one.name().equals(attribute)).map(Attribute::value).findFirst().orElse("");
        }

        /** Whether each attribute of this name, of whatever namespace, reads so. */
        boolean allMatch(String attribute, Pattern pattern) {
            return attributes.stream().filter(one -> one.local().equals(attribute)).allMatch(one -> pattern.matcher(one.value()).matches());
        }

        void writeTo(XMLStreamWriter to) throws XMLStreamException {
            to.writeStartElement(name);
            for (Attribute attribute : attributes) {
                to.writeAttribute(attribute.name(), attribute.value());
            }
        }
    }
}
