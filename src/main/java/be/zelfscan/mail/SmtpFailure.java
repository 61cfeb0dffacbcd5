package be.zelfscan.mail;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Reads from what Jakarta Mail throws whether another try makes sense. Only a 5xx answer on the recipient or on the content is for ever: a refused
 * sender or a missing sign-in (530, 535, 538) is a fault of the configuration, and mails must not be lost by that.
 */
final class SmtpFailure {
    private static final Set<Integer> SIGN_IN = Set.of(530, 535, 538);
    private static final int MOST_LINKS = 10;

    private SmtpFailure() {}

    static Outcome of(MessagingException failure) {
        return chain(failure).map(SmtpFailure::refusal).flatMap(Optional::stream).findFirst()
                .orElseGet(() -> new Outcome.Deferred(words(failure), true));
    }

    private static Optional<Outcome> refusal(Exception link) {
        return switch (link) {
            case SMTPAddressFailedException recipient when isFinal(recipient.getReturnCode()) -> refused(recipient);
            case SMTPSendFailedException send when isFinal(send.getReturnCode()) && !send.getCommand().startsWith("MAIL") -> refused(send);
            default -> Optional.empty();
        };
    }

    private static boolean isFinal(int code) {
        return code / 100 == 5 && !SIGN_IN.contains(code);
    }

    private static Optional<Outcome> refused(MessagingException failure) {
        return Optional.of(new Outcome.Refused(String.valueOf(failure.getMessage())));
    }

    /** What went wrong, in the words of the link of the chain that knows most. */
    static String words(MessagingException failure) {
        Exception last = chain(failure).reduce(failure, (earlier, later) -> later);
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }

    private static Stream<Exception> chain(MessagingException failure) {
        return Stream
                .<Exception>iterate(failure, link -> link != null,
                        link -> link instanceof MessagingException more ? more.getNextException() : null)
                .limit(MOST_LINKS);
    }
}
