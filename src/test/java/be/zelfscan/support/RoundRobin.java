package be.zelfscan.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy before several instances, as simple as can be: each connection goes to the next instance that takes it, byte by byte,
 * and is ended only when none of them does. */
public final class RoundRobin implements AutoCloseable {
    private static final int CONNECT_MS = 2_000;

    private final ServerSocket entrance;
    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

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
