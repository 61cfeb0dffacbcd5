package be.zelfscan.mail;

/** Hands mails over: to a mail server, or to the local mailbox when there is none. Called outside any transaction. */
interface Postman {
    /** Hands one mail over, in a bounded time. */
    Outcome deliver(Message message, Mail mail);
}
