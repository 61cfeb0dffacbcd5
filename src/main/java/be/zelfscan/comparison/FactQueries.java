package be.zelfscan.comparison;

import static be.zelfscan.database.schema.Tables.CHOSEN_OPTION;
import static be.zelfscan.database.schema.Tables.COMPARED_CENTRES;
import static be.zelfscan.database.schema.Tables.PLACED_BLOCK;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
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
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** What centres answered, and how they moved between rounds; {@link FigureQueries} counts it. Every method needs the transaction of a use case. */
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

    /** How these centres placed their blocks, in the given order, and what they chose in some sections: of many centres, all would be much. */
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

    /**
     * How the centres that sent a scan in both rounds placed their blocks then and now.
     *
     * @param nowByThen the blocks that are compared: their id now, by their id then
     * @return those of the net under {@link FigureQueries#NET}, those of each school group of the later round under its id; none where nobody sent in both
     */
    Map<UUID, List<Figures.Movement>> movements(UUID earlierRound, UUID laterRound, Map<String, String> nowByThen) {
        var now = FigureQueries.netAndGroups(laterRound).asTable("members", "key", "sent_scan_id");
        Field<UUID> key = field(name("members", "key"), SQLDataType.UUID);
        var then = COMPARED_CENTRES.call(earlierRound).as("centre_then");
        var centre = COMPARED_CENTRES.call(laterRound).as("centre_now");
        var before = PLACED_BLOCK.as("placement_then");
        var after = PLACED_BLOCK.as("placement_now");
        Field<String> block = case_(before.BLOCK).mapValues(nowByThen);
        Map<UUID, List<Figures.Movement>> byKey = new HashMap<>();
        sql.select(key, after.BLOCK, before.STAGE, after.STAGE, count()).from(now)
                .join(centre).on(centre.SENT_SCAN_ID.eq(field(name("members", "sent_scan_id"), SQLDataType.UUID)))
                .join(then).on(then.CENTRE_ID.eq(centre.CENTRE_ID))
                .join(before).on(before.SENT_SCAN_ID.eq(then.SENT_SCAN_ID))
                .join(after).on(after.SENT_SCAN_ID.eq(centre.SENT_SCAN_ID).and(after.BLOCK.eq(block)))
                .groupBy(key, after.BLOCK, before.STAGE, after.STAGE)
                .forEach(row -> byKey.computeIfAbsent(row.value1(), none -> new ArrayList<>())
                        .add(new Figures.Movement(row.value2(), row.value3(), row.value4(), row.value5())));
        return byKey;
    }
}
