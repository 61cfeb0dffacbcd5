package be.zelfscan.mail;

import be.zelfscan.database.Scope;
import be.zelfscan.support.SettableClock;
import be.zelfscan.support.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One running instance of the service, as far as mail goes, without pages. */
final class Instance implements AutoCloseable {
    static final String NOW = "2026-11-24T13:05:00Z";

    private final ApplicationContext context;

    private Instance(ApplicationContext context) {
        this.context = context;
    }

    /** An instance that delivers when a test says so. */
    static Instance start(TestDatabase database, Map<String, Object> more) {
        return new Instance(ApplicationContext.run(configuration(database, more)));
    }

    static Map<String, Object> configuration(TestDatabase database, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(database.configuration());
        all.put("test.clock", NOW);
        all.put("test.composer", "on");
        all.put("zelfscan.mail.deliver", false);
        all.putAll(more);
        return all;
    }

    /** Mail through a server on this machine, without protection and with short waits. */
    static Map<String, Object> through(int port) {
        return Map.of("zelfscan.mail.from", "zelfscan@pro.example", "zelfscan.mail.reply-to", "pocplus@pro.example",
                "zelfscan.mail.smtp.host", "localhost", "zelfscan.mail.smtp.port", port, "zelfscan.mail.smtp.tls", "none",
                "zelfscan.mail.smtp.timeout", "400ms", "zelfscan.mail.smtp.limit", "1500ms");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    void put(UUID subjectId) {
        put(TestComposer.KIND, "directeur@clb.example", subjectId);
    }

    void put(String kind, String recipient, UUID subjectId) {
        inTransaction(() -> bean(Outbox.class).put(kind, recipient, subjectId, 1));
    }

    void inTransaction(Runnable action) {
        bean(TestComposer.class).inTransaction(action);
    }

    int deliver() {
        return new Scope.Service().call(bean(MailDelivery.class)::run);
    }

    void advance(Duration duration) {
        bean(SettableClock.class).advance(duration);
    }

    List<MessageLedger.Status> all(UUID subjectId) {
        return bean(MessageLedger.class).about(subjectId);
    }

    MessageLedger.Status status(UUID subjectId) {
        List<MessageLedger.Status> all = all(subjectId);
        if (all.size() != 1) {
            throw new AssertionError("Expected one message, found " + all);
        }
        return all.getFirst();
    }

    @Override
    public void close() {
        context.close();
    }
}
