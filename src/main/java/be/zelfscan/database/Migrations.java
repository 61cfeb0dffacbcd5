package be.zelfscan.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * Brings the tables of a database to the version of this service, and then the functions, triggers, policies and views: those are
 * repeatable migrations, which run after all others whenever their text changed.
 */
public final class Migrations {
    private static final Set<MigrationState> UNKNOWN = EnumSet.of(MigrationState.MISSING_SUCCESS, MigrationState.MISSING_FAILED,
            MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    private static final String UNGUARDED = """
            select string_agg(relname, ', ' order by relname) from pg_class
            where pg_table_is_visible(oid) and relkind = 'r' and relrowsecurity and not row_security_active(oid)""";

    private Migrations() {}

    /**
     * Runs the migrations that are missing; safe when several instances start at once.
     *
     * @param owner who owns the tables
     * @param applicationRole who is granted what the service needs
     * @throws UnknownTables when the tables are of a version that is not among these migrations
     * @throws StartProblem when the database cannot be reached or a migration fails
     */
    public static void run(Credentials owner, String applicationRole) {
        run(of(owner, applicationRole).load(), owner);
    }

    /**
     * Makes the tables of this version, and no later ones. Functions, triggers, policies and views are left to {@link #run}, since they are
     * of the newest version only.
     *
     * @throws StartProblem when there is no such version here, or the database is at a later one
     */
    static void runTo(String version, Credentials owner, String applicationRole) {
        MigrationVersion target = MigrationVersion.fromVersion(version);
        try {
            MigrationInfoService info = of(owner, applicationRole).load().info();
            List<MigrationVersion> known = Arrays.stream(info.all()).filter(migration -> !UNKNOWN.contains(migration.getState()))
                    .map(MigrationInfo::getVersion).filter(Objects::nonNull).toList();
            if (!known.contains(target)) {
                boolean earlier = known.stream().anyMatch(other -> other.compareTo(target) > 0);
                throw new StartProblem("This Zelfscan knows no version " + version + " of the tables; " + (earlier
                        ? "an earlier build made the backup, and only the jar of then can restore it."
                        : "use the jar with which the backup was made, or a later one."));
            }
            if (info.current() != null && info.current().getVersion() != null && info.current().getVersion().isNewerThan(version)) {
                throw new StartProblem("The database at " + owner.jdbcUrl() + " has its tables in version " + info.current().getVersion()
                        + " already and the backup is of version " + version + "; restore it in an empty database.");
            }
        } catch (FlywayException problem) {
            throw notDone(owner, problem);
        }
        // No file has such a prefix, so none is repeatable.
        run(of(owner, applicationRole).target(target).repeatableSqlMigrationPrefix("none").load(), owner);
    }

    /**
     * For a command, beside which the service may run: makes the tables where there are none, and changes nothing else.
     *
     * @throws StartProblem when the tables are of another version, or as for {@link #run}
     */
    public static void makeOrRequireDone(Credentials owner, String applicationRole) {
        boolean empty;
        try {
            empty = of(owner, applicationRole).load().info().applied().length == 0;
        } catch (FlywayException problem) {
            throw notDone(owner, problem);
        }
        if (empty) {
            run(owner, applicationRole);
        } else {
            requireDone(owner, applicationRole);
        }
    }

    /**
     * Changes nothing under a service that runs.
     *
     * @throws StartProblem when the tables are of another version
     */
    public static void requireDone(Credentials owner, String applicationRole) {
        try {
            Flyway flyway = of(owner, applicationRole).load();
            if (flyway.info().pending().length > 0 || unknownVersion(flyway).isPresent()) {
                throw new StartProblem("The tables in the database at " + owner.jdbcUrl() + " are of another version than this Zelfscan; "
                        + "use the jar with which its service runs, or stop that and start the service of this one first.");
            }
        } catch (FlywayException problem) {
            throw notDone(owner, problem);
        }
    }

    /**
     * Row-level security is a wall only for a role that cannot walk around it: no superuser, no BYPASSRLS, not the owner of the tables.
     *
     * @param application as whom the service works, in a database whose migrations have run
     * @throws StartProblem when row-level security does not hold for that role
     */
    public static void requireRowSecurity(Credentials application) {
        try (Connection connection = application.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(UNGUARDED)) {
            row.next();
            if (row.getString(1) != null) {
                throw new StartProblem("The database role " + application.user() + " at " + application.jdbcUrl()
                        + " bypasses row-level security, as a superuser, by BYPASSRLS, or as owner of the tables; let JDBC_USER name "
                        + "another role"
                        + " that is none of these, and keep the owner for the migrations, as JDBC_OWNER_USER.");
            }
        } catch (SQLException problem) {
            throw StartProblem.ofDatabase(application.jdbcUrl(), "The database at " + application.jdbcUrl() + " does not answer the role "
                    + application.user() + ": " + problem.getMessage(), problem);
        }
    }

    private static void run(Flyway flyway, Credentials owner) {
        try {
            flyway.migrate();
        } catch (FlywayValidateException problem) {
            throw unknownVersion(flyway).<StartProblem>map(version -> new UnknownTables(owner, version))
                    .orElseGet(() -> notDone(owner, problem));
        } catch (FlywayException problem) {
            throw notDone(owner, problem);
        }
    }

    /** The newest version in the database that is not among the migrations here, or is another one here. */
    private static Optional<MigrationVersion> unknownVersion(Flyway flyway) {
        return Arrays.stream(flyway.info().applied())
                .filter(migration -> UNKNOWN.contains(migration.getState()) || !migration.isChecksumMatching())
                .map(MigrationInfo::getVersion).filter(Objects::nonNull).max(MigrationVersion::compareTo);
    }

    /** A file of functions may be renamed or divided; a version that is gone, or of a later service, is refused. */
    private static FluentConfiguration of(Credentials owner, String applicationRole) {
        return Flyway.configure().dataSource(owner.jdbcUrl(), owner.user(), owner.password()).locations("classpath:db/migration")
                .failOnMissingLocations(true).ignoreMigrationPatterns("repeatable:missing")
                .placeholders(Map.of("application_role", "\"" + applicationRole + "\""));
    }

    private static StartProblem notDone(Credentials owner, FlywayException problem) {
        return StartProblem.ofDatabase(owner.jdbcUrl(), "The database at " + owner.jdbcUrl() + " could not be brought to this version: "
                + problem.getMessage().lines().filter(line -> !line.isBlank()).findFirst().orElse("no reason given"), problem);
    }

    /**
     * Another build made the tables, an earlier one whose versions were written anew since, or a later one. Nothing was changed in them.
     */
    public static final class UnknownTables extends StartProblem {
        private static final long serialVersionUID = 1L;

        private UnknownTables(Credentials owner, MigrationVersion version) {
            super("The tables in the database at " + owner.jdbcUrl() + " are of version " + version
                    + ", which this Zelfscan does not know; use the jar that made them, or give this one an empty database (JDBC_URL) or an"
                    + " empty data folder (ZELFSCAN_DATA).");
        }
    }
}
