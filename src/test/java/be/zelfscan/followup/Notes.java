package be.zelfscan.followup;

import be.zelfscan.TestService;
import be.zelfscan.database.Scope;
import be.zelfscan.schedule.RecurringJob;
import java.util.UUID;

/** What tests do with notes of a sent scan. */
public final class Notes {
    private Notes() {}

    /** Sends the scan again with this note at one of its answers; returns the new snapshot, which is what counts. */
    public static UUID replace(TestService service, UUID sent, String note) {
        UUID again = UUID.randomUUID();
        service.change("""
                insert into sent_scan (id, scan_id, number, sent_at, sent_by, questionnaire_id, version, content)
                select ?, scan_id, number + 1, now(), sent_by, questionnaire_id, version, jsonb_set(content, '{answers}', (
                  select jsonb_agg(case when item ->> 'section' = 'teamwerk' and item ->> 'question' = 'bottlenecks'
                    then item || jsonb_build_object('note', ?::text) else item || '{"note": ""}' end)
                  from jsonb_array_elements(content -> 'answers') item)) from sent_scan where id = ?""", again, note, sent);
        return again;
    }

    /** Where the notes of its round are searched. */
    public static String address(TestService service, UUID sent) {
        return "/vergelijking/" + round(service, sent) + "/toelichtingen";
    }

    public static UUID round(TestService service, UUID sent) {
        return UUID.fromString(service.texts(
                "select s.round_id::text from sent_scan x join scan s on s.id = x.scan_id where x.id = '%s'".formatted(sent)).getFirst());
    }

    /** Closes a round long ago, and does what is done by night. */
    public static void erase(TestService service, UUID round) {
        service.change("update round set state = 'closed', closed_at = now() - interval '7 years' where id = ?", round);
        new Scope.Service().run(() -> service.context().getBeansOfType(RecurringJob.class).stream()
                .filter(job -> job.name().contains("note")).forEach(RecurringJob::run));
    }
}
