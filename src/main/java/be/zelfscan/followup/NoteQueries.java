package be.zelfscan.followup;

import static be.zelfscan.database.schema.Tables.COMPARED_CENTRE;
import static be.zelfscan.database.schema.Tables.COMPARED_MEMBER;
import static be.zelfscan.database.schema.Tables.LABELLED_NOTE;
import static be.zelfscan.database.schema.Tables.NOTES_WITH;
import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.SENT_NOTE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import be.zelfscan.database.NameOrder;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.WindowBeforeOverStep;
import org.jooq.impl.DSL;

/**
 * Searches the notes, and the texts that were typed as answers, of the snapshots that count. Every method needs the transaction of a
 * use case.
 */
@Singleton
class NoteQueries {
    private static final String MARKS = "HighlightAll=true, StartSel=\"%c\", StopSel=\"%c\"".formatted(NotePart.FROM, NotePart.TO);

    /** @param marked the note with marks around what was looked for */
    record FoundNote(NoteKey key, UUID centreId, String centre, String round, String note, String marked) {}

    /** How many notes, and how many texts that were typed as answers. */
    record NoteCount(int notes, int answers) {
        int all() {
            return notes + answers;
        }
    }

    /** Some of the notes that were found, and how many there are in all: 0 on a page behind the last. */
    record NotePage(List<FoundNote> notes, NoteCount total) {}

    private final DSLContext sql;

    NoteQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Whether words say what to look for; words as "the" and "of" do not. */
    boolean areTelling(String words) {
        return sql.select(field("numnode(websearch_to_tsquery('dutch', {0}))", Integer.class, val(words))).fetchSingle().value1() > 0;
    }

    NoteCount count(NoteSearchForm.Filter filter) {
        return sql.select(notes(), answers()).from(SENT_NOTE)
                .join(COMPARED_CENTRE).on(COMPARED_CENTRE.SENT_SCAN_ID.eq(SENT_NOTE.SENT_SCAN_ID))
                .where(chosen(filter)).fetchSingle(Records.mapping(NoteCount::new));
    }

    /**
     * Some of the notes: of the newest round first, then by centre, then as they stand in a questionnaire.
     *
     * @param sections in their order
     * @param questions likewise
     */
    NotePage page(NoteSearchForm.Filter filter, List<String> sections, List<String> questions, int from, int most) {
        Field<String> note = field("translate({0}, {1}, '')", String.class, SENT_NOTE.NOTE, val("" + NotePart.FROM + NotePart.TO));
        Field<String> marked = filter.words().isEmpty() ? note
                : field("ts_headline('dutch', {0}, websearch_to_tsquery('dutch', {1}), {2})", String.class, note, val(filter.words()),
                        val(MARKS));
        var found = sql
                .select(SENT_NOTE.SENT_SCAN_ID, SENT_NOTE.SECTION, SENT_NOTE.QUESTION, SENT_NOTE.PART, COMPARED_CENTRE.CENTRE_ID,
                        COMPARED_CENTRE.NAME, ROUND.TITLE, note.as("shown"), marked.as("marked"), notes().over(), answers().over())
                .from(SENT_NOTE).join(COMPARED_CENTRE).on(COMPARED_CENTRE.SENT_SCAN_ID.eq(SENT_NOTE.SENT_SCAN_ID))
                .join(ROUND).on(ROUND.ID.eq(COMPARED_CENTRE.ROUND_ID)).where(chosen(filter))
                .orderBy(ROUND.OPENS_ON.desc(), ROUND.ID, NameOrder.of(COMPARED_CENTRE.NAME), COMPARED_CENTRE.NAME,
                        COMPARED_CENTRE.CENTRE_ID,
                        place(sections, SENT_NOTE.SECTION), SENT_NOTE.SECTION, place(questions, SENT_NOTE.QUESTION), SENT_NOTE.QUESTION,
                        SENT_NOTE.PART)
                .offset(from).limit(most).fetch();
        NoteCount total = found.isEmpty() ? new NoteCount(0, 0) : new NoteCount(found.getFirst().value10(), found.getFirst().value11());
        return new NotePage(found.map(row -> new FoundNote(new NoteKey(row.value1(), row.value2(), row.value3(), row.value4()),
                row.value5(), row.value6(), row.value7(), row.value8(), row.value9())), total);
    }

    /** Made anew for each query, since the aggregates of jOOQ remember what they are over. */
    private static WindowBeforeOverStep<Integer> notes() {
        return DSL.count().filterWhere(SENT_NOTE.PART.eq(""));
    }

    private static WindowBeforeOverStep<Integer> answers() {
        return DSL.count().filterWhere(SENT_NOTE.PART.ne(""));
    }

    private static Field<Integer> place(List<String> order, Field<String> field) {
        return field("array_position({0}, {1})", Integer.class, val(order.toArray(String[]::new)), field);
    }

    private static Condition chosen(NoteSearchForm.Filter filter) {
        Condition words = filter.words().isEmpty() ? noCondition()
                : row(SENT_NOTE.SENT_SCAN_ID, SENT_NOTE.SECTION, SENT_NOTE.QUESTION, SENT_NOTE.PART)
                        .in(select(NOTES_WITH.SENT_SCAN_ID, NOTES_WITH.SECTION, NOTES_WITH.QUESTION, NOTES_WITH.PART)
                                .from(NOTES_WITH.call(filter.words(), filter.parts().toArray(String[]::new))));
        Condition ofGroup = filter.schoolGroup().map(group -> exists(selectOne().from(COMPARED_MEMBER)
                .where(COMPARED_MEMBER.ROUND_ID.eq(COMPARED_CENTRE.ROUND_ID))
                .and(COMPARED_MEMBER.CENTRE_ID.eq(COMPARED_CENTRE.CENTRE_ID)).and(COMPARED_MEMBER.SCHOOL_GROUP_ID.eq(group))))
                .orElse(noCondition());
        Condition here = LABELLED_NOTE.SENT_SCAN_ID.eq(SENT_NOTE.SENT_SCAN_ID).and(LABELLED_NOTE.SECTION.eq(SENT_NOTE.SECTION))
                .and(LABELLED_NOTE.QUESTION.eq(SENT_NOTE.QUESTION)).and(LABELLED_NOTE.PART.eq(SENT_NOTE.PART));
        Condition labelled = filter.unlabelled() ? notExists(selectOne().from(LABELLED_NOTE).where(here))
                : filter.label().map(label -> exists(selectOne().from(LABELLED_NOTE).where(here).and(LABELLED_NOTE.LABEL_ID.eq(label))))
                        .orElse(noCondition());
        return filter.roundId().map(COMPARED_CENTRE.ROUND_ID::eq).orElse(noCondition())
                .and(filter.section().map(SENT_NOTE.SECTION::eq).orElse(noCondition()))
                .and(filter.question().map(SENT_NOTE.QUESTION::eq).orElse(noCondition())).and(ofGroup).and(labelled).and(words);
    }
}
