package be.zelfscan.followup;

import static be.zelfscan.database.schema.Tables.COMPARED_CENTRES;
import static be.zelfscan.database.schema.Tables.LABELLED_NOTE;
import static be.zelfscan.database.schema.Tables.NOTE_LABEL;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.row;

import be.zelfscan.database.NameOrder;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.SelectSelectStep;

/** The labels, on which notes they hang and how often. Every method needs the transaction of a use case. */
@Singleton
class LabelQueries {
    /** How many centres, and how many of their notes, have a label in a section; an empty section for all together. */
    record Count(UUID label, String section, int centres, int notes) {}

    private static final Field<Integer> CENTRES = countDistinct(COMPARED_CENTRES.CENTRE_ID);

    private record Hanging(NoteKey note, NoteLabel label) {}

    private final DSLContext sql;

    LabelQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** By name. */
    List<NoteLabel> all() {
        return sql.select(NOTE_LABEL.ID, NOTE_LABEL.NAME, NOTE_LABEL.ENDED_AT.isNotNull()).from(NOTE_LABEL)
                .orderBy(NameOrder.of(NOTE_LABEL.NAME), NOTE_LABEL.NAME)
                .fetch(found -> new NoteLabel(found.value1(), found.value2(), found.value3()));
    }

    /** The labels of these notes, by name. */
    Map<NoteKey, List<NoteLabel>> of(Collection<NoteKey> notes) {
        return sql
                .select(LABELLED_NOTE.SENT_SCAN_ID, LABELLED_NOTE.SECTION, LABELLED_NOTE.QUESTION, NOTE_LABEL.ID, NOTE_LABEL.NAME,
                        NOTE_LABEL.ENDED_AT.isNotNull())
                .from(LABELLED_NOTE).join(NOTE_LABEL).on(NOTE_LABEL.ID.eq(LABELLED_NOTE.LABEL_ID))
                .where(row(LABELLED_NOTE.SENT_SCAN_ID, LABELLED_NOTE.SECTION, LABELLED_NOTE.QUESTION)
                        .in(notes.stream().map(key -> row(key.sentScanId(), key.section(), key.question())).toList()))
                .orderBy(NameOrder.of(NOTE_LABEL.NAME), NOTE_LABEL.NAME)
                .fetch(found -> new Hanging(new NoteKey(found.value1(), found.value2(), found.value3()),
                        new NoteLabel(found.value4(), found.value5(), found.value6())))
                .stream().collect(Collectors.groupingBy(Hanging::note, Collectors.mapping(Hanging::label, Collectors.toList())));
    }

    /** How often each label hangs on what counts in a round, by section. */
    List<Count> bySection(UUID roundId) {
        return hanging(sql.select(LABELLED_NOTE.LABEL_ID, LABELLED_NOTE.SECTION, CENTRES, count()), roundId)
                .groupBy(LABELLED_NOTE.LABEL_ID, LABELLED_NOTE.SECTION)
                .fetch(found -> new Count(found.value1(), found.value2(), found.value3(), found.value4()));
    }

    /** The same over all sections. */
    List<Count> overall(UUID roundId) {
        return hanging(sql.select(LABELLED_NOTE.LABEL_ID, CENTRES, count()), roundId).groupBy(LABELLED_NOTE.LABEL_ID)
                .fetch(found -> new Count(found.value1(), "", found.value2(), found.value3()));
    }

    private static <R extends Record> SelectOnConditionStep<R> hanging(SelectSelectStep<R> select, UUID roundId) {
        return select.from(LABELLED_NOTE).join(COMPARED_CENTRES.call(roundId))
                .on(COMPARED_CENTRES.SENT_SCAN_ID.eq(LABELLED_NOTE.SENT_SCAN_ID));
    }
}
