package be.zelfscan.database;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the instances of the service tell each other, and themselves, over PostgreSQL's LISTEN and NOTIFY. Each instance that serves listens
 * on a connection of its own, for as long as it runs; what comes is published as {@link Heard}, and after a time without connection as
 * {@link Missed}, since nobody keeps what was said meanwhile. A message is a hint and never the thing itself: who needs that reads it from
 * the database, and a message that was lost is made good by reading there again.
 *
 * <p>What is said in one moment is gathered into few notifications, in a transaction of its own after that of its cause: PostgreSQL lets
 * transactions that notify commit one after the other. Anybody who may connect to the database can listen, so that messages hold ids only.
 * Thread-safe.
 */
@Singleton
@Requires(beans = DatasourceConfiguration.class)
public final class Broadcast {
    /** Messages as they came in, the oldest first. */
    public record Heard(List<String> messages) {}

    /** Something may have been said that was not heard. */
    public record Missed() {}

    /** Bytes that a message may have; one that has more is not sent. */
    public static final int LONGEST_MESSAGE = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);
    private static final String CHANNEL = "zelfscan";
    /** PostgreSQL takes fewer than 8,000 bytes. */
    private static final int LONGEST_PAYLOAD = 7_900;
    private static final String SEPARATOR = "\n";
    private static final String NOTHING = "";
    private static final long GATHER_MS = 50;
    private static final long LAST_WORDS_MS = 300;
    private static final int MOST_WAITING = 10_000;
    private static final int LISTEN_MS = 5_000;
    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final String url;
    private final Properties properties = new Properties();
    private final ApplicationEventPublisher<Heard> heard;
    private final ApplicationEventPublisher<Missed> missed;
    private final LinkedBlockingQueue<String> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final List<Thread> threads = new ArrayList<>();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Broadcast(@Named("default") DatasourceConfiguration pool, ApplicationEventPublisher<Heard> heard,
            ApplicationEventPublisher<Missed> missed) {
        this.url = pool.getJdbcUrl();
        this.heard = heard;
        this.missed = missed;
        properties.setProperty("user", pool.getUsername());
        properties.setProperty("password", pool.getPassword());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "zelfscan broadcast");
    }

    /**
     * Says something to all instances that serve, this one too. It goes out a moment later, and is lost when this instance ends before.
     *
     * @param message at most {@value #LONGEST_MESSAGE} bytes, without line breaks
     */
    public void say(String message) {
        if (running && message.getBytes(StandardCharsets.UTF_8).length <= LONGEST_MESSAGE && !waiting.offer(message)) {
            LOG.warn("Too much waits to be told to the other instances; they find out later");
        }
    }

    @EventListener
    void start(ServerStartupEvent event) {
        running = true;
        threads.add(Thread.ofPlatform().daemon().name("broadcast-listen").start(() -> keepOn(this::listen)));
        // The last to be started is the first to be waited for: what was saved until now is still said.
        threads.add(Thread.ofPlatform().daemon().name("broadcast-say").start(() -> keepOn(this::sayAll)));
    }

    @EventListener
    void stop(ShutdownEvent event) {
        running = false;
        waiting.offer(NOTHING); // wakes who says it
        try {
            for (Thread thread : threads.reversed()) {
                thread.join(LAST_WORDS_MS);
                thread.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        for (Connection connection : connections) {
            try {
                connection.abort(Runnable::run); // who waits for the network hears no interruption
            } catch (SQLException gone) {
                LOG.debug("A connection was gone before it was closed", gone);
            }
        }
    }

    /** What is done with a connection until it breaks; it calls {@code alive} when it works. */
    private interface Work {
        void with(Connection connection, Runnable alive) throws SQLException, InterruptedException;
    }

    private void keepOn(Work work) {
        long[] pause = {FIRST_PAUSE_MS};
        while (running) {
            try (Connection connection = DriverManager.getConnection(url, properties)) {
                connections.add(connection);
                try {
                    work.with(connection, () -> pause[0] = FIRST_PAUSE_MS);
                } finally {
                    connections.remove(connection);
                }
            } catch (SQLException broken) {
                if (running) {
                    LOG.warn("The connection on which the instances tell each other what happens is gone; trying again: {}",
                            Outage.of(broken).map(Outage::reason).orElse(String.valueOf(broken.getSQLState())));
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException problem) {
                if (running) {
                    LOG.error("What the instances tell each other could not be handled", problem);
                }
            }
            try {
                Thread.sleep(running ? pause[0] : 0);
            } catch (InterruptedException stopped) {
                return;
            }
            pause[0] = Math.min(2 * pause[0], LONGEST_PAUSE_MS);
        }
    }

    private void listen(Connection connection, Runnable alive) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        alive.run();
        missed.publishEvent(new Missed());
        PGConnection listening = connection.unwrap(PGConnection.class);
        while (running) {
            PGNotification[] notifications = listening.getNotifications(LISTEN_MS);
            if (notifications != null && notifications.length > 0) {
                List<String> messages = new ArrayList<>();
                for (PGNotification notification : notifications) {
                    messages.addAll(List.of(notification.getParameter().split(SEPARATOR)));
                }
                heard.publishEvent(new Heard(List.copyOf(messages)));
            } else if (!connection.isValid(LISTEN_MS / 1_000)) {
                throw new SQLException("no answer", "08006");
            }
        }
    }

    private void sayAll(Connection connection, Runnable alive) throws SQLException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off"); // nothing of it has to survive a crash
        }
        while (running || !waiting.isEmpty()) {
            List<String> messages = new ArrayList<>();
            messages.add(waiting.take());
            Thread.sleep(running ? GATHER_MS : 0);
            waiting.drainTo(messages);
            try (PreparedStatement statement = connection.prepareStatement("select pg_notify(?, payload) from unnest(?) payload")) {
                statement.setString(1, CHANNEL);
                statement.setArray(2, connection.createArrayOf("text", payloads(messages).toArray()));
                statement.execute();
                alive.run();
            } catch (SQLException broken) {
                messages.forEach(waiting::offer);
                throw broken;
            }
        }
    }

    /** The messages, each once, in as few payloads as they fit in. */
    static List<String> payloads(List<String> messages) {
        List<String> payloads = new ArrayList<>();
        StringBuilder payload = new StringBuilder();
        int bytes = 0;
        for (String message : messages.stream().distinct().filter(one -> !one.equals(NOTHING)).toList()) {
            int more = message.getBytes(StandardCharsets.UTF_8).length + SEPARATOR.length();
            if (bytes > 0 && bytes + more > LONGEST_PAYLOAD) {
                payloads.add(payload.toString());
                payload.setLength(0);
                bytes = 0;
            }
            payload.append(bytes == 0 ? "" : SEPARATOR).append(message);
            bytes += more;
        }
        if (bytes > 0) {
            payloads.add(payload.toString());
        }
        return payloads;
    }
}
