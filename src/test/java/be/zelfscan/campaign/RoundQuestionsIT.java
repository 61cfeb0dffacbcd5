package be.zelfscan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Before a round is opened or closed, centres are reminded, added or taken out, a page in between says who, how many, and who gets no mail.
 */
class RoundQuestionsIT {
    private final TestService service = TestService.get();
    private final Visitor poc = service.inSession(Net.support());
    private final TestCentre one = service.centre("Centrum een");
    private final TestCentre other = service.centre("Centrum twee");
    private final String title = Net.unique("ronde");

    @Test
    void openingAsksFirstAndNamesTheCentreForWhichNobodyGetsTheInvitation() {
        String round = Net.draft(poc, title, one, lonely());

        assertThat(poc.get(round).text()).contains("Voor 1 centrum krijgt niemand deze mail (uitnodiging)");
        Page asked = poc.get(round + "/opening");

        assertThat(asked.text()).contains("2 centra doen mee", one.name(), "1 persoon krijgt deze mail",
                "Voor 1 centrum krijgt niemand deze mail",
                other.name() + ". Voeg iemand toe", "niet meer intrekken");
        assertThat(asked.link("Voeg iemand toe")).isEqualTo("/organisatie/persoon/nieuw?centrum=" + other.id());
        assertThat(state(round)).as("asking opens nothing").isEqualTo("draft");
        Page opened = poc.submit(asked.form("/opening"));
        assertThat(opened.text()).contains("De ronde is geopend", "Voor 1 centrum krijgt niemand deze mail");
        assertThat(state(round)).isEqualTo("open");
    }

    @Test
    void closingAsksFirstAndNamesWhoDidNotSend() {
        String round = Net.open(poc, title, one, other);
        Net.start(service.inSession(one.director()), one, round);

        Page asked = poc.get(round + "/afsluiting");

        assertThat(asked.text()).contains("2 van de 2 centra verzonden nog niet", one.name() + ": begonnen",
                other.name() + ": niet begonnen",
                "De vergelijking wordt gemaakt en ligt dan vast.", "De afsluitende mails gaan uit.", "2 mensen krijgen deze mail",
                "Afsluiten kan je niet ongedaan maken");
        assertThat(state(round)).as("asking closes nothing").isEqualTo("open");
        assertThat(poc.get(round).document().select("form[action$=/afsluiting]")).as("no button on the page itself").isEmpty();
        assertThat(poc.submit(asked.form("/afsluiting")).text()).contains("De ronde is afgesloten");
        assertThat(state(round)).isEqualTo("closed");
        assertThat(poc.get(round + "/afsluiting").status()).as("closed already").isEqualTo(409);
    }

    @Test
    void aRoundOfOneCentreIsSpokenOfAsOne() {
        Page draft = poc.submit(Net.plan(poc, title, one).set("reminderDays", "1"));
        String round = draft.path();

        assertThat(draft.text()).contains("Wanneer je de ronde opent, ziet het centrum ze.", "1 dag vóór de laatste dag");
        assertThat(poc.get(round + "/opening").text()).contains("Het centrum ziet de ronde dan.",
                "Vanaf dan kan het centrum invullen en verzenden");
        Net.confirm(poc, round + "/opening");
        assertThat(poc.get(round + "/afsluiting").text()).contains("Het centrum verzond nog niet");
    }

    @Test
    void aMailThatNobodyGetsIsNotSaidToLeave() {
        Page draft = poc.submit(Net.plan(poc, title, one, other).set("to.invitation").set("to.round-closed"));
        String round = draft.path();

        assertThat(draft.text()).contains("zien de 2 centra ze. Wie de uitnodiging krijgt, zie je voor je bevestigt.");
        assertThat(poc.get(round + "/opening").text()).contains("De centra zien de ronde dan. Wie de uitnodiging krijgt, staat hieronder.",
                "Niemand krijgt deze mail.");
        Net.confirm(poc, round + "/opening");
        assertThat(poc.get(round + "/afsluiting").text()).contains("Niemand krijgt deze mail.")
                .doesNotContain("De afsluitende mails gaan uit");
    }

    @Test
    void aReminderAsksFirstAndAFormThatIsPostedTwiceMailsOnce() {
        String round = Net.open(poc, title, one, other);
        Form ticked = poc.get(round + "?stand=not_started").form("/herinnering").set("centre", one.id().toString(), other.id().toString());

        Page asked = poc.submit(ticked);

        assertThat(asked.text()).contains("2 centra krijgen een herinnering", one.name() + ", nog niet herinnerd",
                "2 mensen krijgen deze mail");
        assertThat(Net.messages(round, "reminder", one.director())).as("asking mails nobody").isZero();
        Page first = poc.submit(asked.form("/herinnering"));
        Page second = poc.submit(asked.form("/herinnering"));
        assertThat(first.text()).contains("Er zijn 2 mails klaargezet");
        assertThat(second.text()).contains("Er zijn 2 mails klaargezet");
        assertThat(Net.messages(round, "reminder", one.director())).isEqualTo(1);
        assertThat(first.response().uri().getQuery()).as("the same centres as before").contains("stand=not_started");
        assertThat(Net.line(first, one)).contains("om ");
        Page again = poc.submit(ticked);
        assertThat(again.text()).contains(one.name() + ", laatst herinnerd op");
        poc.submit(again.form("/herinnering"));
        assertThat(Net.messages(round, "reminder", one.director())).as("meant twice").isEqualTo(2);
    }

    @Test
    void aReminderSaysForWhichCentreNobodyGetsIt() {
        String round = Net.open(poc, title, one, lonely());
        Page asked = poc.post(round + "/herinnering", Map.of("centre", List.of(one.id().toString(), other.id().toString())));
        assertThat(asked.text()).contains("1 persoon krijgt deze mail", "Voor 1 centrum krijgt niemand deze mail (herinnering)",
                other.name());
    }

    @Test
    void nothingTickedIsSaidOnTheSameCentres() {
        String round = Net.open(poc, title, one, other);
        Page refused = poc.submit(poc.get(round + "?stand=not_started").form("/herinnering"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.document().select("a[aria-current=true]").text()).contains("niet begonnen");
    }

    @Test
    void aCentreIsAddedAndTakenOutAfterAQuestion() {
        String round = Net.open(poc, title, one);
        Page adding = poc.get(round + "/centra/toevoeging?centre=" + other.id());
        assertThat(adding.text()).contains(other.name() + " toevoegen?", "1 persoon krijgt deze mail");
        assertThat(Net.messages(round, "invitation", other.director())).isZero();
        poc.submit(adding.form("/centra"));
        assertThat(Net.messages(round, "invitation", other.director())).isEqualTo(1);

        Page removing = poc.get(round + "/centra/verwijdering?centre=" + other.id());
        assertThat(removing.text()).contains(other.name() + " weghalen?");
        assertThat(Net.line(poc.get(round), other)).isNotEmpty();
        poc.submit(removing.form("/centra/verwijdering"));
        assertThat(Net.line(poc.get(round), other)).isEmpty();
        assertThat(poc.get(round + "/centra/toevoeging?centre=").status()).isEqualTo(422);
    }

    /** The other centre, left by everybody. */
    private TestCentre lonely() {
        service.change("delete from membership where centre_id = ?", other.id());
        return other;
    }

    private String state(String round) {
        return service.texts("select state from round where id = '" + Net.id(round) + "'").getFirst();
    }
}
