package be.zelfscan.organisation.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Packs a workbook anew, as far as it stays within bounds: a few kilobytes can hold gigabytes, and a cell can say that it stands in the millionth column.
 * What was measured is then what is read.
 */
final class BoundedZip {
    private static final int MOST_BYTES = 30_000_000;
    private static final int MOST_ENTRIES = 500;
    private static final Pattern CELL = Pattern.compile("[A-Z]{1,2}[1-9]\\d{0,6}");

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    BoundedZip() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /**
     * The workbook within bounds; empty when it is not.
     *
     * @throws IOException when it is no archive
     */
    Optional<byte[]> repack(byte[] workbook) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Set<String> names = new HashSet<>();
        long left = MOST_BYTES;
        try (ZipFile archive = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get();
                ZipOutputStream out = new ZipOutputStream(packed)) {
            out.setLevel(Deflater.BEST_SPEED);
            for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
                byte[] part = read(archive, entry, left + 1);
                left -= part.length;
                if (left < 0 || !names.add(entry.getName()) || names.size() > MOST_ENTRIES || !isOrderly(entry.getName(), part)) {
                    return Optional.empty();
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(part);
                out.closeEntry();
            }
        }
        return Optional.of(packed.toByteArray());
    }

    private static byte[] read(ZipFile archive, ZipArchiveEntry entry, long most) throws IOException {
        try (InputStream in = archive.getInputStream(entry)) {
            return in.readNBytes((int) most);
        }
    }

    private boolean isOrderly(String name, byte[] part) throws IOException {
        if (!name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
            return true;
        }
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(part));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")
                        && xml.getAttributeValue(null, "r") != null
                        && !CELL.matcher(xml.getAttributeValue(null, "r")).matches()) {
                    return false;
                }
            }
            return true;
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }
}
