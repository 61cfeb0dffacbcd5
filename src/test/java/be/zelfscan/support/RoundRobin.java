package be.zelfscan.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy before several instances, as simple as can be: each connection goes to the next instance that takes it, byte by byte,
 * and is ended only when none of them does. */
public final class RoundRobin implements AutoCloseable {
    private static final int CONNECT_MS = 2_000;
    private static final String WELCOME = "<h1>Welkom op het gastennet</h1>";

    private final ServerSocket entrance;
    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isForGuests;

    public RoundRobin() {
        try {
            entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::takeIn);
    }

    public String address() {
        return "http://localhost:" + entrance.getLocalPort();
    }

    public void add(int port) {
        ports.add(port);
    }

    public void remove(int port) {
        ports.remove((Integer) port);
    }

    /** From now on everything is answered with a page of the network's own, as a hotel does it before one has paid; or no more. */
    public void welcomeGuests(boolean welcome) {
        isForGuests = welcome;
        open.forEach(RoundRobin::close);
    }

    private static void welcome(Socket client) {
        try (client) {
            client.getInputStream().readNBytes(1);
            client.getOutputStream().write(("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + WELCOME.length()
                    + "\r\nConnection: close\r\n\r\n" + WELCOME).getBytes(StandardCharsets.US_ASCII));
            client.shutdownOutput();
            client.getInputStream().skip(Long.MAX_VALUE); // what the browser still sends, so that it reads the answer
        } catch (IOException gone) {
            // the browser closed it
        }
    }

    private void takeIn() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        if (isForGuests) {
            welcome(client);
            return;
        }
        open.add(client);
        List<Integer> inTurn = new ArrayList<>(ports);
        Collections.rotate(inTurn, turn.getAndIncrement());
        for (int port : inTurn) {
            Socket instance = new Socket();
            try {
                instance.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MS);
            } catch (IOException refused) {
                close(instance);
                continue;
            }
            Thread.ofVirtual().start(() -> pump(client, instance));
            pump(instance, client);
            return;
        }
        close(client);
    }

    /** An end is passed on as it comes: the other direction goes on. */
    private static void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException broken) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
