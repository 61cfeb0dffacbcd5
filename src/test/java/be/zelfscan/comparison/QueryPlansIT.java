package be.zelfscan.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.database.Scope;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.TestReporter;

/**
 * What the pages of comparing ask of the database can be answered by way of an index, however many scans there are: with whole-table
 * reading made dear, no plan reads a table that grows with the scans as a whole. The plans stand in the report of the tests.
 */
@Isolated("it listens to all statements of the shared service")
class QueryPlansIT {
    private static final Pattern WHOLE_TABLE = Pattern.compile(
            "Seq Scan on (fact|sent_scan|scan|comparison_centre|comparison_member|comparison_figures|comparison_movement)\\b");

    private final TestService service = TestService.get();
    private final HandComputedRound round = HandComputedRound.shared();
    private final DSLContext sql = service.context().getBean(DSLContext.class);

    @Test
    void noQueryOfAPageReadsAWholeTable(TestReporter reporter) {
        NetComparison net = service.context().getBean(NetComparison.class);
        UUID support = round.net().support();
        NetFilter byStage = new NetFilter(Optional.of(round.schoolGroup("A")), Optional.of("preventie"), Optional.of("planmatig"),
                Optional.empty());
        Map<String, Runnable> pages = new LinkedHashMap<>();
        pages.put("net", () -> net.overview(round.id(), NetFilter.NONE));
        pages.put("net, by stage", () -> net.overview(round.id(), byStage));
        pages.put("change", () -> net.change(round.id(), Optional.empty()));
        pages.put("centres", () -> net.centres(round.id(), NetFilter.NONE, 0, 50));
        pages.put("school groups", () -> net.groups(round.id()));
        pages.forEach((name, page) -> check(name, support, page, reporter));
        UUID leader = round.net().leader("A");
        check("school group", leader,
                () -> service.context().getBean(SchoolGroupComparison.class).ofLeader(round.schoolGroup("A"), round.id(),
                        leader),
                reporter);
        UUID member = round.net().member(1);
        check("centre", member, () -> service.context().getBean(CentreComparison.class).of(round.centre(1), round.id(),
                member), reporter);
    }

    private void check(String name, UUID person, Runnable page, TestReporter reporter) {
        Scope scope = new Scope.Person(person);
        Set<String> queries = queries(() -> scope.run(page));
        assertThat(queries).as(name).isNotEmpty();
        for (String query : queries) {
            String plan = scope.call(() -> plan(query));
            reporter.publishEntry(Map.of("page", name, "query", query, "plan", plan));
            assertThat(plan).as("%s: %s", name, query).doesNotContainPattern(WHOLE_TABLE);
        }
    }

    /** What jOOQ is asked while something runs, with its values in it; not what the jobs of the service ask meanwhile. */
    private Set<String> queries(Runnable page) {
        Set<String> asked = new LinkedHashSet<>();
        Thread asking = Thread.currentThread();
        ExecuteListenerProvider[] before = sql.configuration().executeListenerProviders();
        sql.configuration().set(() -> new ExecuteListener() {
            private static final long serialVersionUID = 1L;

            @Override
            public void executeStart(ExecuteContext context) {
                if (Thread.currentThread() == asking) {
                    asked.add(DSL.using(context.configuration()).renderInlined(context.query()));
                }
            }
        });
        try {
            page.run();
        } finally {
            sql.configuration().set(before);
        }
        return asked;
    }

    @SuppressWarnings("unchecked")
    private String plan(String query) {
        TransactionOperations<Connection> transactions = service.context().getBean(TransactionOperations.class);
        return transactions.execute(TransactionDefinition.READ_ONLY, status -> {
            List<String> lines = new ArrayList<>();
            try (Statement statement = status.getConnection().createStatement()) {
                statement.execute("set local enable_seqscan = off");
                try (ResultSet row = statement.executeQuery("explain " + query)) {
                    while (row.next()) {
                        lines.add(row.getString(1));
                    }
                }
            }
            return String.join("\n", lines);
        });
    }
}
