package be.zelfscan.campaign;

import be.zelfscan.organisation.Role;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundPlan;
import be.zelfscan.text.Texts;
import be.zelfscan.web.Form;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form of a round, as it was filled in: nothing is judged yet, see {@link RoundFormCheck}.
 *
 * @param all whether all centres take part; otherwise the chosen ones, and those of the chosen school groups
 * @param recipients who gets which mail, each as {@link #recipient}
 */
public record RoundForm(String title, String questionnaire, String opensOn, String closesOn, String minimumGroupSize, String reminderDays,
        String noteRetentionYears, boolean all, Set<String> schoolGroups, Set<String> centres, Set<String> recipients) {

    /** Before anything is filled in. */
    static RoundForm fresh(String questionnaire, String today) {
        return new RoundForm("", questionnaire, today, "", String.valueOf(RoundPlan.DEFAULT_GROUP), days(RoundPlan.DEFAULT_REMINDER_DAYS),
                String.valueOf(RoundPlan.DEFAULT_RETENTION_YEARS), true, Set.of(), Set.of(), recipients(RoundPlan.defaultRecipients()));
    }

    static RoundForm of(Form form) {
        return new RoundForm(Texts.line(form.first("title")), form.first("questionnaire"), form.first("opensOn").strip(),
                form.first("closesOn").strip(), form.first("minimumGroupSize").strip(), form.first("reminderDays").strip(),
                form.first("noteRetentionYears").strip(), form.first("who").equals("all"), Set.copyOf(form.all("schoolGroup")),
                Set.copyOf(form.all("centre")),
                Stream.of(RoundMail.values())
                        .flatMap(mail -> form.all("to." + mail.kind()).stream().distinct().map(role -> recipient(mail, role)))
                        .collect(Collectors.toSet()));
    }

    /** Of a round that is being made. */
    static RoundForm of(RoundPlan plan, Set<String> centres, boolean all) {
        return new RoundForm(plan.title(), plan.questionnaire().id() + "/" + plan.questionnaire().version(), plan.opensOn().toString(),
                plan.closesOn().toString(), String.valueOf(plan.minimumGroupSize()), days(plan.reminderDays()),
                String.valueOf(plan.noteRetentionYears()), all, Set.of(), all ? Set.of() : centres, recipients(plan.recipients()));
    }

    private static String days(Collection<Integer> days) {
        return String.join(", ", days.stream().map(String::valueOf).toList());
    }

    private static Set<String> recipients(Map<RoundMail, Set<Role>> recipients) {
        return recipients.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(role -> recipient(entry.getKey(), role.name())))
                .collect(Collectors.toSet());
    }

    private static String recipient(RoundMail mail, String role) {
        return mail.name() + " " + role;
    }

    /** Whether people of a role get a mail. */
    public boolean goesTo(RoundMail mail, Role role) {
        return recipients.contains(recipient(mail, role.name()));
    }
}
