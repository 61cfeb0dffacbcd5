package be.zelfscan.comparison;

import static be.zelfscan.database.schema.Tables.COMPARISON_FIGURES;
import static be.zelfscan.database.schema.Tables.COMPARISON_MOVEMENT;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/**
 * Figures and movements as {@link FreezeComparison} fixed them. Every method needs the transaction of a use case, and shows what its
 * person may see.
 */
@Singleton
class FrozenQueries {
    /** How centres moved, as it is kept. */
    @Serdeable
    record Movements(List<Figures.Movement> movements) {}

    /** How centres moved since an earlier round. */
    record FrozenMovements(UUID earlierRound, List<Figures.Movement> movements) {}

    private final DSLContext sql;
    private final ObjectMapper json;

    FrozenQueries(DSLContext sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The figures of a school group, or of the net without one; empty when there are none that the person may see. */
    Optional<Figures> figures(UUID roundId, Optional<UUID> schoolGroupId) {
        return sql.select(COMPARISON_FIGURES.FIGURES).from(COMPARISON_FIGURES).where(COMPARISON_FIGURES.ROUND_ID.eq(roundId))
                .and(schoolGroupId.map(COMPARISON_FIGURES.SCHOOL_GROUP_ID::eq).orElseGet(COMPARISON_FIGURES.SCHOOL_GROUP_ID::isNull))
                .fetchOptional(row -> read(row.value1(), Figures.class));
    }

    /** The figures of every school group that the person may see, by its id. */
    Map<UUID, Figures> figuresOfGroups(UUID roundId) {
        return sql.select(COMPARISON_FIGURES.SCHOOL_GROUP_ID, COMPARISON_FIGURES.FIGURES).from(COMPARISON_FIGURES)
                .where(COMPARISON_FIGURES.ROUND_ID.eq(roundId)).and(COMPARISON_FIGURES.SCHOOL_GROUP_ID.isNotNull())
                .fetchMap(row -> row.value1(), row -> read(row.value2(), Figures.class));
    }

    /** The movements of a school group, or of the net without one; empty when there was no round to compare with. */
    Optional<FrozenMovements> movements(UUID roundId, Optional<UUID> schoolGroupId) {
        return sql.select(COMPARISON_MOVEMENT.EARLIER_ROUND_ID, COMPARISON_MOVEMENT.MOVEMENTS).from(COMPARISON_MOVEMENT)
                .where(COMPARISON_MOVEMENT.ROUND_ID.eq(roundId))
                .and(schoolGroupId.map(COMPARISON_MOVEMENT.SCHOOL_GROUP_ID::eq).orElseGet(COMPARISON_MOVEMENT.SCHOOL_GROUP_ID::isNull))
                .fetchOptional(
                        row -> new FrozenMovements(row.value1(), read(row.value2(), Movements.class).movements()));
    }

    private <T> T read(JSONB value, Class<T> type) {
        try {
            return json.readValue(value.data(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
