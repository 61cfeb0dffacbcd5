package be.zelfscan.mail;

/** Hands mails over: to a mail server, or to the local mailbox when there is none. Called outside any transaction. */
interface Postman {
    /** What came of one try to deliver a message. */
    sealed interface Outcome {
        /** The last word of the mail server, or what went wrong before it said anything; never the content of a mail. */
        String answer();

        record Delivered(String answer) implements Outcome {}

        /**
         * Not now, perhaps later.
         *
         * @param reached false when the mail server itself could not be reached, so that other messages need not be tried now either
         */
        record Deferred(String answer, boolean reached) implements Outcome {}

        /** Not its turn yet: this was no try. */
        record Postponed(String answer) implements Outcome {}

        /** No longer needed. */
        record Withdrawn(String answer) implements Outcome {}

        /** Never. */
        record Refused(String answer) implements Outcome {}
    }

    /** Hands one mail over, in a bounded time. */
    Outcome deliver(Message message, Mail mail);
}
