import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Writes a class for each table that the migrations make, for queries that the compiler checks: starts a PostgreSQL, migrates it, reads it. Does nothing when
 * neither the migrations nor this file changed. Arguments: the migrations, where the classes go, this file.
 */
class GenerateTables {
    private static final String PACKAGE = "be.zelfscan.database.schema";

    public static void main(String[] arguments) throws Exception {
        Path migrations = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        Path mark = target.resolve("of-migrations.sha256");
        String digest = digest(migrations, Path.of(arguments[2]));
        if (Files.exists(mark) && Files.readString(mark).equals(digest)) {
            return;
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("create role zelfscan_application");
            }
            Flyway.configure().dataSource(postgres.getPostgresDatabase()).locations("filesystem:" + migrations).failOnMissingLocations(true)
                    .placeholders(Map.of("application_role", "zelfscan_application")).load().migrate();
            GenerationTool.generate(new Configuration()
                    .withJdbc(new Jdbc().withUrl(postgres.getJdbcUrl("postgres", "postgres")).withUser("postgres"))
                    .withGenerator(new Generator()
                            .withDatabase(new Database().withInputSchema("public").withOutputSchemaToDefault(true)
                                    .withIncludes(".*").withExcludes("flyway_.*|scheduled_tasks").withIncludeRoutines(false)
                                    .withForcedTypes(
                                            // A type that jOOQ does not know is deprecated code; nobody reads these columns.
                                            new ForcedType().withName("CLOB").withIncludeTypes("tsvector"),
                                            // A moment is an Instant, here as everywhere.
                                            new ForcedType().withName("INSTANT").withIncludeTypes("timestamp with time zone|timestamptz")))
                            .withGenerate(new Generate().withRecords(false).withGeneratedAnnotation(false).withJavaTimeTypes(true)
                                    .withGlobalCatalogReferences(false).withGlobalSchemaReferences(false).withImplicitJoinPathsToOne(false)
                                    .withImplicitJoinPathsToMany(false))
                            .withTarget(new Target().withPackageName(PACKAGE).withDirectory(target.toString()).withClean(true))));
        }
        Files.writeString(mark, digest);
    }

    private static String digest(Path migrations, Path self) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Files.readAllBytes(self));
        for (Path file : files(migrations)) {
            digest.update(file.getFileName().toString().getBytes());
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
