package be.zelfscan.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.campaign.Net;
import be.zelfscan.support.Await;
import be.zelfscan.support.Visitor;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that counts in an open round counts what was sent at one moment. */
@Isolated("it knows its page by waiting for a table, on which no other test may wait")
class OneMomentIT {
    /** A scan is sent in which only the first block is placed. */
    private static final String SENT = """
            with sent as (
              insert into sent_scan (id, scan_id, number, sent_at, sent_by, centre_name, questionnaire_id, version, content)
              select gen_random_uuid(), s.id, 1, now(), m.person_id, 'centrum', s.questionnaire_id, s.version, '{"answers": []}'
              from scan s join membership m on m.centre_id = s.centre_id and m.role = 'director' where s.id = '%s' returning id)
            insert into fact (sent_scan_id, section, question, use, position, code)
            select id, 'preventie', 'stage', 'placement', 0, 'planmatig' from sent""";

    private final TestService service = TestService.get();
    private final Visitor poc = service.inSession(Net.support());

    @ParameterizedTest
    @ValueSource(strings = {"/vergelijking/ROUND/scholengroepen", "/vergelijking/ROUND", "/scholengroep/GROUP/ronde/ROUND"})
    void aPageOfAnOpenRoundIsOfOneMomentAlsoWhenAScanIsSentMeanwhile(String page) throws Exception {
        TestCentre centre = service.centre("Centrum dat net dan verzendt");
        UUID group = Net.schoolGroup(Net.unique("Scholengroep die kijkt"), centre);
        String open = Net.open(poc, Net.unique("open ronde"), centre);
        String scan = Net.start(service.inSession(service.person(centre.director())), centre, open);
        String asked = page.replace("ROUND", Net.id(open).toString()).replace("GROUP", group.toString());
        try (Connection sending = service.owner(); ExecutorService somebody = Executors.newSingleThreadExecutor()) {
            sending.setAutoCommit(false);
            try (Statement statement = sending.createStatement()) {
                statement.execute("lock table fact in access exclusive mode"); // what the page counts first is known by then
                Future<Visitor.Page> answer = somebody.submit(() -> poc.get(asked));
                Await.until(Duration.ofSeconds(10), "the page waits", () -> service
                        .count("select count(*) from pg_locks where relation = 'fact'::regclass and not granted") > 0);
                statement.execute(SENT.formatted(Net.id(scan)));
                sending.commit();

                assertThat(answer.get().status()).isEqualTo(200);
                assertThat(answer.get().text()).doesNotContain("100%");
            }
        }
        assertThat(poc.get(asked).text()).as("afterwards").contains("100%");
    }
}
