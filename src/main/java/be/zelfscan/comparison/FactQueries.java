package be.zelfscan.comparison;

import static be.zelfscan.database.schema.Tables.CHOSEN_OPTION;
import static be.zelfscan.database.schema.Tables.PLACED_BLOCK;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** What centres answered; {@link FigureQueries} counts it. Every method needs the transaction of a use case. */
@Singleton
class FactQueries {
    private final DSLContext sql;

    FactQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** All that a centre answered. */
    CentreFacts of(ComparedRound.Centre centre) {
        return read(List.of(centre), noCondition()).getFirst();
    }

    /**
     * How these centres placed their blocks, in the given order, and what they chose in some sections: of many centres, all would be much.
     */
    List<CentreFacts> of(List<ComparedRound.Centre> centres, Collection<String> sections) {
        return read(centres, CHOSEN_OPTION.SECTION.in(sections));
    }

    private List<CentreFacts> read(List<ComparedRound.Centre> centres, Condition ofChoices) {
        UUID[] sent = centres.stream().flatMap(centre -> centre.sentScanId().stream()).toArray(UUID[]::new);
        Map<UUID, Map<String, CentreFacts.Placed>> placements = new HashMap<>();
        sql.select(PLACED_BLOCK.SENT_SCAN_ID, PLACED_BLOCK.BLOCK, PLACED_BLOCK.STAGE, PLACED_BLOCK.AMBITION)
                .from(PLACED_BLOCK).where(PLACED_BLOCK.SENT_SCAN_ID.eq(any(sent)))
                .forEach(row -> placements.computeIfAbsent(row.value1(), none -> new HashMap<>()).put(row.value2(),
                        new CentreFacts.Placed(row.value3(), Optional.ofNullable(row.value4()))));
        Map<UUID, List<CentreFacts.Chosen>> choices = new HashMap<>();
        sql.select(CHOSEN_OPTION.SENT_SCAN_ID, CHOSEN_OPTION.SECTION, CHOSEN_OPTION.QUESTION, CHOSEN_OPTION.OPTION, CHOSEN_OPTION.POSITION)
                .from(CHOSEN_OPTION).where(CHOSEN_OPTION.SENT_SCAN_ID.eq(any(sent))).and(ofChoices)
                .forEach(row -> choices.computeIfAbsent(row.value1(), none -> new ArrayList<>())
                        .add(new CentreFacts.Chosen(row.value2(), row.value3(), row.value4(), row.value5())));
        return centres.stream().map(centre -> new CentreFacts(centre,
                centre.sentScanId().map(placements::get).orElse(Map.of()),
                centre.sentScanId().map(choices::get).orElse(List.of()))).toList();
    }
}
