package be.zelfscan.questionnaire;

import static be.zelfscan.database.schema.Tables.QUESTIONNAIRE_VERSION;

import be.zelfscan.text.Texts;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The versions that the database pins, with the content that they had then. Thread-safe. */
@Singleton
class PinnedDefinitionQueries {
    private static final Logger LOG = LoggerFactory.getLogger(PinnedDefinitionQueries.class);

    private final DSLContext sql;
    private final DefinitionReader reader;
    /** What was read already, of as many versions as the database has; it holds as long as the content is the same. */
    private final Map<QuestionnaireKey, Instruments.Definition> read = new ConcurrentHashMap<>();

    PinnedDefinitionQueries(DSLContext sql, DefinitionReader reader) {
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
