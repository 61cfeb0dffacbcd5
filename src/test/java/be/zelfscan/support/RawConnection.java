package be.zelfscan.support;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A connection to the service over which a test writes bytes that no HTTP client would write, and reads what comes back. */
public final class RawConnection implements AutoCloseable {
    private static final int PATIENCE_MS = 60_000;

    private final Socket socket;
    private final InputStream in;

    /** One answer; names of headers in any case. */
    public record Answer(int status, Map<String, List<String>> headers, byte[] body) {
        public List<String> header(String name) {
            return headers.getOrDefault(name, List.of());
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public RawConnection(String address) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(address).getPort());
            socket.setSoTimeout(PATIENCE_MS);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that comes back, to the end of the connection, which the service has to make. */
    public static List<Answer> exchange(String address, byte[] request) {
        try (RawConnection connection = new RawConnection(address)) {
            connection.write(request);
            return connection.rest();
        }
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public void write(byte[] bytes) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that nothing more will be written. */
    public void finish() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All further answers, until the service ends the connection. */
    public List<Answer> rest() {
        List<Answer> answers = new ArrayList<>();
        for (Answer answer = next(); answer != null; answer = next()) {
            answers.add(answer);
        }
        return answers;
    }

    /** The next answer; null when the service ended the connection. */
    public Answer next() {
        try {
            String status = line();
            if (status == null) {
                return null;
            }
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line = line(); line != null && !line.isEmpty(); line = line()) {
                int colon = line.indexOf(':');
                headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>()).add(line.substring(colon + 1).strip());
            }
            int code = Integer.parseInt(status.split(" ")[1]);
            return code == 100 ? next() : new Answer(code, headers, body(headers));
        } catch (SocketException reset) {
            return null;
        } catch (SocketTimeoutException open) {
            throw new AssertionError("The service neither answers nor ends the connection");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        if (headers.getOrDefault("Transfer-Encoding", List.of()).toString().toLowerCase(Locale.ROOT).contains("chunked")) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                whole.write(in.readNBytes(size));
                line();
            }
            line();
            return whole.toByteArray();
        }
        return in.readNBytes(
                headers.getOrDefault("Content-Length", List.of("0")).stream().mapToInt(Integer::parseInt).findFirst().orElse(0));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
