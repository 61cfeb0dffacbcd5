package be.zelfscan.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestNet;
import be.zelfscan.TestService;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.support.Await;
import be.zelfscan.support.SampleForms;
import be.zelfscan.support.Visitor.Page;
import be.zelfscan.support.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Notes that were kept as long as their round says are erased; everything else stays. */
class NoteErasureIT {
    private static final String OF_ROUND = " from answer a join scan s on s.id = a.scan_id where s.round_id = ?";

    private final TestService service = TestService.get();
    private final EraseNotes eraseNotes = service.context().getBean(EraseNotes.class);
    private final TestNet net = new TestNet();
    private final TestNet other = new TestNet();
    private final UUID round = roundOf(net);

    private UUID roundOf(TestNet ofNet) {
        return UUID.fromString(service.texts(
                "select s.round_id::text from sent_scan x join scan s on s.id = x.scan_id where x.id = '%s'".formatted(ofNet.sent))
                .getFirst());
    }

    @Test
    void notesGoEverywhereAndNothingElseDoes() {
        long facts = fingerprint("fact", net);
        long choices = choices();
        assertThat(notes(round)).isPositive();
        assertThat(typed()).isPositive();
        close(round, "7 years");
        Await.until(Duration.ofSeconds(60), "its mail has left", () -> service.count(
                "select count(*) from message where subject_id = ? and state in ('waiting', 'sending')", net.sent) == 0);

        eraseNotes.run();

        assertThat(notes(round)).isZero();
        assertThat(service.count("""
                select count(*) from answer_history a join scan s on s.id = a.scan_id where s.round_id = ? and a.note <> ''""", round))
                .isZero();
        String content = service.texts("select content::text from sent_scan where id = '" + net.sent + "'").getFirst();
        assertThat(SampleForms.notes()).noneMatch(note -> content.contains(start(note)));
        assertThat(service.count("""
                select count(*) from mailbox_mail b join message m on m.id = b.message_id where m.subject_id = ?""", net.sent)).isZero();
        assertThat(choices()).isEqualTo(choices);
        assertThat(typed()).as("typed with a choice").isZero();
        assertThat(content).doesNotContain("\"texts\": {\"");
        assertThat(fingerprint("fact", net)).isEqualTo(facts);
        assertThat(notes(roundOf(other))).as("another round").isPositive();
        assertThat(service.texts("select detail || action from activity_log where subject_id = '" + round + "'"))
                .containsExactly("notes_erased");

        eraseNotes.run();
        assertThat(service.count("select count(*) from activity_log where subject_id = ?", round)).as("once").isOne();
    }

    @Test
    void resultAndReportStillWorkAndSayIt() {
        close(round, "7 years");
        eraseNotes.run();
        Visitor director = net.visitor(Actor.director);
        String sentence = "De toelichtingen, en wat het centrum verder typte, zijn gewist, 6 jaar nadat de ronde gesloten werd.";

        Page page = director.get("/resultaat/" + net.sent);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(sentence);
        assertThat(SampleForms.notes()).noneMatch(note -> page.text().contains(start(note)));
        String report = PdfReader.body(director.get("/resultaat/" + net.sent + "/rapport.pdf").body());
        assertThat(report.replaceAll("\\s+", " ")).contains(sentence);
        assertThat(net.visitor(Actor.leader).get("/resultaat/" + net.sent).text()).as("for who is not of the centre").contains(sentence);
        assertThat(director.get("/resultaat/" + other.sent).status()).isEqualTo(404);
    }

    @Test
    void notBeforeTheirTime() {
        close(round, "6 years - 1 day");
        eraseNotes.run();
        assertThat(notes(round)).isPositive();
        assertThatThrownBy(() -> eraseNotes.of(round)).hasStackTraceContaining("are still kept");

        service.change("update round set note_retention_years = 5 where id = ?", round);
        eraseNotes.run();
        assertThat(notes(round)).isZero();
    }

    @Test
    void notOfARoundThatIsOpenAndNotForAPerson() {
        assertThatThrownBy(() -> eraseNotes.of(round)).hasStackTraceContaining("are still kept");
        close(round, "7 years");
        assertThatThrownBy(() -> TestNet.as(net.person(Actor.support), () -> {
            eraseNotes.of(round);
            return round;
        })).hasStackTraceContaining("only the service erases notes");
    }

    @Test
    void whatWasSentAndItsHistoryChangeInNoOtherWay() {
        for (String change : List.of(
                "update answer_history set aside = '{\"fields\": {}}' where scan_id = (select scan_id from sent_scan where id = '%s')",
                "update sent_scan set content = '{}' where id = '%s'",
                "update sent_scan set number = 9 where id = '%s'",
                "update answer_history set value = null where scan_id = (select scan_id from sent_scan where id = '%s')",
                "update answer_history set note = 'anders' where scan_id = (select scan_id from sent_scan where id = '%s')",
                "delete from sent_scan where id = '%s'")) {
            assertThatThrownBy(() -> service.change(change.formatted(net.sent))).as(change).hasStackTraceContaining("takes inserts only");
        }
    }

    private static String start(String note) {
        return note.lines().findFirst().orElseThrow().substring(0, Math.min(20, note.lines().findFirst().orElseThrow().length()));
    }

    private void close(UUID closedRound, String ago) {
        service.change("update round set state = 'closed', closed_at = now() - (?)::interval where id = ?", ago, closedRound);
    }

    private long notes(UUID ofRound) {
        return service.count("select count(*)" + OF_ROUND + " and a.note <> ''", ofRound);
    }

    /** What was typed as an answer, or with one, now and before. */
    private long typed() {
        return service.count("""
                select count(*) from answer_history a join scan s on s.id = a.scan_id
                where s.round_id = ? and a.value is distinct from answer_without_texts(a.value)""", round);
    }

    private long choices() {
        return service.count(
                "select coalesce(sum(hashtext(a.section || a.question || a.revision || (a.value -> 'codes')::text)), 0)" + OF_ROUND, round);
    }

    private long fingerprint(String table, TestNet ofNet) {
        return service.count("select sum(hashtext(f::text)) from " + table + " f where sent_scan_id = ?", ofNet.sent);
    }
}
