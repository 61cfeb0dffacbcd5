package be.zelfscan.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as it was put in the outbox: what a composer needs to know to write the mail.
 *
 * @param recipient an e-mail address
 * @param subjectId what the message is about
 * @param number tells apart messages of one kind to one recipient about one subject, from 1
 * @param messageId the Message-ID of the mail, with its angle brackets; the same at every try
 */
public record Message(UUID id, String kind, String recipient, UUID subjectId, int number, String messageId, Instant createdAt) {}
