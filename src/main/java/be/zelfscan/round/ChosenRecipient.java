package be.zelfscan.round;

import be.zelfscan.organisation.Role;
import io.micronaut.core.annotation.Introspected;

/**
 * That people of a role get a mail of a round.
 *
 * @param kind of the mail, see {@link RoundMail#kind}
 */
@Introspected
public record ChosenRecipient(String kind, Role role) {}
