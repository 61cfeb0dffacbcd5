package be.zelfscan.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;

/**
 * Makes sockets that can all be closed at once by another thread. A read timeout bounds each wait, not their sum: a server that answers a letter at a
 * time would hold a delivery for ever.
 */
final class ClosableSockets extends SocketFactory {
    private final List<Socket> made = new ArrayList<>();
    private boolean closed;

    synchronized void close() {
        closed = true;
        for (Socket socket : made) {
            try {
                socket.close();
            } catch (IOException alreadyGone) {
                // What matters is that nobody waits on it any more.
            }
        }
    }

    @Override
    public synchronized Socket createSocket() throws IOException {
        if (closed) {
            throw new IOException("Out of time");
        }
        Socket socket = new Socket();
        made.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw unconnectedOnly();
    }

    private static UnsupportedOperationException unconnectedOnly() {
        return new UnsupportedOperationException("Sockets are made unconnected, so that connecting has a timeout");
    }
}
