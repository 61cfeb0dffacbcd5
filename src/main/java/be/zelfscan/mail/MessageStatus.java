package be.zelfscan.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as whoever follows it sees it.
 *
 * @param tries how often delivery was begun
 * @param deliveredAt when it was delivered; empty as long as it is not
 * @param lastAnswer the last word of the mail server, or why the message was given up; empty before the first try
 */
public record MessageStatus(String kind, String recipient, int number, MessageState state, int tries, Instant createdAt,
        Optional<Instant> deliveredAt, String lastAnswer) {}
