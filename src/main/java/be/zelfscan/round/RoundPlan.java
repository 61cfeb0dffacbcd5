package be.zelfscan.round;

import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.QuestionnaireKey;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is chosen of a round before it is opened, apart from its centres.
 *
 * @param reminderDays on which days a reminder goes out, counted back from the last day
 * @param recipients who gets which mail
 */
public record RoundPlan(String title, QuestionnaireKey questionnaire, LocalDate opensOn, LocalDate closesOn, int minimumGroupSize,
        List<Integer> reminderDays, int noteRetentionYears, Map<RoundMail, Set<Role>> recipients) {
    public static final int LONGEST_TITLE = 200;
    public static final int SMALLEST_GROUP = 3;
    public static final int LARGEST_GROUP = 1_000;
    public static final int LONGEST_RETENTION_YEARS = 50;
    public static final int EARLIEST_REMINDER_DAYS = 365;
    public static final int DEFAULT_GROUP = 5;
    public static final int DEFAULT_RETENTION_YEARS = 6;
    public static final List<Integer> DEFAULT_REMINDER_DAYS = List.of(14, 3);
    /** Who can get a mail of a round. */
    public static final List<Role> RECIPIENTS = List.of(Role.director, Role.coordinator, Role.member, Role.leader);

    public RoundPlan {
        reminderDays = List.copyOf(reminderDays);
        recipients = Map.copyOf(recipients);
    }

    /** Who gets which mail where nobody chose otherwise. */
    public static Map<RoundMail, Set<Role>> defaultRecipients() {
        Map<RoundMail, Set<Role>> recipients = new EnumMap<>(RoundMail.class);
        recipients.put(RoundMail.invitation, EnumSet.of(Role.director, Role.coordinator));
        recipients.put(RoundMail.reminder, EnumSet.of(Role.director, Role.coordinator));
        recipients.put(RoundMail.scan_sent, EnumSet.of(Role.director));
        recipients.put(RoundMail.round_closed, EnumSet.of(Role.director, Role.leader));
        return recipients;
    }
}
