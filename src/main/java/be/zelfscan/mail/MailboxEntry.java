package be.zelfscan.mail;

import java.time.Instant;
import java.util.UUID;

/** A line in the list of the local mailbox; {@code id} is the id of the message. */
public record MailboxEntry(UUID id, String recipient, String subject, Instant receivedAt) {}
