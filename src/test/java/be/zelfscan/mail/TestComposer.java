package be.zelfscan.mail;

import be.zelfscan.mail.Mail.Attachment;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;

/** Writes the mails of these tests; what it does with a message can be changed. */
@Singleton
@Requires(property = "test.composer")
class TestComposer implements MailComposer {
    static final String KIND = "test-note";
    static final String LINK = "http://localhost:8080/resultaat/7?a=1&b=2";
    static final byte[] FILE = "%PDF-1.7 not really".getBytes(StandardCharsets.US_ASCII);

    private final TransactionOperations<Connection> transactions;
    private volatile Runnable before = () -> {};
    private volatile boolean sawTransaction;

    TestComposer(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    void before(Runnable action) {
        before = action;
    }

    boolean sawTransaction() {
        return sawTransaction;
    }

    void inTransaction(Runnable action) {
        transactions.executeWrite(status -> {
            action.run();
            return status;
        });
    }

    static String subject(UUID subjectId) {
        return "Jullie zelfscan is verstuurd: één <b>overzicht</b> " + subjectId;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mail compose(Message message) {
        before.run();
        sawTransaction |= transactions.findTransactionStatus().isPresent();
        return new Mail(subject(message.subjectId()),
                "Dag directeur,\n\nbekijk de datagrafiek (" + LINK + ").\n.\n<script>geïntegreerd</script>",
                "<!doctype html><html lang=\"nl\"><head><title>Dag</title></head><body><p>Dag directeur, geïntegreerd. <a href=\"" + LINK
                        + "\">Bekijk</a></p></body></html>",
                List.of(new Attachment("Datagrafiek – geïntegreerd.pdf", "application/pdf", FILE),
                        new Attachment("antwoorden.csv", "text/csv", "a;b\r\n".getBytes(StandardCharsets.UTF_8))));
    }
}
