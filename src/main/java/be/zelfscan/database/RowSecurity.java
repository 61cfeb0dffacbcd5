package be.zelfscan.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Row-level security is a wall only for a role that cannot walk around it: no superuser, no BYPASSRLS, not the owner of the tables. */
public final class RowSecurity {
    private static final String UNGUARDED = """
            select string_agg(relname, ', ' order by relname) from pg_class
            where pg_table_is_visible(oid) and relkind = 'r' and relrowsecurity and not row_security_active(oid)""";

    private RowSecurity() {}

    /**
     * @param application as whom the service works, in a database whose migrations have run
     * @throws StartProblem when row-level security does not hold for that role
     */
    public static void require(Credentials application) {
        try (Connection connection = application.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(UNGUARDED)) {
            row.next();
            if (row.getString(1) != null) {
                throw new StartProblem("The database role " + application.user() + " at " + application.jdbcUrl()
                        + " bypasses row-level security, as a superuser, by BYPASSRLS, or as owner of the tables; let JDBC_USER name another role"
                        + " that is none of these, and keep the owner for the migrations, as JDBC_OWNER_USER.");
            }
        } catch (SQLException problem) {
            throw new StartProblem("The database at " + application.jdbcUrl() + " does not answer the role " + application.user() + ": "
                    + problem.getMessage(), problem);
        }
    }
}
