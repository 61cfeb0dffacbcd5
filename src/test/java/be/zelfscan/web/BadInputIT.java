package be.zelfscan.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.TestService;
import be.zelfscan.support.SampleForms;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import be.zelfscan.support.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever comes in is answered with a clear sentence and the right status; nothing is lost, nothing half written. */
class BadInputIT {
    private static final String COUNT = "select count(*) from answer_history where scan_id = ?";

    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum van de fouten");
    private final Visitor director = service.inSession(centre.director());
    private final String scan = director.submit(director.get("/centrum").form("/zelfscan")).path().split("/")[2];
    private final String block = "/zelfscan/" + scan + "/deel/preventie";

    @Test
    void sendingWithAMissingAnswerSaysWhatIsMissingAndSendsNothing() {
        Page refused = director.post("/zelfscan/" + scan + "/verzending", Map.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Er is nog niets verzonden").contains("Preventie").contains("nog te beantwoorden");
        assertThat(service.count("select count(*) from sent_scan where scan_id = ?", UUID.fromString(scan))).isZero();
    }

    @Test
    void anAnswerOutsideTheOptionsIsRefusedAndTheRestIsKept() {
        Page refused = director.submit(form().set("stage.choice", "volmaakt").set("motive.choice", "both"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Dit antwoord hoort niet bij de vraag");
        assertThat(chosen("motive")).isEqualTo("both");
        assertThat(chosen("stage")).isEmpty();
    }

    @Test
    void aNoteOverTheLimitIsRefusedAndStaysOnThePageAndOneAtTheLimitIsKept() {
        String long10001 = "é".repeat(10_001);
        Page refused = director.submit(form().set("levers.note", long10001));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("10.001 tekens").contains("10.000 tekens");
        assertThat(refused.form("/deel/").get("levers.note")).containsExactly(long10001);

        String emoji = "🙂".repeat(10_000);
        assertThat(director.submit(form().set("levers.note", emoji)).status()).isEqualTo(200);
        assertThat(form().get("levers.note")).containsExactly(emoji);
    }

    @Test
    void aPriorityTwiceIsRefusedAndStaysChosen() {
        Form closing = director.get("/zelfscan/" + scan + "/deel/slotvragen").form("/deel/slotvragen");
        Page refused = director.submit(closing.set("priorities.choice", "preventie", "teamwerk", "preventie"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("‘Preventie’ staat er twee keer");
        assertThat(refused.form("/deel/slotvragen").get("priorities.choice")).startsWith("preventie", "teamwerk", "preventie");
    }

    @Test
    void noneTogetherWithALeverIsRefused() {
        Page refused = director.submit(form().set("levers.choice", "mission", "none"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("samen met een ander antwoord");
        assertThat(chosen("levers")).isEmpty();
    }

    @Test
    void aForgedBlockIsNotFoundAndNotAPriority() {
        assertThat(director.get("/zelfscan/" + scan + "/deel/verzonnen").status()).isEqualTo(404);
        Page refused = director.post("/zelfscan/" + scan + "/deel/verzonnen",
                Map.of("stage.revision", List.of("0"), "stage.choice", List.of("planmatig")));
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text()).contains("geen deel ‘verzonnen’");

        Form closing = director.get("/zelfscan/" + scan + "/deel/slotvragen").form("/deel/slotvragen");
        assertThat(director.submit(closing.set("priorities.choice", "verzonnen", "teamwerk", "preventie")).status()).isEqualTo(422);
        assertThat(service.count(COUNT, UUID.fromString(scan))).isZero();
    }

    @Test
    void anUnknownPageIsNotFound() {
        for (String path : List.of("/bestaat-niet", "/zelfscan/geen-nummer/overzicht", "/zelfscan/" + UUID.randomUUID() + "/overzicht",
                "/resultaat/" + UUID.randomUUID())) {
            Page missing = director.get(path);
            assertThat(missing.status()).as(path).isEqualTo(404);
            assertThat(missing.text()).as(path).contains("bestaat niet");
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithASentence() {
        Page refused = director.submit(form().set("levers.note", "a".repeat(1_200_000)));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text()).contains("te veel in één keer");
        assertThat(service.count(COUNT, UUID.fromString(scan))).isZero();
    }

    @Test
    void aStaleSaveIsAnsweredWithBothTextsAndNeverOverwrites() {
        Form mine = form().set("motive.choice", "both").set("motive.note", "Wat Tine schreef");
        Visitor colleague = service.inSession(centre.member());
        colleague.submit(colleague.get(block).form("/deel/").set("motive.choice", "context").set("motive.note", "Wat Lou schreef")
                .set("go", "stay"));

        Page conflict = director.submit(mine);

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text()).contains("Wat Lou schreef").contains("Wat Tine schreef").contains("Lou Lid");
        assertThat(form().get("motive.note")).containsExactly("Wat Lou schreef");

        Page again = director.submit(conflict.form("/deel/").set("go", "stay"));
        assertThat(again.status()).as("saving again does not settle it").isEqualTo(409);
        String revision = again.document().select("button[name=motive.mine]").attr("value");
        assertThat(director.submit(again.form("/deel/").set("motive.mine", revision)).status()).isEqualTo(200);
        assertThat(form().get("motive.note")).containsExactly("Wat Tine schreef");
        assertThat(service.count(COUNT + " and question = 'motive'", UUID.fromString(scan))).as("both are in the history").isEqualTo(2);
    }

    @Test
    void theAnswerOfTheOtherCanBeKept() {
        Form mine = form().set("motive.note", "Van mij");
        Visitor colleague = service.inSession(centre.member());
        colleague.submit(colleague.get(block).form("/deel/").set("motive.note", "Van Lou"));
        Page conflict = director.submit(mine);
        String revision = conflict.document().select("button[name=motive.theirs]").attr("value");

        director.submit(conflict.form("/deel/").set("motive.theirs", revision));

        assertThat(form().get("motive.note")).containsExactly("Van Lou");
        assertThat(service.count(COUNT + " and question = 'motive'", UUID.fromString(scan))).isEqualTo(1);
    }

    @Test
    void aRepeatedSaveCountsOnceAndAnotherUnderTheSameKeyIsJudgedAnew() {
        Form form = form().set("motive.note", "Eén keer");
        director.submit(form);
        assertThat(director.submit(form).status()).isEqualTo(200);
        assertThat(service.count(COUNT + " and question = 'motive'", UUID.fromString(scan))).isEqualTo(1);

        Page other = director.submit(form.set("motive.note", "Uit de geschiedenis van de browser"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text()).contains("Eén keer").contains("Uit de geschiedenis van de browser");
    }

    @Test
    void anAmbitionThatANewStageMakesImpossibleIsAskedAgainWithASentence() {
        director.submit(form().set("stage.choice", "fragmentair").set("go", "stay"));
        director.submit(form().set("ambition.choice", "planmatig").set("go", "stay"));

        Page page = director.submit(form().set("stage.choice", "geintegreerd").set("go", "next"));

        assertThat(page.path()).isEqualTo(block);
        assertThat(page.text()).contains("De ambitie van daarnet past daar niet meer bij");
        assertThat(page.document().select("input[name=ambition.choice]").eachAttr("value")).containsExactly("hold", "systematisch");
        assertThat(page.document().select("input[name=ambition.choice][checked]")).isEmpty();
    }

    @Test
    void nobodyReachesTheScanOfAnotherCentre() {
        Visitor stranger = service.inSession(service.centre("Ander centrum").director());

        for (String path : List.of(block, "/zelfscan/" + scan + "/overzicht", "/zelfscan/" + scan + "/verzending",
                "/centrum/" + centre.id())) {
            assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(stranger.post(block, Map.of("motive.revision", List.of("0"), "motive.note", List.of("x"))).status()).isEqualTo(404);
        assertThat(stranger.post("/zelfscan/" + scan + "/verzending", Map.of()).status()).isEqualTo(404);
        assertThat(service.count(COUNT, UUID.fromString(scan))).isZero();
    }

    @Test
    void aMemberMayAnswerButNotSend() {
        Visitor member = service.inSession(centre.member());
        Page refused = member.post("/zelfscan/" + scan + "/verzending", Map.of());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("alleen de directeur");
    }

    @Test
    void afterSendingNothingIsSavedAndSendingAgainSendsNothing() {
        SampleForms.all().forEach((section, fields) -> {
            String path = "/zelfscan/" + scan + (section.equals("slotvragen") ? "/deel/slotvragen" : "/deel/" + section);
            Form form = director.get(path).form("/zelfscan/");
            fields.forEach((name, values) -> form.set(name, values.toArray(String[]::new)));
            assertThat(director.submit(form).status()).isEqualTo(200);
        });
        Form late = form().set("motive.note", "Te laat");
        Form sending = director.get("/zelfscan/" + scan + "/verzending").form("/verzending");
        director.submit(sending);
        director.submit(sending);

        Page refused = director.submit(late);
        assertThat(refused.status()).isEqualTo(410);
        assertThat(refused.text()).contains("al verzonden");
        assertThat(service.count("select count(*) from sent_scan where scan_id = ?", UUID.fromString(scan))).isEqualTo(1);
        assertThat(service.count("select count(*) from message where kind = 'scan-sent' and recipient = ?", centre.director()))
                .isEqualTo(1);
        long blocks = service.questionnaire().blocks().size();
        assertThat(service.count("select count(*) from placed_block p join sent_scan s on s.id = p.sent_scan_id where s.scan_id = ?",
                UUID.fromString(scan)))
                .isEqualTo(blocks);
    }

    @Test
    void aWriteFromAnotherSiteIsRefused() {
        Map<String, List<String>> fields = Map.of("motive.revision", List.of("0"), "motive.note", List.of("Van elders"));

        assertThat(director.post(block, fields, "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
        assertThat(director.post(block, fields, "Origin", "http://elders.example").status()).isEqualTo(403);
        assertThat(service.count(COUNT, UUID.fromString(scan))).isZero();
        assertThat(director.post(block, fields, "Origin", service.address()).status()).isEqualTo(200);
    }

    @Test
    void whoIsNotSignedInIsLedToSigningInAndASaveSaysSo() {
        Visitor nobody = service.visitor();

        assertThat(nobody.get(block).path()).isEqualTo("/aanmelden");
        Page refused = nobody.post(block, Map.of("motive.revision", List.of("0"), "motive.note", List.of("x")), "HX-Request", "true");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.response().headers().firstValue("HX-Retarget")).hasValue("#banner");
        assertThat(refused.text()).contains("afgemeld");
    }

    @Test
    void markupInANoteIsOnlyText() {
        String note = "<script>alert('x')</script> & \"aanhaling\" 🙂";
        Page page = director.submit(form().set("motive.note", note).set("go", "stay"));

        assertThat(page.document().select("script").eachText()).noneMatch(text -> text.contains("alert"));
        assertThat(page.form("/deel/").get("motive.note")).containsExactly(note);
        assertThat(director.get("/zelfscan/" + scan + "/overzicht").text()).contains(note);
    }

    private Form form() {
        return director.get(block).form("/deel/").set("go", "stay");
    }

    private String chosen(String question) {
        return String.join(",", form().get(question + ".choice"));
    }
}
