package be.zelfscan.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file that is made while it is read: at any time it holds one report. A report that disappears meanwhile is left out, so that what was read is
 * always a whole file. For one reader.
 */
final class ReportZip extends InputStream {
    private final Iterator<RoundReportQueries.Entry> entries;
    private final Function<RoundReportQueries.Entry, Optional<byte[]>> content;
    private final LocalDateTime moment;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(made);
    private byte[] ready = {};
    private int at;
    private boolean ended;

    /** @param moment that each file in it says to be from */
    ReportZip(List<RoundReportQueries.Entry> entries, Function<RoundReportQueries.Entry, Optional<byte[]>> content,
            LocalDateTime moment) {
        this.entries = entries.iterator();
        this.content = content;
        this.moment = moment;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == ready.length && !ended) {
            makeMore();
        }
        int count = Math.min(length, ready.length - at);
        if (count == 0) {
            return -1;
        }
        System.arraycopy(ready, at, into, offset, count);
        at += count;
        return count;
    }

    private void makeMore() throws IOException {
        made.reset();
        if (entries.hasNext()) {
            RoundReportQueries.Entry entry = entries.next();
            Optional<byte[]> report = content.apply(entry);
            if (report.isPresent()) {
                ZipEntry file = new ZipEntry(entry.fileName());
                file.setTimeLocal(moment);
                zip.putNextEntry(file);
                zip.write(report.get());
                zip.closeEntry();
            }
        } else {
            zip.close();
            ended = true;
        }
        ready = made.toByteArray();
        at = 0;
    }
}
