package be.zelfscan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.support.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationsIT {
    private static final String ROLE = "zelfscan_app";
    private static final String MADE_AGAIN = """
            select pg_get_functiondef(oid) || coalesce(proacl::text, '') from pg_proc where pronamespace = 'public'::regnamespace
            union all select pg_get_triggerdef(oid) || tgenabled::text from pg_trigger where not tgisinternal
            union all select p::text from pg_policies p
            union all select pg_get_viewdef(oid) || relacl::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
            order by 1""";

    private final TestDatabase database = TestDatabase.fresh();
    private final Credentials owner = new Credentials(database.ownerUrl(), "postgres", "postgres");

    private List<String> ask(String query) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    @Test
    void functionsTriggersPoliciesAndViewsCanBeMadeAgainAndAreWhatTheyWere() throws SQLException {
        Migrations.run(owner, ROLE);
        List<String> before = ask(MADE_AGAIN);
        database.execute("create policy of_before on round using (true)");
        database.execute("update flyway_schema_history set checksum = 0 where version is null");
        Migrations.run(owner, ROLE);

        assertThat(before).hasSizeGreaterThan(150);
        assertThat(ask(MADE_AGAIN)).as("and a policy that stands in no file any more is gone").isEqualTo(before);
    }

    @Test
    void aDatabaseOfAnotherBuildIsRefusedWithTheVersionThatIsUnknown() {
        for (String version : List.of("20261124.5", "99991231.1")) {
            database.execute("insert into flyway_schema_history select max(installed_rank) + 1, '" + version + "', 'made before', 'SQL',"
                    + " 'V1__made_before.sql', 1, 'somebody', now(), 1, true from flyway_schema_history");
            assertThatThrownBy(() -> Migrations.run(owner, ROLE)).isInstanceOf(Migrations.UnknownTables.class).message().hasLineCount(1)
                    .contains("are of version " + version + ", which this Zelfscan does not know");
            assertThatThrownBy(() -> Migrations.requireDone(owner, ROLE)).isInstanceOf(StartProblem.class)
                    .hasMessageContaining("of another version");
        }
    }

    @Test
    void aCommandOfANewerVersionChangesNothingUnderAServiceThatRuns() throws SQLException {
        String functions = "select checksum::text from flyway_schema_history where script = 'R__remove_person.sql'";
        database.execute("update flyway_schema_history set checksum = 0 where script = 'R__remove_person.sql'");

        assertThatThrownBy(() -> Migrations.makeOrRequireDone(owner, ROLE)).isInstanceOf(StartProblem.class).message().hasLineCount(1)
                .contains("of another version", "start the service of this one first");
        assertThat(ask(functions)).containsExactly("0");
    }

    @Test
    void aDatabaseWithAVersionThatWasWrittenAnewSinceIsOneOfAnotherBuild() {
        database.execute("update flyway_schema_history set checksum = 0 where version = '20261128.104'");

        assertThatThrownBy(() -> Migrations.run(owner, ROLE)).isInstanceOf(Migrations.UnknownTables.class).message().hasLineCount(1)
                .contains("20261128.104");
    }

    @Test
    void aServiceWithOtherFunctionsIsNotJoined() {
        Migrations.run(owner, ROLE);
        Migrations.requireDone(owner, ROLE);
        database.execute("update flyway_schema_history set checksum = 0 where script = 'R__scope.sql'");

        assertThatThrownBy(() -> Migrations.requireDone(owner, ROLE)).isInstanceOf(StartProblem.class)
                .hasMessageContaining("of another version");
    }

    @Test
    void aFileOfFunctionsMayBeRenamed() {
        database.execute(
                "update flyway_schema_history set description = 'former name', script = 'R__former_name.sql' where script = "
                        + "'R__people.sql'");

        Migrations.run(owner, ROLE);
    }
}
