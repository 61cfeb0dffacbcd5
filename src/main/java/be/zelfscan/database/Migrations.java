package be.zelfscan.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

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
            Flyway.configure().dataSource(owner.jdbcUrl(), owner.user(), owner.password()).locations("classpath:db/migration")
                    .failOnMissingLocations(true).placeholders(java.util.Map.of("application_role", "\"" + applicationRole + "\"")).load()
                    .migrate();
        } catch (FlywayException problem) {
            throw new StartProblem("The database at " + owner.jdbcUrl() + " could not be brought to this version: "
                    + problem.getMessage().lines().filter(line -> !line.isBlank()).findFirst().orElse("no reason given"), problem);
        }
    }
}
