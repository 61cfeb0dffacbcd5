package be.zelfscan.team;

import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.FormContent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * What the team of a centre agreed to do. It is the team's own.
 *
 * @param scanId the scan from which it came
 * @param section id of what it is about; empty when it is about all
 * @param sectionTitle how the instrument calls that
 * @param who as it was typed; may be empty
 * @param remind whether mails remind of it before its day
 */
public record Agreement(UUID id, UUID centreId, UUID scanId, String section, String sectionTitle, String what, String who,
        Optional<LocalDate> byWhen, State state, boolean remind, Instant changedAt) {

    /** How far it is. */
    public enum State {
        open("nog te doen"), busy("bezig"), done("gedaan"), dropped("losgelaten");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** As the interface words it. */
        public String label() {
            return label;
        }

        /** Whether something is still to be done. */
        public boolean isOpen() {
            return this == open || this == busy;
        }
    }

    public String address() {
        return "/afspraken/" + id;
    }

    /** "Tegen 12 maart 2027"; of one that is open and late, when it was meant for; empty without a day. */
    public String when(LocalDate today) {
        return byWhen.map(day -> (state.isOpen() && day.isBefore(today) ? "was voorzien tegen " : "tegen ") + BelgianDutch.date(day))
                .orElse("");
    }

    /** How far its day is from today, in words; empty without a day, and for one that is over. */
    public String timeLeft(LocalDate today) {
        return byWhen.filter(day -> state.isOpen()).map(day -> {
            long days = ChronoUnit.DAYS.between(today, day);
            return days < 0 ? "" : days == 0 ? "vandaag" : days == 1 ? "morgen" : "over %d dagen".formatted(days);
        }).orElse("");
    }

    /** Who and until when, as they stand behind what is agreed; may be empty. */
    public String whoAndWhen(LocalDate today) {
        return whoAnd(when(today));
    }

    /** The same on paper, where nobody knows what day it is. */
    public String whoAndWhen() {
        return whoAnd(day());
    }

    /** "Tegen 12 maart 2027", in small letters; empty without a day. */
    public String day() {
        return byWhen.map(day -> "tegen " + BelgianDutch.date(day)).orElse("");
    }

    private String whoAnd(String when) {
        return who.isEmpty() || when.isEmpty() ? who + when : who + ", " + when;
    }

    /** What the form of an agreement edits. */
    FormContent form() {
        return FormContent.of("Wat", what, "Wie", who, "Tegen wanneer", byWhen.map(BelgianDutch::date).orElse(""), "Waarover", sectionTitle,
                "Stand", state.label(), "Herinnering per mail", remind ? "ja" : "nee");
    }
}
