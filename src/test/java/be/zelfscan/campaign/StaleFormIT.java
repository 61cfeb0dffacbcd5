package be.zelfscan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet;
import be.zelfscan.TestService;
import be.zelfscan.database.Scope;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import be.zelfscan.web.FormContent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two of POC+ have the same form open: the second one to save is shown what the first one kept, and writes over nothing that was not shown. */
class StaleFormIT {
    private static final TestService SERVICE = TestService.get();

    private final Visitor one = SERVICE.inSession(Net.support());
    private final Visitor other = SERVICE.inSession(Net.support());

    /** Each form that edits something: its page, the address in it, the field that one changes and the field that the other does. */
    private static Stream<Arguments> forms() {
        return new Scope.Service().call(StaleFormIT::made);
    }

    private static Stream<Arguments> made() {
        TestNet net = new TestNet();
        TestService.TestCentre centre = SERVICE.centre("Centrum");
        TestService.TestCentre second = SERVICE.centre("Centrum");
        Visitor poc = SERVICE.inSession(Net.support());
        String draft = Net.draft(poc, Net.unique("ronde"), centre, second);
        String open = Net.open(poc, Net.unique("ronde"), centre, second);
        String label = label(poc, open);
        String group = "/organisatie/scholengroep/" + net.schoolGroup;
        String ofCentre = "/organisatie/centrum/" + net.centre;
        String site = "/organisatie/vestiging/" + net.site;
        String person = "/organisatie/persoon/" + net.person(TestNet.Actor.member);
        String labels = "/vergelijking/" + Net.id(open) + "/toelichtingen/labels";
        return Stream.of(
                Arguments.of(person, person, "email", Net.unique("adres").replace(' ', '-') + "@test.example", "naam", "Nieuwe Naam"),
                Arguments.of(person, person, "rol", "", "naam", "Nog een Naam"),
                Arguments.of(ofCentre, ofCentre, "naam", Net.unique("Eerst"), "naam", Net.unique("Daarna")),
                Arguments.of(group, group, "naam", Net.unique("Eerst"), "naam", Net.unique("Daarna")),
                Arguments.of(site, site, "naam", "Eerst", "naam", "Daarna"),
                Arguments.of(draft + "/gegevens", draft + "/gegevens", "closesOn", "2099-05-01", "title", Net.unique("titel")),
                Arguments.of(draft + "/gegevens", draft + "/gegevens", "centre", centre.id().toString(), "minimumGroupSize", "7"),
                Arguments.of(draft + "/gegevens", draft + "/gegevens", "to.reminder", "leader", "reminderDays", "30"),
                Arguments.of(open, open + "/verlenging", "closesOn", "2099-05-01", "closesOn", "2099-06-01"),
                Arguments.of(labels, label, "naam", Net.unique("Eerst"), "naam", Net.unique("Daarna")));
    }

    private static String label(Visitor poc, String round) {
        String name = Net.unique("label");
        String labels = "/vergelijking/" + Net.id(round) + "/toelichtingen/labels";
        Page page = poc.post(labels, Map.of("naam", List.of(name)));
        return page.document().select("form.label-form").stream().filter(form -> form.select("input[name=naam]").attr("value").equals(name))
                .findFirst().orElseThrow().attr("action");
    }

    @ParameterizedTest(name = "{1}: {2}, then {4}")
    @MethodSource("forms")
    void aStaleSaveIsShownWithBothAndWritesNothing(String page, String action, String field, String value, String otherField,
            String otherValue) {
        Form first = one.get(page).form(action);
        Form stale = other.get(page).form(action);
        assertThat(stale.get(FormContent.VERSION)).hasSize(1).doesNotContain("");
        Page kept = one.submit(set(first, field, value));
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        Form now = one.get(page).form(action);

        Page refused = other.submit(set(stale, otherField, otherValue));

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.document().select("[role=alert], .problem").text()).contains("ntussen");
        assertThat(one.get(page).form(action).get(field)).as("what the first one kept").isEqualTo(now.get(field));
        assertThat(one.get(page).form(action).get(FormContent.VERSION)).isEqualTo(now.get(FormContent.VERSION));
        Form again = refused.form(action);
        assertThat(again.get(otherField)).as("what the second one typed").containsExactly(otherValue);

        Page meant = other.submit(again);
        assertThat(meant.status()).as("now that both were shown: " + meant.text()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{1}: {2}, then {4}")
    @MethodSource("forms")
    void aFormThatIsRefusedForWhatIsTypedStaysAsStaleAsItWas(String page, String action, String field, String value, String otherField,
            String otherValue) {
        Form first = one.get(page).form(action);
        Form stale = other.get(page).form(action);
        one.submit(set(first, field, value));

        Page wrong = other
                .submit(set(stale, otherField, otherField.equals("closesOn") ? "ooit" : otherField.equals("reminderDays") ? "x" : ""));
        assertThat(wrong.status()).as(wrong.text()).isEqualTo(422);
        Page refused = other.submit(set(wrong.form(action), otherField, otherValue));

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
    }

    @Test
    void theSameChangeTwiceIsNoConflict() {
        TestNet net = new TestNet();
        String site = "/organisatie/vestiging/" + net.site;
        Form first = one.get(site).form(site).set("naam", "Bijgebouw");
        Form second = other.get(site).form(site).set("naam", "Bijgebouw");
        assertThat(one.submit(first).status()).isEqualTo(200);
        assertThat(other.submit(second).text()).contains("Bewaard.");
    }

    @Test
    void aFormThatSaysNotWhatItSawChangesNothing() {
        TestNet net = new TestNet();
        String site = "/organisatie/vestiging/" + net.site;
        Page refused = one.post(site, Map.of("naam", List.of("Bijgebouw")));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.form(site).get("naam")).containsExactly("Bijgebouw");
        assertThat(refused.document().select(".overtaken td").eachText()).contains("Bijgebouw");
    }

    private static Form set(Form form, String field, String value) {
        return value.isEmpty() && field.equals("rol") ? form.set(field) : form.set(field, value);
    }
}
