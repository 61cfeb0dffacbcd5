package be.zelfscan.mail;

/**
 * A message in the hands of one instance, until the claim lapses.
 *
 * @param tries how often the message was claimed, this time included; tells this claim apart from a later one
 */
record Claim(Message message, int tries) {}
