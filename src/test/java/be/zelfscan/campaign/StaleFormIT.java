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

/**
 * Two of POC+ have the same form open: the second one to save is shown what the first one kept, and writes over nothing that was not shown.
 */
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

    @Test
    void aRoundIsOpenedAsItWasShown() {
        TestService.TestCentre first = SERVICE.centre("Centrum");
        TestService.TestCentre second = SERVICE.centre("Centrum");
        String draft = Net.draft(one, Net.unique("ronde"), first);
        Form shown = other.get(draft + "/opening").form("/opening");
        one.submit(one.get(draft + "/gegevens").form("/gegevens").set("centre", first.id().toString(), second.id().toString()));

        Page asked = other.submit(shown);

        isAskedAnew(asked, "2 centra doen mee", second.name());
        assertThat(Net.messages(draft, "invitation", first.director())).isZero();
        assertThat(other.submit(asked.form("/opening")).path()).isEqualTo(draft);
        assertThat(Net.messages(draft, "invitation", second.director())).isEqualTo(1);
    }

    @Test
    void aRoundIsClosedAsItWasShown() {
        TestService.TestCentre sends = SERVICE.centre("Centrum dat nog verzendt");
        String round = Net.open(one, Net.unique("ronde"), sends, SERVICE.centre("Centrum"));
        Form shown = other.get(round + "/afsluiting").form("/afsluiting");
        Net.send(SERVICE.inSession(sends.director()), sends, round);

        Page asked = other.submit(shown);

        isAskedAnew(asked, "1 van de 2 centra verzond nog niet");
        assertThat(SERVICE.count("select count(*) from round where id = ? and state = 'open'", Net.id(round))).isOne();
        assertThat(other.submit(asked.form("/afsluiting")).text()).contains("De ronde is afgesloten");
    }

    @Test
    void centresAreRemindedAsTheyWereShown() {
        TestService.TestCentre sends = SERVICE.centre("Centrum dat nog verzendt");
        TestService.TestCentre waits = SERVICE.centre("Centrum dat wacht");
        String round = Net.open(one, Net.unique("ronde"), sends, waits);
        Page shown = other.post(round + "/herinnering", Map.of("centre", List.of(sends.id().toString(), waits.id().toString())));
        Net.send(SERVICE.inSession(sends.director()), sends, round);

        Page asked = other.submit(shown.form("/herinnering"));

        isAskedAnew(asked, "1 centrum krijgt een herinnering", sends.name() + " verzond intussen");
        assertThat(Net.messages(round, "reminder", waits.director())).isZero();
        other.submit(asked.form("/herinnering"));
        assertThat(Net.messages(round, "reminder", waits.director())).isEqualTo(1);
        assertThat(Net.messages(round, "reminder", sends.director())).isZero();
    }

    @Test
    void aScanIsSentAsItWasShown() {
        TestService.TestCentre centre = SERVICE.centre("Centrum dat nog iets wijzigt");
        Visitor director = SERVICE.inSession(centre.director());
        Visitor colleague = SERVICE.inSession(centre.member());
        String scan = Net.start(director, centre, Net.open(one, Net.unique("ronde"), centre));
        Net.fillIn(director, scan);
        Form shown = director.get(scan + "/verzending").form("/verzending");
        colleague.submit(colleague.get(scan + "/deel/preventie").form("/deel/").set("motive.note", "Dat las de directeur niet."));

        Page asked = director.submit(shown);

        isAskedAnew(asked, "De zelfscan verzenden?", "Er is nog niets verzonden");
        isAskedAnew(director.post(scan + "/verzending", Map.of()), "Er is nog niets verzonden");
        assertThat(SERVICE.count("select count(*) from sent_scan where scan_id = ?", Net.id(scan))).isZero();
        Page result = director.submit(asked.form("/verzending"));
        assertThat(result.text()).contains("Dat las de directeur niet.");
        assertThat(Net.sent(director.submit(shown))).as("sent already").isEqualTo(Net.sent(result));
    }

    @Test
    void whoConfirmsWhatWasNotShownIsAsked() {
        String round = Net.draft(one, Net.unique("ronde"), SERVICE.centre("Centrum"));
        isAskedAnew(one.post(round + "/opening", Map.of()), "1 centrum doet mee");
        Net.confirm(one, round + "/opening");
        isAskedAnew(one.post(round + "/afsluiting", Map.of()), "Het centrum verzond nog niet");
    }

    private static void isAskedAnew(Page asked, String... words) {
        assertThat(asked.status()).as(asked.text()).isEqualTo(409);
        assertThat(asked.document().select("[role=alert]").text()).contains("Intussen");
        assertThat(asked.document().select("main").text()).contains(words);
    }

    private static Form set(Form form, String field, String value) {
        return value.isEmpty() && field.equals("rol") ? form.set(field) : form.set(field, value);
    }
}
