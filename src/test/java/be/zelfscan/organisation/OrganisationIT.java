package be.zelfscan.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet;
import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestService;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The support team manages school groups, centres, sites and people on the screen. */
class OrganisationIT {
    private final TestService service = TestService.get();
    private final TestNet test = new TestNet();
    private final Visitor support = test.visitor(Actor.support);
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String group = "/organisatie/scholengroep/" + test.schoolGroup;
    private final String centre = "/organisatie/centrum/" + test.centre;

    private Net net() {
        return service.context().getBean(NetRepository.class).read();
    }

    private Page add(String what, Map<String, List<String>> fields) {
        return support.post("/organisatie/" + what, fields);
    }

    private static Map<String, List<String>> named(String name) {
        return Map.of("naam", List.of(name));
    }

    private long logged(String action) {
        return service.count("select count(*) from activity_log where action = ? and person_id = ?", action, test.person(Actor.support));
    }

    private static void assertRefused(Page page, int status, String sentence) {
        assertThat(page.status()).as(page.text()).isEqualTo(status);
        assertThat(page.text()).contains(sentence);
    }

    @Test
    void aSchoolGroupWithACentreASiteAndPeopleIsMade() {
        Page made = add("scholengroep", named("  Groep   " + unique + " "));
        assertThat(made.text()).contains("Toegevoegd.", "Groep " + unique);
        UUID id = UUID.fromString(made.path().substring(made.path().lastIndexOf('/') + 1));
        Form form = support.get("/organisatie/centrum/nieuw?scholengroep=" + id).form("/organisatie/centrum").set("naam",
                "Centrum " + unique);
        Page madeCentre = support.submit(form);
        assertThat(madeCentre.text()).contains("Toegevoegd.");
        Page withSite = support.submit(madeCentre.form("/vestiging").set("vestiging", "Hoofdzetel"));
        assertThat(withSite.text()).contains("Hoofdzetel");
        Form person = support.get(withSite.link("Persoon toevoegen")).form("/organisatie/persoon").set("naam", "Nele Nieuw")
                .set("email", "Nele-" + unique + "@Test.example").set("nieuweRol", "director");
        Page added = support.submit(person);
        assertThat(added.text()).contains("Toegevoegd.", "directeur van Centrum " + unique);
        Page second = support.submit(added.form("/organisatie/persoon/").set("nieuweRol", "leader").set("bij", id.toString()));
        assertThat(second.text()).contains("Bewaard.", "verantwoordelijke van Groep " + unique);

        assertThat(support.get("/organisatie?zoek=" + unique).text()).contains("Groep " + unique, "Centrum " + unique, "1 vestiging",
                "1 persoon");
        assertThat(support.get("/organisatie/mensen?zoek=nele-" + unique).text()).contains("Nele Nieuw");
        assertThat(logged("organisation_added")).isEqualTo(4);
        assertThat(logged("roles_changed")).isEqualTo(2);
        assertThat(service.count("select count(*) from activity_log where detail like '%Nele%' or detail like '%nele%'")).isZero();
        assertThat(service.inSession("nele-" + unique + "@test.example").get("/centrum").status()).isEqualTo(200);
    }

    @Test
    void namesThatLookTheSameAreOneAndASignThatNobodySeesIsNamed() {
        String name = "Groep ‘Één’ – " + unique;
        assertThat(add("scholengroep", named(name)).text()).contains("Toegevoegd.");
        for (String same : List.of("groep 'één' - " + unique, "Groep\u00a0′E\u0301e\u0301n´ \u2011 " + unique,
                "GROEP  ‘ÉÉN’  ― " + unique.toUpperCase())) {
            assertRefused(add("scholengroep", named(same)), 409, "Er is al een scholengroep met de naam ‘" + name + "’");
        }
        for (String sign : List.of("\u200B", "\u0096", "\u0085", "\uFEFF", "\u00AD")) {
            Page refused = add("scholengroep", named("Groep Noord" + sign + "Zuid " + unique));
            assertRefused(refused, 422, "onzichtbaar teken (U+%04X) achter ‘Groep Noord’".formatted((int) sign.charAt(0)));
        }
        Page person = add("persoon",
                Map.of("naam", List.of("Jan"), "email", List.of("Jan Peeters <Jan." + unique + "@Café-test.example>;")));
        assertThat(person.text()).contains("Toegevoegd.");
        assertThat(person.form("/organisatie/persoon/").get("email")).containsExactly("jan." + unique + "@café-test.example");
        assertThat(service.count("select count(*) from person where email = ?", "jan." + unique + "@xn--caf-test-d1a.example")).isOne();
        for (String none : List.of("jan." + unique + ".@test.example", "jan.." + unique + "@test.example")) {
            assertRefused(add("persoon", Map.of("naam", List.of("Jan"), "email", List.of(none))), 422, "een punt staat nooit");
        }
        assertRefused(add("persoon", Map.of("naam", List.of("Jan"), "email", List.of("ja\u200Bn@test.example"))), 422, "U+200B");
    }

    @Test
    void aNameThatIsTakenOrMissingIsRefusedAndStaysInTheForm() {
        String taken = net().nameOf(test.centre);
        Map<String, List<String>> fields = Map.of("naam", List.of(taken.toUpperCase()), "scholengroep",
                List.of(test.schoolGroup.toString()));
        Page refused = add("centrum", fields);

        assertRefused(refused, 409, "Er is al een centrum met de naam ‘" + taken + "’");
        assertThat(refused.form("/organisatie/centrum").get("naam")).containsExactly(taken.toUpperCase());
        assertRefused(add("scholengroep", named(net().nameOf(test.schoolGroup))), 409, "Er is al een scholengroep met de naam");
        assertRefused(add("scholengroep", named(" ")), 422, "Vul een naam in.");
        assertRefused(add("scholengroep", named("a".repeat(201))), 422, "Deze naam telt 201 tekens; er is plaats voor 200.");
        assertRefused(add("centrum/" + test.centre + "/vestiging", Map.of("vestiging", List.of("VESTIGING"))), 409,
                "Er is al een vestiging");
        assertRefused(add("centrum", named("Centrum " + unique)), 422, "Kies minstens één scholengroep");
    }

    @Test
    void anAddressThatIsTakenOrNoneIsRefused() {
        String taken = test.person(Actor.member) + "@test.example";
        assertRefused(add("persoon", Map.of("naam", List.of("An"), "email", List.of(taken.toUpperCase()))), 409,
                "Dit e-mailadres is al van member");
        assertRefused(add("persoon", Map.of("naam", List.of("An"), "email", List.of("an bij test"))), 422, "geen e-mailadres");
        assertRefused(add("persoon", named("An")), 422, "Vul een e-mailadres in.");
        assertRefused(
                add("persoon", Map.of("naam", List.of("An"), "email", List.of(unique + "@test.example"), "nieuweRol", List.of("director"))),
                422, "Kies bij de rol ‘directeur’ het centrum.");
    }

    @Test
    void aSchoolGroupEndsWhenNoCentreWorksForItAnyMore() {
        assertRefused(support.post(group + "/einde", Map.of()), 409, "Voor deze scholengroep werkt nog " + net().nameOf(test.centre));

        support.post(centre + "/einde", Map.of());
        assertThat(support.post(group + "/einde", Map.of()).text()).contains("Beëindigd.");

        assertRefused(support.post(centre + "/hervatting", Map.of()), 422, "Kies minstens één scholengroep");
        assertThat(support.post(group + "/hervatting", Map.of()).text()).contains("Weer in gebruik.");
        assertThat(support.post(centre + "/hervatting", Map.of()).text()).contains("Weer in gebruik.");
        assertThat(logged("organisation_ended")).isEqualTo(2);
    }

    @Test
    void aCentreThatGoesOnForAnotherSchoolGroupIsSeenByNoLeaderOfTheOneThatEnded() {
        Visitor leader = test.visitor(Actor.leader);
        Page seen = leader.get("/resultaat/" + test.sent);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.document().select("dt").eachText()).as("to whom mails went is not of a leader").doesNotContain("Mail");
        assertThat(support.get("/resultaat/" + test.sent).document().select("dt").eachText()).contains("Mail");
        support.post(centre + "/einde", Map.of());
        support.post(group + "/einde", Map.of());
        UUID other = UUID.randomUUID();
        service.change("insert into school_group (id, name) values (?, ?)", other, "Andere scholengroep " + other);
        service.change("insert into centre_school_group (centre_id, school_group_id) values (?, ?)", test.centre, other);

        assertThat(support.post(centre + "/hervatting", Map.of()).text()).contains("Weer in gebruik.");

        assertThat(service.texts("select school_group_id::text from centre_school_group where centre_id = '" + test.centre + "'"))
                .containsExactly(other.toString());
        assertThat(leader.get("/resultaat/" + test.sent).status()).isEqualTo(404);
    }

    @Test
    void aCentreThatEndedKeepsItsPeopleAndWhatTheySent() {
        support.post(centre + "/einde", Map.of());

        assertThat(net().peopleOf(test.centre)).hasSize(3);
        assertThat(test.visitor(Actor.director).get("/resultaat/" + test.sent).status()).isEqualTo(200);
        Page overview = support.get("/organisatie?zoek=" + net().nameOf(test.centre).substring(13));
        assertThat(overview.document().select("details").text()).contains(net().nameOf(test.centre));
    }

    @Test
    void whoIsEndedHasNoRoleAndNoAccessAnyMore() {
        Visitor member = test.visitor(Actor.member);
        assertThat(member.get("/centrum/" + test.centre).path()).startsWith("/centrum");
        String person = "/organisatie/persoon/" + test.person(Actor.member);

        Page ended = support.post(person + "/einde", Map.of());
        assertThat(ended.text()).contains("Niet meer actief.", "Niet actief sinds", "Maak deze persoon weer actief").doesNotContain(
                "eëindig",
                "in gebruik");

        assertThat(member.get("/centrum/" + test.centre).path()).isEqualTo("/aanmelden");
        assertThat(net().person(test.person(Actor.member)).orElseThrow().roles()).isEmpty();
        assertThat(logged("roles_changed")).isEqualTo(1);
        assertThat(logged("person_ended")).isEqualTo(1);
        assertThat(support.post(person + "/hervatting", Map.of()).text()).contains("Weer actief.", "Zet deze persoon op niet-actief")
                .doesNotContain("eëindig");
    }

    @Test
    void aPageInBetweenSaysWhomItIsAboutAndWhatBecomesImpossible() {
        UUID director = test.person(Actor.director);
        String person = "/organisatie/persoon/" + director;
        String name = net().nameOf(test.centre);

        Page asked = support.get(support.get(person).link("Zet deze persoon op niet-actief"));

        assertThat(asked.text()).contains("op niet-actief zetten?", director + "@test.example", "directeur van " + name,
                "Alle rollen vallen weg", name + " heeft daarna geen directeur meer", "Toch niet");
        assertThat(net().person(director).orElseThrow().isActive()).isTrue();
        assertThat(support.submit(asked.form(person + "/einde")).text()).contains("Niet meer actief.");
        assertThat(support.get(person + "/einde").path()).isEqualTo(person);
    }

    @Test
    void aPageInBetweenAsksBeforeACentreASchoolGroupOrASiteEnds() {
        String site = "/organisatie/vestiging/" + test.site;
        assertRefused(support.get(group + "/einde"), 409, "Voor deze scholengroep werkt nog " + net().nameOf(test.centre));
        Page ofSite = support.get(support.get(site).link("Beëindig deze vestiging"));
        assertThat(ofSite.text()).contains("beëindigen?", net().nameOf(test.centre));
        support.submit(ofSite.form(site + "/einde"));
        Page ofCentre = support.get(support.get(centre).link("Beëindig dit centrum"));
        assertThat(ofCentre.text()).contains(net().nameOf(test.centre) + " beëindigen?", net().nameOf(test.schoolGroup), "Vestigingen geen",
                "geen nieuwe rondes");
        assertThat(support.submit(ofCentre.form(centre + "/einde")).text()).contains("Beëindigd.");
        Page ofGroup = support.get(support.get(group).link("Beëindig deze scholengroep"));
        assertThat(support.submit(ofGroup.form(group + "/einde")).text()).contains("Beëindigd.");
    }

    @Test
    void aNameThatLooksLikeAnotherByALetterOfAnotherAlphabetIsRefusedWithThatLetter() {
        String name = net().nameOf(test.centre);
        String alike = name.replaceFirst("e", "\u0435");
        assertThat(alike).isNotEqualTo(name);

        assertRefused(add("centrum", Map.of("naam", List.of(alike), "scholengroep", List.of(test.schoolGroup.toString()))), 422,
                "Cyrillische letter (‘\u0435’, U+0435)");
        assertRefused(add("scholengroep", named("Gr\u03BFep " + unique)), 422, "Griekse letter");
        assertRefused(add("centrum/" + test.centre + "/vestiging", Map.of("vestiging", List.of("V\u0435stiging"))), 422, "U+0435");
        assertRefused(add("persoon", Map.of("naam", List.of("J\u0430n Jans"), "email", List.of(unique + "@test.example"))), 422, "U+0430");
    }

    @Test
    void aRoleThatIsNoLongerTickedGoes() {
        String person = "/organisatie/persoon/" + test.person(Actor.member);

        support.submit(support.get(person).form(person).set("rol"));

        assertThat(net().person(test.person(Actor.member)).orElseThrow().roles()).isEmpty();
    }

    @Test
    void aSiteIsRenamedAndEnded() {
        String site = "/organisatie/vestiging/" + test.site;
        assertThat(support.submit(support.get(site).form(site).set("naam", "Bijgebouw")).text()).contains("Bewaard.", "Bijgebouw");
        assertThat(support.post(site + "/einde", Map.of()).text()).contains("Beëindigde vestigingen (1)");
        assertThat(net().site(test.site).orElseThrow().isActive()).isFalse();
    }

    @Test
    void whatDoesNotExistIsSaidSo() {
        for (String what : List.of("scholengroep", "centrum", "vestiging", "persoon")) {
            String address = "/organisatie/" + what + "/" + UUID.randomUUID();
            assertRefused(support.get(address), 404, "bestaat niet (meer)");
            assertRefused(support.post(address, named("Een naam")), 404, "bestaat niet (meer)");
            assertRefused(support.get(address + "/einde"), 404, "bestaat niet (meer)");
            assertRefused(support.post(address + "/einde", Map.of()), 404, "bestaat niet (meer)");
        }
    }

    @Test
    void onlyTheSupportTeamComesHere() {
        assertThat(test.visitor(Actor.director).get("/organisatie").status()).isIn(403, 404);
        assertThat(test.visitor(Actor.leader).post(centre + "/einde", Map.of()).status()).isIn(403, 404);
        assertThat(net().centre(test.centre).orElseThrow().isActive()).isTrue();
    }
}
