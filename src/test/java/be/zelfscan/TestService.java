package be.zelfscan;

import be.zelfscan.database.EmbeddedDatabase;
import be.zelfscan.database.Scope;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundPlan;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.support.DataFolder;
import be.zelfscan.support.Visitor;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;

/** The whole service as tests meet it: started once for all of them, on a folder of its own and any free port. */
public final class TestService {
    private static final class Holder {
        private static final TestService SERVICE = new TestService(Map.of(), Map.of());
    }

    private final RunningService service;
    private final Path folder;
    /** Of the owner of the tables, open for the next question: to open one takes longer than most questions. */
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    private TestService(Map<String, String> environment, Map<String, Object> more) {
        try {
            folder = DataFolder.withTables(Files.createTempDirectory(Files.createDirectories(Path.of("target")), "service-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> properties = new HashMap<>(more);
        properties.putIfAbsent("zelfscan.mail.smtp.host", "");
        // The scans of the demonstration are of use to few tests, and all the others would share the machine with them.
        properties.putIfAbsent("zelfscan.demonstration.fill", false);
        // Tests keep connections open for nothing; those of stopping say otherwise.
        properties.putIfAbsent("zelfscan.service.last-question", "0s");
        // Whoever may not see a page any more is shown out sooner than in earnest, and is missed sooner.
        properties.putIfAbsent("zelfscan.live.look", "1s");
        properties.putIfAbsent("zelfscan.live.left", "1s");
        service = RunningService.start(ServiceSettings.ofDemonstration(environment).withFolders(folder, DataFolder.PROGRAMS), properties);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    private void stop() {
        service.close();
        DataFolder.delete(folder);
    }

    static ServiceSettings settings(Path folder) {
        return ServiceSettings.ofDemonstration(Map.of()).withFolders(folder, DataFolder.PROGRAMS);
    }

    /** Another service, for tests of what needs another environment; it stops with the others. */
    public static TestService start(Map<String, String> environment) {
        return new TestService(environment, Map.of());
    }

    public static TestService get() {
        return Holder.SERVICE;
    }

    /** A service of a test's own, with further properties; it stops with the tests. */
    public static TestService with(Map<String, Object> more) {
        return new TestService(Map.of(), more);
    }

    /** A centre of a test's own, with a director, a member, and an open round. */
    public record TestCentre(UUID id, UUID round, String name, String director, String member) {}

    /** Makes a centre that no other test knows. */
    public TestCentre centre(String name) {
        return new Scope.Service().call(() -> make(name));
    }

    private TestCentre make(String name) {
        UUID id = UUID.randomUUID();
        UUID round = UUID.randomUUID();
        String unique = id.toString().substring(0, 8);
        TestCentre centre = new TestCentre(id, round, name + " " + unique, "directeur-" + unique + "@test.example",
                "lid-" + unique + "@test.example");
        OrganisationRepository organisations = context().getBean(OrganisationRepository.class);
        organisations.addCentre(id, centre.name());
        person(organisations, id, "Tine Test", centre.director(), Role.director);
        person(organisations, id, "Lou Lid", centre.member(), Role.member);
        openRound(round, "afname voor een test " + unique, questionnaire().key());
        context().getBean(RoundRepository.class).addCentre(round, id);
        return centre;
    }

    /** Makes a round that is open, with the usual recipients and without centres. */
    public void openRound(UUID id, String title, QuestionnaireKey questionnaire) {
        change("""
                insert into round (id, title, questionnaire_id, version, opens_on, closes_on, state, opened_at)
                values (?, ?, ?, ?, '2026-09-01', '2027-06-30', 'open', '2026-09-01')""", id, title, questionnaire.id(),
                questionnaire.version());
        String recipients = RoundPlan.defaultRecipients().entrySet().stream()
                .flatMap(mail -> mail.getValue().stream().map(role -> "('%s', '%s', '%s')".formatted(id, mail.getKey().kind(), role)))
                .collect(Collectors.joining(", "));
        change("insert into round_recipient (round_id, kind, role) values " + recipients);
    }

    /** Makes somebody of the support team; returns the address to sign in with. */
    public String supporter() {
        UUID id = supporterId();
        return texts("select email from person where id = '" + id + "'").getFirst();
    }

    /** Makes somebody of the support team. */
    public UUID supporterId() {
        UUID id = UUID.randomUUID();
        new Scope.Service().run(() -> context().getBean(OrganisationRepository.class).addPerson(id, "Pia Plus",
                "pocplus-" + id.toString().substring(0, 8) + "@test.example"));
        change("insert into support_member (person_id) values (?)", id);
        return id;
    }

    /** Says who gets a kind of mail of a round, and nobody else. */
    public void mailTo(UUID round, String kind, Role... roles) {
        change("delete from round_recipient where round_id = ? and kind = ?", round, kind);
        for (Role role : roles) {
            change("insert into round_recipient (round_id, kind, role) values (?, ?, ?)", round, kind, role.name());
        }
    }

    private static void person(OrganisationRepository organisations, UUID centre, String name, String email, Role role) {
        UUID id = UUID.randomUUID();
        organisations.addPerson(id, name, email);
        organisations.addMembership(id, centre, role);
    }

    /** The instrument of most tests: the first that was shipped, in its newest version. */
    public Questionnaire questionnaire() {
        return context().getBean(Instruments.class).get(new QuestionnaireKey("poolster-clb", "2026"));
    }

    /** Somebody with a browser without scripts, signed in by the link of the mail. */
    public Visitor signedIn(String email) {
        Visitor visitor = visitor();
        visitor.signIn(email);
        return visitor;
    }

    /** Somebody with a browser, signed in without the mail: a session as signing in makes it. */
    public Visitor inSession(UUID person) {
        return visitor().withCookie("zelfscan", session(person));
    }

    /** The same, of whoever has this address. */
    public Visitor inSession(String email) {
        return inSession(person(email));
    }

    /** Who has this address. */
    public UUID person(String email) {
        return UUID.fromString(texts("select id from person where email = '" + email + "'").getFirst());
    }

    /** What the cookie of a new session of somebody holds. */
    public String session(UUID person) {
        String secret = UUID.randomUUID() + "-" + UUID.randomUUID();
        change("insert into session (id, secret_hash, person_id, created_at, seen_at, ends_at)"
                + " values (?, sha256(convert_to(?, 'UTF8')), ?, now(), now(), now() + interval '1 hour')", UUID.randomUUID(), secret,
                person);
        return secret;
    }

    public Visitor visitor() {
        return new Visitor(address());
    }

    public String address() {
        return service.address();
    }

    public ApplicationContext context() {
        return service.context();
    }

    /** One number from the database, asked by the owner of its tables. */
    public long count(String sql, Object... values) {
        return asOwner(sql, statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** The first column of each row, asked by the owner of the tables. */
    public List<String> texts(String sql) {
        return asOwner(sql, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (row.next()) {
                    found.add(row.getString(1));
                }
                return found;
            }
        });
    }

    /** A change of the database that no page can make, by the owner of its tables. */
    public void change(String sql, Object... values) {
        asOwner(sql, statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        });
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    /** One that failed is not used again. */
    private <T> T asOwner(String sql, Work<T> work) {
        try {
            Connection kept = idle.poll();
            Connection connection = kept == null ? owner() : kept;
            T result;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                result = work.with(statement);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
            idle.push(connection);
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The database of this service alone. */
    EmbeddedDatabase database() {
        return service.embedded().orElseThrow();
    }

    /** What another process needs to be an instance of this service, with the same database; what runs by itself stays here. */
    public Map<String, String> sameDatabase() {
        EmbeddedDatabase database = database();
        return Map.of("ZELFSCAN_DEMO", "true", "ZELFSCAN_SCHEDULE_RUN", "false", "ZELFSCAN_MAIL_DELIVER", "false", "JDBC_URL",
                database.application().jdbcUrl(), "JDBC_USER", database.application().user(), "JDBC_PASSWORD",
                database.application().password(), "JDBC_OWNER_USER", database.owner().user(), "JDBC_OWNER_PASSWORD",
                database.owner().password());
    }

    /** Stops this service, of a test's own, before the tests end. */
    public void close() {
        service.close();
    }

    /** A connection as the service itself has it. */
    public Connection application() throws SQLException {
        EmbeddedDatabase database = service.embedded().orElseThrow();
        return DriverManager.getConnection(database.application().jdbcUrl(), database.application().user(),
                database.application().password());
    }

    /** A connection of the owner of the tables, for what needs a transaction that stays open. */
    public Connection owner() throws SQLException {
        EmbeddedDatabase database = service.embedded().orElseThrow();
        return DriverManager.getConnection(database.owner().jdbcUrl(), database.owner().user(), database.owner().password());
    }
}
