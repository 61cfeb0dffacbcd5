package be.zelfscan.questionnaire;

import static be.zelfscan.database.schema.Tables.QUESTIONNAIRE_VERSION;

import be.zelfscan.questionnaire.BrokenDefinition.Fault;
import be.zelfscan.text.Texts;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads every definition on the class path, at start; the service does not start when one is broken. */
@Factory
class InstrumentsFactory {
    private static final String FOLDER = "questionnaires";

    @Singleton
    Instruments instruments(DefinitionReader reader, BeanProvider<PinnedVersions> pinned) {
        List<Instruments.Definition> definitions = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        files().forEach((name, content) -> {
            try {
                definitions.add(new Instruments.Definition(reader.read(name, content), new String(content, StandardCharsets.UTF_8)));
            } catch (BrokenDefinition broken) {
                faults.addAll(broken.faults());
            }
        });
        List<QuestionnaireKey> keys = definitions.stream().map(definition -> definition.questionnaire().key()).toList();
        keys.stream().filter(key -> keys.indexOf(key) != keys.lastIndexOf(key)).distinct()
                .forEach(key -> faults.add(new Fault(FOLDER, "/version", "two files define " + key, "one file a version")));
        if (!faults.isEmpty()) {
            throw new BrokenDefinition(faults);
        }
        return new Instruments(definitions, key -> pinned.get().find(key));
    }

    private static Map<String, byte[]> files() {
        try {
            URI schema = InstrumentsFactory.class.getResource("/" + FOLDER + "/schema.json").toURI();
            if (schema.getScheme().equals("file")) {
                return read(Path.of(schema).getParent());
            }
            try (FileSystem archive = FileSystems.newFileSystem(schema, Map.of())) {
                return read(archive.getPath("/" + FOLDER));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> read(Path folder) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
                if (!file.getFileName().toString().equals("schema.json")) {
                    contents.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
        return contents;
    }

    /** The versions that the database pins, with the content that they had then. Thread-safe. */
    @Singleton
    static class PinnedVersions {
        private static final Logger LOG = LoggerFactory.getLogger(PinnedVersions.class);

        private final DSLContext sql;
        private final DefinitionReader reader;
        /** What was read already, of as many versions as the database has; it holds as long as the content is the same. */
        private final Map<QuestionnaireKey, Instruments.Definition> read = new ConcurrentHashMap<>();

        PinnedVersions(DSLContext sql, DefinitionReader reader) {
            this.sql = sql;
            this.reader = reader;
        }

        /** Empty when there is none, or this service cannot read what it was. */
        @Transactional
        Optional<Instruments.Definition> find(QuestionnaireKey key) {
            if (Texts.hiddenSign(key.id() + key.version()).isPresent()) {
                return Optional.empty();
            }
            return sql.select(QUESTIONNAIRE_VERSION.CONTENT).from(QUESTIONNAIRE_VERSION)
                    .where(QUESTIONNAIRE_VERSION.QUESTIONNAIRE_ID.eq(key.id()))
                    .and(QUESTIONNAIRE_VERSION.VERSION.eq(key.version())).fetchOptional(QUESTIONNAIRE_VERSION.CONTENT)
                    .flatMap(content -> definition(key, content));
        }

        private Optional<Instruments.Definition> definition(QuestionnaireKey key, String content) {
            Instruments.Definition known = read.get(key);
            if (known != null && known.content().equals(content)) {
                return Optional.of(known);
            }
            try {
                Instruments.Definition definition = new Instruments.Definition(
                        reader.read(key.toString(), content.getBytes(StandardCharsets.UTF_8)), content);
                read.put(key, definition);
                return Optional.of(definition);
            } catch (BrokenDefinition unreadable) {
                LOG.error("The database pins {}, which this service does not bring and cannot read: {}", key, unreadable.getMessage());
                return Optional.empty();
            }
        }
    }
}
