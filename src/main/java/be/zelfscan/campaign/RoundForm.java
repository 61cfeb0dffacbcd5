package be.zelfscan.campaign;

import be.zelfscan.organisation.Centre;
import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundPlan;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.text.Names;
import be.zelfscan.text.Texts;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormRefusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
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
        return new RoundForm(Texts.line(form.first("title")), form.first("questionnaire"), Texts.clean(form.first("opensOn")),
                Texts.clean(form.first("closesOn")), Texts.clean(form.first("minimumGroupSize")), Texts.clean(form.first("reminderDays")),
                Texts.clean(form.first("noteRetentionYears")), form.first("who").equals("all"), Set.copyOf(form.all("schoolGroup")),
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

    /** Judges the form of a round: what it plans, or a sentence at each field that says what is expected. Pure; one for each form. */
    static final class RoundFormCheck {
        private static final int MOST_REMINDERS = 10;

        /** A plan that can be kept, or what is wrong by field. */
        record Judged(Optional<RoundPlan> plan, Set<UUID> centres, Map<String, String> problems) {
            /** @throws FormRefusal when it cannot be kept */
            RoundPlan orRefused() {
                return plan.orElseThrow(() -> FormRefusal.typed(problems));
            }
        }

        private final RoundForm form;
        private final LocalDate today;
        private final Map<String, String> problems = new LinkedHashMap<>();

        RoundFormCheck(RoundForm form, LocalDate today) {
            this.form = form;
            this.today = today;
        }

        Judged judge(Collection<QuestionnaireKey> published, List<Centre> net, Predicate<String> isTitleTaken) {
            judgeTitle(isTitleTaken);
            Optional<QuestionnaireKey> questionnaire = published.stream()
                    .filter(key -> (key.id() + "/" + key.version()).equals(form.questionnaire()))
                    .findFirst();
            if (questionnaire.isEmpty()) {
                problems.put("questionnaire", "Deze vragenlijst is niet gepubliceerd. Kies er een uit de lijst.");
            }
            Optional<LocalDate> opensOn = date("opensOn", "eerste", form.opensOn());
            Optional<LocalDate> closesOn = date("closesOn", "laatste", form.closesOn());
            closesOn.ifPresent(last -> judgeLastDay(opensOn, last));
            Optional<Integer> group = number("minimumGroupSize", form.minimumGroupSize(), RoundPlan.SMALLEST_GROUP, RoundPlan.LARGEST_GROUP,
                    "De minimale groepsgrootte is een heel getal van 3 tot 1.000: onder de 3 centra zou een verdeling verraden wie wat antwoordde.");
            Optional<Integer> retention = number("noteRetentionYears", form.noteRetentionYears(), 1, RoundPlan.LONGEST_RETENTION_YEARS,
                    "Vul in hoeveel jaar de toelichtingen bewaard blijven: een heel getal van 1 tot 50.");
            List<Integer> reminders = reminderDays();
            Set<UUID> centres = centres(net);
            Optional<RoundPlan> plan = problems.isEmpty()
                    ? Optional.of(new RoundPlan(form.title(), questionnaire.orElseThrow(), opensOn.orElseThrow(),
                            closesOn.orElseThrow(), group.orElseThrow(), reminders, retention.orElseThrow(), recipients()))
                    : Optional.empty();
            return new Judged(plan, centres, problems);
        }

        private void judgeTitle(Predicate<String> isTitleTaken) {
            int length = Texts.length(form.title());
            if (length == 0) {
                problems.put("title", "Geef de ronde een titel, bijvoorbeeld ‘afname 2026–2027’.");
            } else if (length > RoundPlan.LONGEST_TITLE) {
                problems.put("title",
                        "De titel telt %s tekens; er is plaats voor %d.".formatted(BelgianDutch.number(length), RoundPlan.LONGEST_TITLE));
            } else if (Names.oddSign(form.title()).isPresent()) {
                problems.put("title", Names.oddSign(form.title()).get());
            } else if (isTitleTaken.test(form.title())) {
                problems.put("title", "Er is al een ronde met de titel ‘%s’. Kies een andere titel.".formatted(form.title()));
            }
        }

        private void judgeLastDay(Optional<LocalDate> opensOn, LocalDate last) {
            if (last.isBefore(today)) {
                problems.put("closesOn", pastSentence(last));
            }
            if (opensOn.filter(last::isBefore).isPresent()) {
                problems.put("opensOn",
                        "De eerste dag, %s, valt na de laatste dag, %s. Kies een vroegere eerste dag of een latere laatste dag."
                                .formatted(BelgianDutch.date(opensOn.get()), BelgianDutch.date(last)));
            }
        }

        static String pastSentence(LocalDate last) {
            return "De laatste dag, %s, is al voorbij. Kies vandaag of een latere dag.".formatted(BelgianDutch.date(last));
        }

        private Optional<LocalDate> date(String field, String which, String text) {
            Optional<LocalDate> date = BelgianDutch.read(text);
            if (date.isEmpty()) {
                problems.put(field, dateSentence(which, text));
            }
            return date;
        }

        static String dateSentence(String which, String text) {
            return text.isEmpty() ? "Vul de %s dag in.".formatted(which)
                    : "‘%s’ is geen bestaande datum. Vul de %s dag in als dag, maand en jaar, bijvoorbeeld 30/6/2027.".formatted(text,
                            which);
        }

        private Optional<Integer> number(String field, String text, int least, int most, String sentence) {
            Optional<Integer> number = wholeNumber(text).filter(found -> found >= least && found <= most);
            if (number.isEmpty()) {
                problems.put(field, sentence);
            }
            return number;
        }

        private static Optional<Integer> wholeNumber(String text) {
            return text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
        }

        private List<Integer> reminderDays() {
            List<Optional<Integer>> days = form.reminderDays().isEmpty() ? List.of()
                    : Stream.of(form.reminderDays().split("[,;\\s]+")).map(day -> wholeNumber(day)
                            .filter(found -> found >= 1 && found <= RoundPlan.EARLIEST_REMINDER_DAYS)).toList();
            if (days.stream().anyMatch(Optional::isEmpty) || days.size() > MOST_REMINDERS) {
                problems.put("reminderDays", "Schrijf hoogstens tien getallen van 1 tot 365 met een komma ertussen, bijvoorbeeld 14, 3. "
                        + "Laat het veld leeg voor geen herinneringen.");
                return List.of();
            }
            return days.stream().flatMap(Optional::stream).distinct().sorted(Comparator.reverseOrder()).toList();
        }

        private Set<UUID> centres(List<Centre> net) {
            Set<UUID> chosen = net.stream().filter(Centre::isActive).filter(this::isChosen).map(Centre::id)
                    .collect(Collectors.toUnmodifiableSet());
            if (form.all() && !(form.schoolGroups().isEmpty() && form.centres().isEmpty())) {
                problems.put("centres", "Je koos alle centra, en je duidde er ook enkele aan. Kies één van beide.");
            } else if (chosen.isEmpty()) {
                problems.put("centres", "Kies minstens één centrum: een ronde zonder centra kan niet.");
            }
            return chosen;
        }

        private boolean isChosen(Centre centre) {
            return form.all() || form.centres().contains(centre.id().toString())
                    || centre.schoolGroups().stream().anyMatch(group -> form.schoolGroups().contains(group.toString()));
        }

        private Map<RoundMail, Set<Role>> recipients() {
            Map<RoundMail, Set<Role>> recipients = new EnumMap<>(RoundMail.class);
            for (RoundMail mail : RoundMail.values()) {
                recipients.put(mail,
                        RoundPlan.RECIPIENTS.stream().filter(role -> form.goesTo(mail, role)).collect(Collectors.toUnmodifiableSet()));
            }
            return recipients;
        }
    }
}
