package be.zelfscan.questionnaire;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
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
import java.util.TreeMap;
import java.util.stream.Stream;

/** Loads every definition on the class path, at start; the service does not start when one is broken. */
@Factory
class InstrumentsFactory {
    private static final String FOLDER = "questionnaires";

    @Singleton
    Instruments instruments(DefinitionReader reader, BeanProvider<PinnedDefinitionQueries> pinned) {
        List<Instruments.Definition> definitions = new ArrayList<>();
        List<DefinitionFault> faults = new ArrayList<>();
        files().forEach((name, content) -> {
            try {
                definitions.add(new Instruments.Definition(reader.read(name, content), new String(content, StandardCharsets.UTF_8)));
            } catch (BrokenDefinition broken) {
                faults.addAll(broken.faults());
            }
        });
        List<QuestionnaireKey> keys = definitions.stream().map(definition -> definition.questionnaire().key()).toList();
        keys.stream().filter(key -> keys.indexOf(key) != keys.lastIndexOf(key)).distinct()
                .forEach(key -> faults.add(new DefinitionFault(FOLDER, "/version", "two files define " + key, "one file a version")));
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
}
