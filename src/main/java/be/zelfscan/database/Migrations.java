package be.zelfscan.database;

import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the tables of a database to the version of this service. */
public final class Migrations {
    private Migrations() {}

    /**
     * Runs the migrations that are missing; safe when several instances start at once.
     *
     * @param owner who owns the tables
     * @param applicationRole who is granted what the service needs
     * @throws StartProblem when the database cannot be reached or a migration fails
     */
    public static void run(Credentials owner, String applicationRole) {
        try {
            of(owner, applicationRole).load().migrate();
        } catch (FlywayException problem) {
            throw notDone(owner, problem);
        }
    }

    /**
     * Runs the migrations up to this version, and no further.
     *
     * @throws StartProblem when there is no such version here, or the database is at a later one
     */
    static void runTo(String version, Credentials owner, String applicationRole) {
        try {
            FluentConfiguration flyway = of(owner, applicationRole);
            MigrationVersion target = MigrationVersion.fromVersion(version);
            MigrationInfoService info = flyway.load().info();
            if (Arrays.stream(info.all()).map(MigrationInfo::getVersion).noneMatch(target::equals)) {
                throw new StartProblem("This Zelfscan knows no version " + version
                        + " of the tables; use the jar with which the backup was made, or a later one.");
            }
            if (info.current() != null && info.current().getVersion() != null && info.current().getVersion().isNewerThan(version)) {
                throw new StartProblem("The database at " + owner.jdbcUrl() + " has its tables in version " + info.current().getVersion()
                        + " already and the backup is of version " + version + "; restore it in an empty database.");
            }
            flyway.target(target).load().migrate();
        } catch (FlywayException problem) {
            throw notDone(owner, problem);
        }
    }

    /**
     * Changes nothing under a service that runs.
     *
     * @throws StartProblem when migrations are missing
     */
    public static void requireDone(Credentials owner) {
        try {
            if (of(owner, owner.user()).load().info().pending().length > 0) {
                throw new StartProblem("The service that runs on the database at " + owner.jdbcUrl()
                        + " is of an older version; use the jar that it runs with, or stop it first.");
            }
        } catch (FlywayException problem) {
            throw notDone(owner, problem);
        }
    }

    private static FluentConfiguration of(Credentials owner, String applicationRole) {
        return Flyway.configure().dataSource(owner.jdbcUrl(), owner.user(), owner.password()).locations("classpath:db/migration")
                .failOnMissingLocations(true).placeholders(Map.of("application_role", "\"" + applicationRole + "\""));
    }

    private static StartProblem notDone(Credentials owner, FlywayException problem) {
        return new StartProblem("The database at " + owner.jdbcUrl() + " could not be brought to this version: "
                + problem.getMessage().lines().filter(line -> !line.isBlank()).findFirst().orElse("no reason given"), problem);
    }
}
