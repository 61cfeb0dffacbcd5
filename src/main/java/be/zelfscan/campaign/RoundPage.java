package be.zelfscan.campaign;

import be.zelfscan.mail.MessageLedger.RoundMessages;
import be.zelfscan.organisation.Centre;
import be.zelfscan.organisation.Role;
import be.zelfscan.organisation.SchoolGroup;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundPlan;
import be.zelfscan.scan.ScanProgress;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Form;
import be.zelfscan.web.PageLayout;
import io.micronaut.http.HttpParameters;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One round; the templates of {@code src/main/jte/campaign} take this.
 *
 * @param lines the centres that the filter leaves
 * @param delivery how far its mails are
 * @param reminded when each centre was last reminded, those that were
 * @param reach of the mail that comes next
 */
public record RoundPage(PageLayout layout, FollowRound.Followed followed, List<FollowRound.Line> lines, RoundFilter filter,
        RoundMessages delivery, Map<UUID, Instant> reminded, MailOut.Reach reach, Filled filled) {

    /**
     * What was done or filled in before the page is shown.
     *
     * @param done a sentence that says what was done; empty otherwise
     * @param refusal why something was not done; empty otherwise
     * @param lastDay what was typed as the new last day
     * @param lastDaySeen the version of the last day that its reader was shown, where the form shows what was typed
     * @param ticked the centres that are ticked
     */
    record Filled(String done, String refusal, String lastDay, Optional<String> lastDaySeen, Set<String> ticked) {
        static final Filled NOTHING = new Filled("", "", "", Optional.empty(), Set.of());

        static Filled done(String sentence) {
            return new Filled(sentence, "", "", Optional.empty(), Set.of());
        }

        static Filled lastDay(String typed, String seen) {
            return new Filled("", "", typed, Optional.of(seen), Set.of());
        }

        static Filled ticked(Set<String> centres) {
            return new Filled("", "", "", Optional.empty(), centres);
        }

        Filled refused(String sentence) {
            return new Filled("", sentence, lastDay, lastDaySeen, ticked);
        }

        Filled withTicked(List<FollowRound.Line> lines) {
            return new Filled(done, refusal, lastDay, lastDaySeen,
                    lines.stream().map(line -> line.centre().id().toString()).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** A step in the progress of a round: how many centres are there, and the address that shows only those. */
    public record Step(ScanProgress.State state, long centres, String address, boolean isCurrent) {}

    static String address(UUID roundId) {
        return "/rondes/" + roundId;
    }

    static String period(Round round) {
        return BelgianDutch.date(round.opensOn()) + " tot en met " + BelgianDutch.date(round.closesOn());
    }

    public Round round() {
        return followed.round();
    }

    public String address() {
        return address(round().id());
    }

    public String period() {
        return period(round());
    }

    public String done() {
        return filled.done();
    }

    public String refusal() {
        return filled.refusal();
    }

    public String lastDay() {
        return filled.lastDay();
    }

    /** The version of the last day that the form to extend the round was made from. */
    public String lastDaySeen() {
        return filled.lastDaySeen().orElse(ChangeRound.lastDay(round().closesOn()).version());
    }

    public List<Step> steps() {
        return List.of(ScanProgress.State.values()).stream().map(state -> new Step(state,
                followed.lines().stream().filter(filter::ofGroup).filter(line -> line.progress().state() == state).count(),
                address() + filter.toggled(state).query() + "#centra", filter.is(state))).toList();
    }

    /** By which one can filter. */
    public List<FollowRound.SchoolGroupChoice> schoolGroups() {
        return FollowRound.SchoolGroupChoice.of(followed.centres(), followed.schoolGroups());
    }

    /** The names of the school groups for which a centre works. */
    public String schoolGroupNames(Centre centre) {
        return followed.schoolGroups().stream().filter(group -> centre.schoolGroups().contains(group.id())).map(SchoolGroup::name)
                .collect(Collectors.joining(", "));
    }

    /** The address of this page with all shown centres ticked. */
    public String allTicked() {
        return address() + filter.queryAllTicked() + "#centra";
    }

    public boolean isTicked(UUID centreId) {
        return filled.ticked().contains(centreId.toString());
    }

    /** When a centre was last reminded, in words; empty when it was not. */
    public String reminded(UUID centreId) {
        return Optional.ofNullable(reminded.get(centreId)).map(BelgianDutch::dateAndTime).orElse("");
    }

    /** To which the ticked centres are posted: the page afterwards shows the same ones. */
    public String reminding() {
        return address() + "/herinnering" + filter.query();
    }

    /** Whether a reminder can go to somebody of the shown centres. */
    public boolean canRemind() {
        return round().isOpen() && lines.stream().anyMatch(line -> line.progress().state() != ScanProgress.State.sent);
    }

    /** The centres that can still leave the round. */
    public List<Centre> removable() {
        return followed.lines().stream().filter(line -> line.progress().state() == ScanProgress.State.not_started)
                .map(FollowRound.Line::centre).toList();
    }

    public String reminders() {
        List<Integer> days = followed.plan().reminderDays();
        return days.isEmpty() ? "geen automatische"
                : "%s %s vóór de laatste dag".formatted(BelgianDutch.list(days.stream().map(String::valueOf).toList()),
                        days.equals(List.of(1)) ? "dag" : "dagen");
    }

    /** Who gets a mail, in words. */
    public String recipients(RoundMail mail) {
        Set<Role> chosen = followed.plan().recipients().get(mail);
        List<String> roles = RoundPlan.RECIPIENTS.stream().filter(chosen::contains).map(Role::label).toList();
        return roles.isEmpty() ? "niemand" : BelgianDutch.list(roles);
    }

    public List<RoundMail> mails() {
        return List.of(RoundMail.values());
    }

    /** Which centres of a round are shown. It stands in the address of the page; what that says wrongly counts as not said. */
    public record RoundFilter(Optional<ScanProgress.State> state, Optional<UUID> schoolGroup) {
        private static final String STATE = "stand";
        private static final String SCHOOL_GROUP = "scholengroep";
        private static final String TICKED = "aangeduid";

        static RoundFilter of(HttpParameters parameters) {
            String state = parameters.getFirst(STATE).orElse("");
            return new RoundFilter(Arrays.stream(ScanProgress.State.values()).filter(one -> one.name().equals(state)).findFirst(),
                    parameters.getFirst(SCHOOL_GROUP).flatMap(Form::idOf));
        }

        /** Whether the address says that all shown centres that did not send are ticked. */
        static boolean isAllTicked(HttpParameters parameters) {
            return parameters.getFirst(TICKED).isPresent();
        }

        boolean shows(FollowRound.Line line) {
            return state.filter(one -> one != line.progress().state()).isEmpty() && ofGroup(line);
        }

        boolean ofGroup(FollowRound.Line line) {
            return schoolGroup.filter(group -> !line.centre().schoolGroups().contains(group)).isEmpty();
        }

        public boolean isNarrow() {
            return state.isPresent() || schoolGroup.isPresent();
        }

        public boolean is(ScanProgress.State one) {
            return state.filter(one::equals).isPresent();
        }

        public boolean is(UUID group) {
            return schoolGroup.filter(group::equals).isPresent();
        }

        /** In addition only the centres in a state, or those in any when these are the ones that are shown. */
        RoundFilter toggled(ScanProgress.State one) {
            return new RoundFilter(is(one) ? Optional.empty() : Optional.of(one), schoolGroup);
        }

        /** As an address says it, with the question mark before; empty when all is shown. */
        String query() {
            return query(Stream.of());
        }

        /** As {@link #query}, and that all shown centres are ticked. */
        String queryAllTicked() {
            return query(Stream.of(TICKED + "=alle"));
        }

        private String query(Stream<String> more) {
            List<String> parts = Stream.of(state.map(one -> STATE + "=" + one.name()).stream(),
                    schoolGroup.map(id -> SCHOOL_GROUP + "=" + id).stream(), more).flatMap(part -> part).toList();
            return parts.isEmpty() ? "" : parts.stream().collect(Collectors.joining("&", "?", ""));
        }
    }
}
