package be.zelfscan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.campaign.RoundForm.RoundFormCheck;
import be.zelfscan.organisation.Centre;
import be.zelfscan.organisation.Role;
import be.zelfscan.organisation.SchoolGroup;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundPlan;
import be.zelfscan.web.Form;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** The form of a round is judged by pure rules. */
class RoundFormCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final SchoolGroup GROUP = new SchoolGroup(UUID.randomUUID(), "Scholengroep", Optional.empty());
    private static final Centre OF_GROUP = new Centre(UUID.randomUUID(), "Een", Set.of(GROUP.id()), Optional.empty());
    private static final Centre ALONE = new Centre(UUID.randomUUID(), "Twee", Set.of(), Optional.empty());
    private static final Centre ENDED = new Centre(UUID.randomUUID(), "Drie", Set.of(GROUP.id()), Optional.of(TODAY));

    @Test
    void aFormThatIsRightBecomesAPlan() {
        RoundFormCheck.Judged judged = judge("title=afname&questionnaire=x/1&opensOn=2026-09-01&closesOn=30/6/2027&minimumGroupSize=3"
                + "&noteRetentionYears=6&reminderDays=3,+14+3&who=all&to.invitation=director&to.invitation=leader&to.reminder=baas");
        assertThat(judged.problems()).isEmpty();
        RoundPlan plan = judged.plan().orElseThrow();
        assertThat(plan.closesOn()).isEqualTo(LocalDate.of(2027, 6, 30));
        assertThat(plan.reminderDays()).containsExactly(14, 3);
        assertThat(plan.recipients().get(RoundMail.invitation)).containsExactlyInAnyOrder(Role.director, Role.leader);
        assertThat(plan.recipients().get(RoundMail.reminder)).as("a role that nobody can choose").isEmpty();
        assertThat(judged.centres()).as("never a centre that ended").containsExactlyInAnyOrder(OF_GROUP.id(), ALONE.id());
    }

    @Test
    void aChosenSchoolGroupStandsForItsCentresThatHaveNotEnded() {
        assertThat(judge("who=chosen&schoolGroup=" + GROUP.id()).centres()).isEqualTo(Set.of(OF_GROUP.id()));
        assertThat(judge("who=chosen&centre=" + ENDED.id()).problems()).containsKey("centres");
    }

    @Test
    void allCentresAndSomeOfThemIsAskedAgain() {
        assertThat(judge("who=all&centre=" + ALONE.id()).problems().get("centres")).contains("Kies één van beide");
    }

    @Test
    void theLastDayCanBeTodayAndTheFirstDayCanBeTheLast() {
        assertThat(judge("opensOn=2026-11-24&closesOn=2026-11-24").problems()).doesNotContainKeys("opensOn", "closesOn");
        assertThat(judge("opensOn=2026-11-01&closesOn=2026-11-23").problems()).containsKey("closesOn");
    }

    @Test
    void anEmptyFormSaysWhatIsMissingEverywhere() {
        assertThat(judge("").problems()).containsOnlyKeys("title", "questionnaire", "opensOn", "closesOn", "minimumGroupSize",
                "noteRetentionYears", "centres");
    }

    @Test
    void daysAndNumbersMayBePastedWithSignsThatNobodySees() {
        RoundForm form = RoundForm.of(new Form(Map.of("title", List.of("afname"), "questionnaire", List.of("x/1"), "opensOn",
                List.of("\u200B2026-09-01"), "closesOn", List.of("\u00A030/6/2027\u202F"), "minimumGroupSize", List.of("\u00A05\uFEFF"),
                "reminderDays", List.of("14,\u00A03\u200B"), "noteRetentionYears", List.of("\u20606"), "who", List.of("all"))));
        RoundFormCheck.Judged judged = judge(form);
        assertThat(judged.problems()).isEmpty();
        assertThat(judged.plan().orElseThrow().reminderDays()).containsExactly(14, 3);
    }

    @Property(tries = 300)
    void whateverIsTypedIsAPlanOrHasASentence(@ForAll @StringLength(max = 30) String text) {
        RoundForm form = RoundForm.of(new Form(Map.of("title", List.of(text), "questionnaire", List.of(text), "opensOn", List.of(text),
                "closesOn", List.of(text), "minimumGroupSize", List.of(text), "reminderDays", List.of(text), "centre", List.of(text))));
        RoundFormCheck.Judged judged = judge(form);
        assertThat(judged.plan()).isEmpty();
        assertThat(judged.problems().values()).isNotEmpty().allMatch(sentence -> !sentence.isBlank());
        assertThat(form.title().contains("\0") && !judged.problems().containsKey("title")).as("named, and not kept").isFalse();
    }

    private static RoundFormCheck.Judged judge(String fields) {
        return judge(RoundForm.of(Form.of(fields)));
    }

    private static RoundFormCheck.Judged judge(RoundForm form) {
        return new RoundFormCheck(form, TODAY).judge(List.of(new QuestionnaireKey("x", "1")), List.of(OF_GROUP, ALONE, ENDED),
                title -> false);
    }
}
