package be.zelfscan.start;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.support.Await;
import be.zelfscan.support.Visitor.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The invented net of a demonstration, as a newcomer finds it. */
class DemonstrationIT {
    private static final TestService SERVICE = TestService.with(Map.of("zelfscan.demonstration.fill", true));
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @BeforeAll
    static void wait_until_it_is_filled() {
        Await.until(LONGEST, "the last centre has its scans",
                () -> count("select count(*) from scan where round_id in (?, ?) and centre_id = ?", Demonstration.OPEN_ROUND,
                        Demonstration.CLOSED_ROUND, InventedNet.read().centres().getLast().uuid()) == 2);
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private static long count(String sql, Object... values) {
        return SERVICE.count(sql, values);
    }

    @Test
    void aRoundOfLastYearIsClosedAndNearlyAllSent() {
        assertThat(count("select count(*) from round where id = ? and state = 'closed' and closed_at < now()", Demonstration.CLOSED_ROUND))
                .isOne();
        assertThat(count("select count(*) from scan where round_id = ? and state = 'sent'", Demonstration.CLOSED_ROUND)).isEqualTo(13);
        assertThat(
                count("""
                select count(distinct x.sent_at::date) from sent_scan x join scan s on s.id = x.scan_id where s.round_id = ?
                and x.sent_at between (select opened_at from round where id = s.round_id)
                                      and (select closed_at from round where id = s.round_id)""",
                        Demonstration.CLOSED_ROUND))
                .isGreaterThan(10);
    }

    @Test
    void theOpenRoundHasEveryKindOfProgress() {
        assertThat(count("select count(*) from round_centre where round_id = ?", Demonstration.OPEN_ROUND)).isEqualTo(14);
        assertThat(count("select count(*) from scan where round_id = ? and state = 'sent'", Demonstration.OPEN_ROUND)).isBetween(4L, 7L);
        assertThat(count("select count(*) from scan where round_id = ? and state = 'open'", Demonstration.OPEN_ROUND)).isBetween(4L, 7L);
    }

    @Test
    void noMailGoesOutForIt() {
        assertThat(count("""
                select count(*) from message m join sent_scan x on x.id = m.subject_id join scan s on s.id = x.scan_id
                where s.round_id in (?, ?)""", Demonstration.OPEN_ROUND, Demonstration.CLOSED_ROUND)).isZero();
    }

    @Test
    void makingItAgainChangesNothing() {
        List<String> before = everything();
        Demonstration demonstration = SERVICE.context().getBean(Demonstration.class);
        demonstration.prepare();
        demonstration.sendEarlier();
        InventedNet.read().centres().forEach(SERVICE.context().getBean(DemonstrationScans.class)::put);

        assertThat(everything()).isEqualTo(before);
    }

    private static List<String> everything() {
        String invented = "like '" + InventedNet.PREFIX + "%'";
        return List
                .of("person where id::text " + invented, "centre where id::text " + invented,
                        "membership where person_id::text " + invented,
                        "round_centre where centre_id::text " + invented + " and round_id::text " + invented,
                        "answer_history where scan_id in (select id from scan where round_id::text " + invented + " and centre_id <> '"
                                + InventedNet.uuid("c001")
                                + "')",
                        "sent_scan x where scan_id in (select id from scan where round_id::text " + invented + ")")
                .stream()
                .flatMap(table -> SERVICE
                        .texts("select count(*) || ':' || coalesce(sum(hashtext(t::text)), 0) from (select * from " + table + ") t")
                        .stream())
                .toList();
    }

    @Test
    void whatAPersonChangedStaysChanged() {
        UUID member = InventedNet.uuid("c214");
        SERVICE.change("delete from membership where person_id = ?", member);
        SERVICE.context().getBean(Demonstration.class).prepare();

        assertThat(count("select count(*) from membership where person_id = ?", member)).isZero();
    }

    @Test
    void theFirstPageOffersSomebodyForEachRole() {
        Page page = SERVICE.visitor().get("/");

        assertThat(page.document().select(".cards form")).hasSize(4);
        assertThat(page.document().select(".cards").text()).contains("Lena Leidraad");
        assertThat(page.text()).contains("Dina Demo").contains("Vult de zelfscan mee in, verzendt hem en krijgt het rapport.")
                .contains("Paula Proef").contains("Lena Leidraad");
        assertThat(page.document().select("details form").size()).isGreaterThan(35);
    }
}
