package be.zelfscan.campaign;

import be.zelfscan.mail.RoundMessages;
import be.zelfscan.organisation.Role;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundPlan;
import be.zelfscan.scan.ScanProgress;
import be.zelfscan.web.BelgianDutch;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.Shell;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the pages of running a round show; the templates of {@code src/main/jte/campaign} take these. */
public final class CampaignPages {
    private CampaignPages() {}

    /** A round in the list. */
    public record RoundLine(String address, String title, String state, String period, int centres, int sent) {}

    /** All rounds. */
    public record Rounds(Shell shell, List<RoundLine> rounds) {}

    /** A version of an instrument that can be chosen. */
    public record Instrument(String value, String title) {}

    /** A school group whose centres can be chosen together. */
    public record SchoolGroupChoice(UUID id, String name, int centres) {}

    /**
     * The form of a round.
     *
     * @param address to which it posts; {@code back} is where one goes without keeping anything
     * @param again why the form came back
     */
    public record Plan(Shell shell, boolean fresh, String address, String back, RoundForm form, Again again,
            List<Instrument> instruments, List<SchoolGroupChoice> schoolGroups, List<CentreOfNet> centres) {
        public Map<String, String> problems() {
            return again.problems();
        }

        /** What is wrong with a field; empty when nothing. */
        public String problem(String field) {
            return problems().getOrDefault(field, "");
        }

        public List<RoundMail> mails() {
            return List.of(RoundMail.values());
        }

        public List<Role> roles() {
            return RoundPlan.RECIPIENTS;
        }
    }

    /**
     * Why the form of a round came back, and what it was made from.
     *
     * @param problems a sentence by field; empty when nothing was refused
     * @param overtaken in what the typed differs from what somebody else kept meanwhile
     * @param version of what its reader was shown; empty for a new round
     */
    public record Again(Map<String, String> problems, List<FormContent.Difference> overtaken, String version) {
        public boolean isEmpty() {
            return problems.isEmpty() && overtaken.isEmpty();
        }
    }

    /** A step in the progress of a round: how many centres are there, and the address that shows only those. */
    public record Step(ScanProgress.State state, long centres, String address, boolean isCurrent) {}

    /**
     * What was done or typed before a page of a round is shown.
     *
     * @param done a sentence that says what was done; empty otherwise
     * @param refusal why something was not done; empty otherwise
     * @param lastDay what was typed as the new last day
     * @param lastDaySeen the version of the last day that this was typed for, where that is still all that was shown
     * @param ticked the centres that are ticked
     */
    record Before(String done, String refusal, String lastDay, Optional<String> lastDaySeen, Set<String> ticked) {
        static final Before NOTHING = new Before("", "", "", Optional.empty(), Set.of());

        static Before done(String sentence) {
            return new Before(sentence, "", "", Optional.empty(), Set.of());
        }

        static Before lastDay(String typed, String seen) {
            return new Before("", "", typed, Optional.of(seen), Set.of());
        }

        static Before ticked(Set<String> centres) {
            return new Before("", "", "", Optional.empty(), centres);
        }

        Before refused(String sentence) {
            return new Before("", sentence, lastDay, lastDaySeen, ticked);
        }

        Before withTicked(List<FollowRound.Line> lines) {
            return new Before(done, refusal, lastDay, lastDaySeen,
                    lines.stream().map(line -> line.centre().id().toString()).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /**
     * One round.
     *
     * @param lines the centres that the filter leaves
     * @param delivery how far its mails are
     * @param schoolGroups by which one can filter
     * @param reminded when each centre was last reminded, those that were
     * @param reach of the mail that comes next
     */
    public record RoundPage(Shell shell, FollowRound.Followed followed, List<Step> steps, List<FollowRound.Line> lines, Filter filter,
            List<SchoolGroupChoice> schoolGroups, RoundMessages delivery, Map<UUID, Instant> reminded, MailReach.Reach reach,
            Before before) {
        public Round round() {
            return followed.round();
        }

        public String address() {
            return "/rondes/" + round().id();
        }

        public String period() {
            return CampaignPages.period(round());
        }

        public String done() {
            return before.done();
        }

        public String refusal() {
            return before.refusal();
        }

        public String lastDay() {
            return before.lastDay();
        }

        /** The version of the last day that the form to extend the round was made from. */
        public String lastDaySeen() {
            return before.lastDaySeen().orElse(CloseRound.lastDay(round().closesOn()).version());
        }

        /** The address of this page with all shown centres ticked. */
        public String allTicked() {
            return Filters.allTicked(round().id(), filter);
        }

        public boolean isTicked(UUID centreId) {
            return before.ticked().contains(centreId.toString());
        }

        /** When a centre was last reminded, in words; empty when it was not. */
        public String reminded(UUID centreId) {
            return Optional.ofNullable(reminded.get(centreId)).map(BelgianDutch::dateAndTime).orElse("");
        }

        /** To which the ticked centres are posted: the page afterwards shows the same ones. */
        public String reminding() {
            return address() + "/herinnering" + Filters.query(filter);
        }

        /** Whether a reminder can go to somebody of the shown centres. */
        public boolean canRemind() {
            return round().isOpen() && lines.stream().anyMatch(line -> line.progress().state() != ScanProgress.State.sent);
        }

        /** The centres that can still leave the round. */
        public List<CentreOfNet> removable() {
            return followed.lines().stream().filter(line -> line.progress().state() == ScanProgress.State.not_started)
                    .map(FollowRound.Line::centre).toList();
        }

        public String reminders() {
            return followed.reminderDays().isEmpty() ? "geen automatische"
                    : BelgianDutch.list(followed.reminderDays().stream().map(String::valueOf).toList()) + " dagen vóór de laatste dag";
        }

        /** Who gets a mail, in words. */
        public String recipients(RoundMail mail) {
            List<String> roles = RoundPlan.RECIPIENTS.stream().filter(role -> followed.recipients().get(mail).contains(role))
                    .map(Role::label).toList();
            return roles.isEmpty() ? "niemand" : BelgianDutch.list(roles);
        }

        public List<RoundMail> mails() {
            return List.of(RoundMail.values());
        }
    }

    /**
     * What is asked before something is done with a round that mails people or cannot be undone.
     *
     * @param named the centres that it is about, each with a word more where there is one
     * @param happens a sentence for each thing that follows
     * @param reach of the mail that leaves; empty when none does
     * @param preview the address of that mail as it will look
     * @param impossible what cannot be done any more afterwards; empty for nothing
     * @param address to which its form posts {@code fields}
     */
    public record Question(Shell shell, String round, String title, String lead, String namedTitle, List<String> named,
            List<String> happens,
            Optional<MailReach.Reach> reach, String preview, String impossible, String address, List<Field> fields, String button,
            String back) {}

    /** A field that goes along with a form unseen. */
    public record Field(String name, String value) {}

    /** The form to open a sent scan again. */
    public record ReopeningForm(Shell shell, String round, String centre, List<String> directors, String address, String back,
            String reason, String problem) {}

    /** The mail that a scan was opened again. */
    public record ReopenedMail(String name, String centre, String round, String lastDay, String reason, String link) {}

    /** A result that was sent. */
    public record SentLink(String address, String label) {}

    /** A centre in a round: what it sent, the oldest first. */
    public record CentreLine(String name, List<SentLink> sent) {}

    /**
     * A round of a school group.
     *
     * @param beside where its centres are laid beside each other; empty as long as that cannot be done
     */
    public record RoundOfGroup(String title, boolean closed, String beside, List<CentreLine> centres) {}

    /** A school group. */
    public record SchoolGroupPage(Shell shell, String name, List<String> centres, List<RoundOfGroup> rounds) {}

    /** Which centres of a round are shown. */
    public record Filter(Optional<ScanProgress.State> state, Optional<UUID> schoolGroup) {
        boolean shows(FollowRound.Line line) {
            return state.filter(one -> one != line.progress().state()).isEmpty() && ofGroup(line);
        }

        boolean ofGroup(FollowRound.Line line) {
            return schoolGroup.filter(group -> !line.centre().worksFor(group)).isEmpty();
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
    }

    static String period(Round round) {
        return BelgianDutch.date(round.opensOn()) + " tot en met " + BelgianDutch.date(round.closesOn());
    }
}
