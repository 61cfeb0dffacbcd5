package be.zelfscan.support;

import be.zelfscan.database.EmbeddedDatabase;
import be.zelfscan.database.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Folders of data for tests that are not about how one begins: copies of a folder that was made once, since to make a database takes longer
 * than most tests. The programs of PostgreSQL are unpacked once for all of them.
 */
public final class DataFolder {
    public static final Path PROGRAMS = Path.of("target", "postgres-programs");

    private static final class WithoutTables {
        private static final Path FOLDER = made("without-tables-", database -> {});
    }

    private static final class WithTables {
        private static final Path FOLDER = made("with-tables-",
                database -> Migrations.run(database.owner(), database.application().user()));
    }

    private interface Filling {
        void fill(EmbeddedDatabase database);
    }

    private DataFolder() {}

    /** Makes a folder of that name, which must not be there, with a database that nobody has used. */
    public static Path withoutTables(Path folder) {
        return copy(WithoutTables.FOLDER, folder);
    }

    /** The same, with the tables of this build, in which there is nothing. */
    public static Path withTables(Path folder) {
        return copy(WithTables.FOLDER, folder);
    }

    private static Path made(String name, Filling filling) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), name).toAbsolutePath();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, PROGRAMS)) {
                filling.fill(database);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copy(Path made, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.copy(made.resolve("secrets"), folder.resolve("secrets"), StandardCopyOption.COPY_ATTRIBUTES);
            Path cluster = made.resolve("postgres");
            Files.walkFileTree(cluster, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes attributes) throws IOException {
                    Files.copy(one, folder.resolve(made.relativize(one)), StandardCopyOption.COPY_ATTRIBUTES);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path one, BasicFileAttributes attributes) throws IOException {
                    Files.copy(one, folder.resolve(made.relativize(one)), StandardCopyOption.COPY_ATTRIBUTES);
                    return FileVisitResult.CONTINUE;
                }
            });
            try (Stream<Path> unpacked = Files.list(PROGRAMS)) {
                for (Path programs : unpacked.filter(name -> name.getFileName().toString().matches("postgres-programs-\\w+")).toList()) {
                    Files.createSymbolicLink(folder.resolve(programs.getFileName()), programs.toAbsolutePath());
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
