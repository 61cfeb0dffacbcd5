package be.zelfscan.mail;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes mails for which somebody sits waiting. */
@Singleton
@Requires(property = "test.composer")
class UrgentTestComposer implements MailComposer {
    static final String KIND = "test-urgent";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isUrgent() {
        return true;
    }

    @Override
    public Mail compose(Message message) {
        return new Mail("Je link", "Hier is je link.", "<p>Hier is je link.</p>", List.of());
    }
}
