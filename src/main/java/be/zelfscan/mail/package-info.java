/**
 * Mail: a message is a row before it is a mail, delivered at least once, retried, with its state in sight.
 *
 * <p>{@link be.zelfscan.mail.Outbox} writes the row in the transaction of whoever causes it; {@link be.zelfscan.mail.MailDelivery}
 * claims it, asks the {@link be.zelfscan.mail.MailComposer} of its kind for the content and hands it to the
 * {@link be.zelfscan.mail.Postman}. This package knows no content: composers stand with who knows it.
 */
package be.zelfscan.mail;
