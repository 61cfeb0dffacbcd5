package be.zelfscan;

import be.zelfscan.database.Credentials;
import be.zelfscan.database.EmbeddedDatabase;
import be.zelfscan.database.StartProblem;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Which database there is to work in.
 *
 * @param dataFolder where the embedded database lives; used when no other database is named
 * @param programsFolder where its programs are unpacked
 * @param application the database to use instead of the embedded one, for the service
 * @param owner the same database, for migrations and backups
 */
record DatabaseSettings(Path dataFolder, Path programsFolder, Optional<Credentials> application, Optional<Credentials> owner) {
    private static final String URL = "JDBC_URL";
    private static final String MACHINE = "(\\[[^\\]\\s]+]|[^\\s,:/?\\[\\]]+)(:\\d{1,5})?";
    private static final Pattern FORM = Pattern.compile("jdbc:postgresql:(//" + MACHINE + "(," + MACHINE + ")*/)?[^/\\s?]*(\\?\\S*)?");

    /**
     * @throws StartProblem when settings do not go together
     */
    static DatabaseSettings of(Map<String, String> environment) {
        SettingValues values = new SettingValues(environment);
        values.onlyWith(URL, "JDBC_USER", "JDBC_PASSWORD", "JDBC_OWNER_USER", "JDBC_OWNER_PASSWORD");
        Optional<String> url = values.find(URL);
        url.ifPresent(DatabaseSettings::requirePostgres);
        Path folder = EmbeddedDatabase.defaultFolder();
        return new DatabaseSettings(folder, folder,
                url.map(address -> new Credentials(address, values.required("JDBC_USER", URL), values.required("JDBC_PASSWORD", URL))),
                url.map(address -> new Credentials(address, values.required("JDBC_OWNER_USER", URL),
                        values.required("JDBC_OWNER_PASSWORD", URL))));
    }

    private static void requirePostgres(String url) {
        Properties parts = FORM.matcher(url).matches() ? Driver.parseURL(url, new Properties()) : null;
        if (parts == null) {
            throw new StartProblem(
                    "JDBC_URL is no address of a PostgreSQL; expected one such as jdbc:postgresql://db.example.be:5432/zelfscan.");
        }
        if (parts.containsKey(PGProperty.USER.getName()) || parts.containsKey(PGProperty.PASSWORD.getName())) {
            throw new StartProblem("JDBC_URL holds a user or a password; say these in JDBC_USER and JDBC_PASSWORD only.");
        }
    }

    DatabaseSettings withFolders(Path data, Path programs) {
        return new DatabaseSettings(data, programs, application, owner);
    }

    boolean isEmbedded() {
        return application.isEmpty();
    }

    @Override
    public String toString() {
        return application.map(Credentials::toString).orElse(dataFolder.toString());
    }
}
