package be.zelfscan.mail;

import java.util.UUID;

/** A message was put in the outbox; of use after the transaction commits. */
record MessageWaiting(UUID id, String kind) {}
