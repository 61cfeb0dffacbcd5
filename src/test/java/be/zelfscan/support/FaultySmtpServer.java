package be.zelfscan.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server on this machine that misbehaves as a test asks, and keeps what it was given. */
public final class FaultySmtpServer implements AutoCloseable {
    /** How it misbehaves. */
    public enum Fault {
        none, recipient_refused_for_now, recipient_refused_for_good, content_refused_for_good, sender_refused, sign_in_wanted,
        /** Never answers the recipient. */
        hangs,
        /** Keeps answering the greeting, a line at a time, without end. */
        trickles,
        /** Takes the whole mail and hangs up without a word. */
        drops_after_content,
        /** Accepts the mail and never answers the farewell. */
        hangs_at_farewell,
        /** Takes its time for every mail; defers one of twenty, and takes one of thirty without a word. */
        is_moody
    }

    private static final int LONGEST_TRICKLE = 200;
    private static final int MOODY_MS = 60;
    private static final int DEFERRED = 20;
    private static final int DROPPED = 30;

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Fault fault = Fault.none;

    public FaultySmtpServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void misbehave(Fault how) {
        fault = how;
    }

    /** The mails whose content came in whole, accepted or not. */
    public List<String> received() {
        return List.copyOf(received);
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> talk(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket socket) {
        try (socket; BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            say(socket, "220 faulty.test");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.length() < 4 ? line : line.substring(0, 4);
                if (!answer(socket, in, verb)) {
                    return;
                }
            }
        } catch (SocketException gone) {
            // The other side hung up, or the test is over.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    /** Returns false to hang up. */
    private boolean answer(Socket socket, BufferedReader in, String verb) throws IOException, InterruptedException {
        switch (verb) {
            case "EHLO" -> {
                for (int i = 0; fault == Fault.trickles && i < LONGEST_TRICKLE; i++) {
                    say(socket, "250-X-LINE-" + i);
                    Thread.sleep(100);
                }
                say(socket, "250 SIZE");
            }
            case "MAIL" -> say(socket, switch (fault) {
                case sender_refused -> "550 5.7.1 sender unknown here";
                case sign_in_wanted -> "530 5.7.0 sign in first";
                default -> "250 ok";
            });
            case "RCPT" -> {
                if (fault == Fault.hangs) {
                    return in.readLine() != null;
                }
                boolean isDeferred = fault == Fault.is_moody && asked.incrementAndGet() % DEFERRED == 0;
                say(socket, isDeferred ? "451 4.7.1 come back later" : switch (fault) {
                    case recipient_refused_for_now -> "451 4.7.1 greylisted, come back later";
                    case recipient_refused_for_good -> "550 5.1.1 nobody here by that name";
                    default -> "250 ok";
                });
            }
            case "DATA" -> {
                say(socket, "354 go on");
                received.add(content(in));
                if (fault == Fault.is_moody) {
                    Thread.sleep(MOODY_MS);
                }
                if (fault == Fault.drops_after_content || fault == Fault.is_moody && received.size() % DROPPED == 0) {
                    return false;
                }
                say(socket, fault == Fault.content_refused_for_good ? "554 5.6.0 not this" : "250 2.0.0 kept as 1");
            }
            case "QUIT" -> {
                if (fault == Fault.hangs_at_farewell) {
                    return in.readLine() != null;
                }
                say(socket, "221 bye");
                return false;
            }
            default -> say(socket, "250 ok");
        }
        return true;
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            content.append(line).append('\n');
        }
        return content.toString();
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
