package be.zelfscan.followup;

import static be.zelfscan.database.schema.Tables.COMPARED_CENTRES;
import static be.zelfscan.database.schema.Tables.LABELLED_NOTE;
import static be.zelfscan.database.schema.Tables.NOTE_LABEL;
import static be.zelfscan.database.schema.Tables.SENT_NOTE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import be.zelfscan.database.NameOrder;
import be.zelfscan.followup.NoteLabels.Label;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.Row4;
import org.jooq.SelectOnConditionStep;
import org.jooq.SelectSelectStep;
import org.jooq.exception.IntegrityConstraintViolationException;

/** The labels, on which notes they hang and how often. Every method needs the transaction of a use case. */
@Singleton
class LabelQueries {
    /** How many centres, and how many of their notes, have a label in a section; an empty section for all together. */
    record LabelCount(UUID label, String section, int centres, int notes) {}

    private static final Field<Integer> CENTRES = countDistinct(COMPARED_CENTRES.CENTRE_ID);
    private static final Field<Boolean> ENDED = field(NOTE_LABEL.ENDED_AT.isNotNull());

    private record LabelledNote(NoteKey note, Label label) {}

    private final DSLContext sql;

    LabelQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** By name. */
    List<Label> all() {
        return sql.select(NOTE_LABEL.ID, NOTE_LABEL.NAME, ENDED).from(NOTE_LABEL).orderBy(NameOrder.of(NOTE_LABEL.NAME), NOTE_LABEL.NAME)
                .fetch(Records.mapping(Label::new));
    }

    /** The labels of these notes, by name. */
    Map<NoteKey, List<Label>> of(Collection<NoteKey> notes) {
        return sql
                .select(LABELLED_NOTE.SENT_SCAN_ID, LABELLED_NOTE.SECTION, LABELLED_NOTE.QUESTION, LABELLED_NOTE.PART, NOTE_LABEL.ID,
                        NOTE_LABEL.NAME, ENDED)
                .from(LABELLED_NOTE).join(NOTE_LABEL).on(NOTE_LABEL.ID.eq(LABELLED_NOTE.LABEL_ID))
                .where(row(LABELLED_NOTE.SENT_SCAN_ID, LABELLED_NOTE.SECTION, LABELLED_NOTE.QUESTION, LABELLED_NOTE.PART).in(rows(notes)))
                .orderBy(NameOrder.of(NOTE_LABEL.NAME), NOTE_LABEL.NAME)
                .fetch(found -> new LabelledNote(new NoteKey(found.value1(), found.value2(), found.value3(), found.value4()),
                        new Label(found.value5(), found.value6(), found.value7())))
                .stream().collect(Collectors.groupingBy(LabelledNote::note, Collectors.mapping(LabelledNote::label, Collectors.toList())));
    }

    private static List<Row4<UUID, String, String, String>> rows(Collection<NoteKey> notes) {
        return notes.stream().map(key -> row(key.sentScanId(), key.section(), key.question(), key.part())).toList();
    }

    /** How often each label hangs on what counts in a round, by section. */
    List<LabelCount> bySection(UUID roundId) {
        return hanging(sql.select(LABELLED_NOTE.LABEL_ID, LABELLED_NOTE.SECTION, CENTRES, count()), roundId)
                .groupBy(LABELLED_NOTE.LABEL_ID, LABELLED_NOTE.SECTION).fetch(Records.mapping(LabelCount::new));
    }

    /** How often over all sections. */
    List<LabelCount> overall(UUID roundId) {
        return hanging(sql.select(LABELLED_NOTE.LABEL_ID, CENTRES, count()), roundId).groupBy(LABELLED_NOTE.LABEL_ID)
                .fetch(found -> new LabelCount(found.value1(), "", found.value2(), found.value3()));
    }

    private static <R extends Record> SelectOnConditionStep<R> hanging(SelectSelectStep<R> select, UUID roundId) {
        return select.from(LABELLED_NOTE).join(COMPARED_CENTRES.call(roundId))
                .on(COMPARED_CENTRES.SENT_SCAN_ID.eq(LABELLED_NOTE.SENT_SCAN_ID));
    }

    /** Holds the label, so that nobody changes it until the transaction ends. */
    Optional<Label> hold(UUID id) {
        return sql.select(NOTE_LABEL.ID, NOTE_LABEL.NAME, ENDED).from(NOTE_LABEL).where(NOTE_LABEL.ID.eq(id)).forUpdate()
                .fetchOptional(Records.mapping(Label::new));
    }

    /** Returns whether the label is there now; not when another has that name. */
    boolean add(UUID id, String name, Instant now) {
        return sql.insertInto(NOTE_LABEL, NOTE_LABEL.ID, NOTE_LABEL.NAME, NOTE_LABEL.MADE_AT).values(id, name, now).onConflictDoNothing()
                .execute() == 1;
    }

    /** Returns whether the label has that name now; not when another has it, or gets it at this moment: then the transaction is over. */
    boolean rename(UUID id, String name) {
        try {
            return sql.update(NOTE_LABEL).set(NOTE_LABEL.NAME, name).where(NOTE_LABEL.ID.eq(id)).execute() == 1;
        } catch (IntegrityConstraintViolationException taken) {
            return false;
        }
    }

    void end(UUID id, Instant now) {
        sql.update(NOTE_LABEL).set(NOTE_LABEL.ENDED_AT, now).where(NOTE_LABEL.ID.eq(id)).execute();
    }

    void resume(UUID id) {
        sql.update(NOTE_LABEL).setNull(NOTE_LABEL.ENDED_AT).where(NOTE_LABEL.ID.eq(id)).execute();
    }

    /** Hangs a label on those of these notes that are there; returns how many did not have it. */
    int hang(UUID label, List<NoteKey> notes, UUID person, Instant now) {
        return sql.insertInto(LABELLED_NOTE, LABELLED_NOTE.SENT_SCAN_ID, LABELLED_NOTE.SECTION, LABELLED_NOTE.QUESTION, LABELLED_NOTE.PART,
                LABELLED_NOTE.LABEL_ID, LABELLED_NOTE.LABELLED_BY, LABELLED_NOTE.LABELLED_AT)
                .select(select(SENT_NOTE.SENT_SCAN_ID, SENT_NOTE.SECTION, SENT_NOTE.QUESTION, SENT_NOTE.PART, val(label), val(person),
                        val(now))
                        .from(SENT_NOTE)
                        .where(row(SENT_NOTE.SENT_SCAN_ID, SENT_NOTE.SECTION, SENT_NOTE.QUESTION, SENT_NOTE.PART).in(rows(notes))))
                .onConflictDoNothing().execute();
    }

    /** Takes a label from a note; does nothing when it does not hang there. */
    void take(UUID label, NoteKey note) {
        sql.deleteFrom(LABELLED_NOTE).where(LABELLED_NOTE.LABEL_ID.eq(label)).and(LABELLED_NOTE.SENT_SCAN_ID.eq(note.sentScanId()))
                .and(LABELLED_NOTE.SECTION.eq(note.section())).and(LABELLED_NOTE.QUESTION.eq(note.question()))
                .and(LABELLED_NOTE.PART.eq(note.part())).execute();
    }
}
