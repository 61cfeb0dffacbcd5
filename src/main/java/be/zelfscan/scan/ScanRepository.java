package be.zelfscan.scan;

import static be.zelfscan.database.schema.Tables.ANSWER;
import static be.zelfscan.database.schema.Tables.ANSWER_HISTORY;
import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.ROUND_CENTRE;
import static be.zelfscan.database.schema.Tables.SCAN;
import static be.zelfscan.database.schema.Tables.SCAN_WITH_ANSWERS;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import be.zelfscan.organisation.Role;
import be.zelfscan.question.Answer;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundState;
import be.zelfscan.text.BelgianDutch;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Records;

/** Scans, their answers and the history of these in the database. Every method needs the transaction of a use case. */
@Singleton
class ScanRepository {
    /** How a scan is held while it is read. */
    enum Hold {
        /** Not at all. */
        none,
        /** Nobody sends it meanwhile, or closes its round. */
        against_sending,
        /** Nobody saves an answer meanwhile, or closes its round. */
        against_saving;

        private @Nullable Boolean alone() {
            return this == none ? null : this == against_saving;
        }
    }

    /** A scan with its answers in force; both as they were once the scan was held. */
    record Answered(Scan scan, Answers answers) {}

    /**
     * A revision to be written.
     *
     * @param base the revision that it replaces, 0 for none; another one in force makes that nothing is written
     */
    record Change(String question, int base, Optional<Answer> answer, String note, Aside aside) {}

    @Serdeable
    record ChangeRow(String question, int base, Answer value, String note, Aside aside) {}

    /** Changes {0} in a section {2} of a scan {1}, by a person {3} at a moment {4}, by the write with a key {5}. */
    private static final String WRITE = """
            with change as materialized (
              select * from jsonb_to_recordset(cast({0} as jsonb)) as c(question text, base integer, value jsonb, note text, aside jsonb)
            ), written as (
              insert into answer as a (scan_id, section, question, revision, value, note, aside, answered_by, answered_at)
              select {1}, {2}, c.question, c.base + 1, c.value, c.note, c.aside, {3}, {4} from change c
              where (c.base = 0 or exists (select from answer x where x.scan_id = {1} and x.section = {2} and x.question = c.question))
                and not exists (select from answer_history h where h.scan_id = {1} and h.write_key = {5} and h.section = {2} and h.question = c.question)
              on conflict (scan_id, section, question) do update
              set revision = excluded.revision, value = excluded.value, note = excluded.note, aside = excluded.aside,
                  answered_by = excluded.answered_by, answered_at = excluded.answered_at
              where a.revision = excluded.revision - 1
              returning a.scan_id, a.section, a.question, a.revision, a.value, a.note, a.aside, a.answered_by, a.answered_at
            )
            insert into answer_history (scan_id, section, question, revision, value, note, aside, answered_by, answered_at, write_key)
            select w.*, {5} from written w returning question, revision""";

    private final DSLContext sql;
    private final AnswerJson json;

    ScanRepository(DSLContext sql, AnswerJson json) {
        this.sql = sql;
        this.json = json;
    }

    /** A scan as a person meets it; both it and its answers as they are once it is held. */
    Optional<Answered> find(UUID scanId, UUID personId, Hold hold) {
        return sql.selectFrom(SCAN_WITH_ANSWERS.call(scanId, personId, hold.alone()))
                .fetchOptional(row -> new Answered(scan(row), answers(row)));
    }

    private static Scan scan(Record row) {
        return new Scan(row.get(SCAN_WITH_ANSWERS.ID), row.get(SCAN_WITH_ANSWERS.ROUND_ID), row.get(SCAN_WITH_ANSWERS.CENTRE_ID),
                row.get(SCAN_WITH_ANSWERS.CENTRE_NAME), row.get(SCAN_WITH_ANSWERS.TITLE), row.get(SCAN_WITH_ANSWERS.CLOSES_ON),
                RoundState.valueOf(row.get(SCAN_WITH_ANSWERS.ROUND_STATE)),
                Optional.ofNullable(row.get(SCAN_WITH_ANSWERS.CLOSED_AT)).map(at -> LocalDate.ofInstant(at, BelgianDutch.ZONE)),
                new QuestionnaireKey(row.get(SCAN_WITH_ANSWERS.QUESTIONNAIRE_ID), row.get(SCAN_WITH_ANSWERS.VERSION)),
                row.get(SCAN_WITH_ANSWERS.STATE).equals("sent"), roles(row.get(SCAN_WITH_ANSWERS.ROLES)));
    }

    private Answers answers(Record row) {
        String[] sections = row.get(SCAN_WITH_ANSWERS.SECTIONS);
        if (sections == null) {
            return new Answers(List.of());
        }
        String[] questions = row.get(SCAN_WITH_ANSWERS.QUESTIONS);
        Integer[] revisions = row.get(SCAN_WITH_ANSWERS.REVISIONS);
        String[] values = row.get(SCAN_WITH_ANSWERS.VALUES);
        String[] notes = row.get(SCAN_WITH_ANSWERS.NOTES);
        String[] asides = row.get(SCAN_WITH_ANSWERS.ASIDES);
        Long[] micros = row.get(SCAN_WITH_ANSWERS.MICROS);
        return new Answers(IntStream.range(0, sections.length)
                .mapToObj(at -> new GivenAnswer(sections[at], questions[at], revisions[at], Optional.ofNullable(values[at]).map(json::read),
                        notes[at], aside(asides[at]), "", Instant.EPOCH.plus(micros[at], ChronoUnit.MICROS)))
                .toList());
    }

    private Aside aside(String text) {
        return text.equals("{}") ? Aside.NONE : json.read(text, Aside.class);
    }

    static Set<Role> roles(String[] names) {
        return Arrays.stream(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** The scan of a centre in a round, when it was started. */
    Optional<UUID> find(UUID roundId, UUID centreId) {
        return sql.select(SCAN.ID).from(SCAN).where(SCAN.ROUND_ID.eq(roundId), SCAN.CENTRE_ID.eq(centreId)).fetchOptional(SCAN.ID);
    }

    /**
     * Starts the scan of a centre in an open round; returns false, and does nothing, when it was started already or the round is not open.
     */
    boolean start(UUID scanId, UUID roundId, UUID centreId, Instant now) {
        return sql.insertInto(SCAN, SCAN.ID, SCAN.ROUND_ID, SCAN.CENTRE_ID, SCAN.QUESTIONNAIRE_ID, SCAN.VERSION, SCAN.STARTED_AT)
                .select(select(val(scanId), ROUND.ID, ROUND_CENTRE.CENTRE_ID, ROUND.QUESTIONNAIRE_ID, ROUND.VERSION, val(now)).from(ROUND)
                        .join(ROUND_CENTRE).on(ROUND_CENTRE.ROUND_ID.eq(ROUND.ID), ROUND_CENTRE.CENTRE_ID.eq(centreId))
                        .where(ROUND.ID.eq(roundId), ROUND.STATE.eq(RoundState.open.name())))
                .onConflict(SCAN.ROUND_ID, SCAN.CENTRE_ID).doNothing().execute() == 1;
    }

    /** Marks a scan that is held against saving as sent; returns false when its round was closed meanwhile. */
    boolean markSent(UUID scanId) {
        return sql.update(SCAN).set(SCAN.STATE, "sent").where(SCAN.ID.eq(scanId), SCAN.STATE.eq("open"), isRoundOpen()).execute() == 1;
    }

    /** Whether the round of a scan is open. */
    static Condition isRoundOpen() {
        return exists(selectOne().from(ROUND).where(ROUND.ID.eq(SCAN.ROUND_ID), ROUND.STATE.eq(RoundState.open.name())));
    }

    /** Adds a scan of the past, whatever became of its round; returns false when the centre has one in it. */
    boolean addPast(UUID scanId, UUID roundId, UUID centreId, Instant startedAt) {
        return sql.insertInto(SCAN, SCAN.ID, SCAN.ROUND_ID, SCAN.CENTRE_ID, SCAN.QUESTIONNAIRE_ID, SCAN.VERSION, SCAN.STARTED_AT)
                .select(select(val(scanId), ROUND.ID, val(centreId), ROUND.QUESTIONNAIRE_ID, ROUND.VERSION, val(startedAt)).from(ROUND)
                        .where(ROUND.ID.eq(roundId)))
                .onConflict(SCAN.ROUND_ID, SCAN.CENTRE_ID).doNothing().execute() == 1;
    }

    /** Marks a scan of the past as sent then. */
    void markSentThen(UUID scanId) {
        sql.update(SCAN).set(SCAN.STATE, "sent").where(SCAN.ID.eq(scanId)).execute();
    }

    /** The answers in force, without who gave them. */
    Answers answers(UUID scanId) {
        return new Answers(sql
                .select(ANSWER.SECTION, ANSWER.QUESTION, ANSWER.REVISION, ANSWER.VALUE, ANSWER.NOTE, ANSWER.ASIDE, inline(""),
                        ANSWER.ANSWERED_AT)
                .from(ANSWER).where(ANSWER.SCAN_ID.eq(scanId)).fetch(Records.mapping(this::given)));
    }

    /** An earlier revision; revision 0 was always empty. */
    Optional<GivenAnswer> revision(UUID scanId, String section, String question, int revision) {
        return revision == 0 ? Optional.of(GivenAnswer.none(section, question))
                : history(scanId, section, question, ANSWER_HISTORY.REVISION.eq(revision));
    }

    /** What the write with this key wrote to the question, when there was one. */
    Optional<GivenAnswer> written(UUID scanId, String section, String question, UUID key) {
        return history(scanId, section, question, ANSWER_HISTORY.WRITE_KEY.eq(key));
    }

    private Optional<GivenAnswer> history(UUID scanId, String section, String question, Condition which) {
        return sql
                .select(ANSWER_HISTORY.SECTION, ANSWER_HISTORY.QUESTION, ANSWER_HISTORY.REVISION, ANSWER_HISTORY.VALUE, ANSWER_HISTORY.NOTE,
                        ANSWER_HISTORY.ASIDE, function("person_name", String.class, ANSWER_HISTORY.ANSWERED_BY), ANSWER_HISTORY.ANSWERED_AT)
                .from(ANSWER_HISTORY).where(isOf(scanId, section, question), which).fetchOptional(Records.mapping(this::given));
    }

    /** Whether this person gave a revision. */
    boolean isBy(UUID scanId, String section, String question, int revision, UUID personId) {
        return sql.fetchExists(ANSWER_HISTORY, isOf(scanId, section, question), ANSWER_HISTORY.REVISION.eq(revision),
                ANSWER_HISTORY.ANSWERED_BY.eq(personId));
    }

    private static Condition isOf(UUID scanId, String section, String question) {
        return ANSWER_HISTORY.SCAN_ID.eq(scanId).and(ANSWER_HISTORY.SECTION.eq(section)).and(ANSWER_HISTORY.QUESTION.eq(question));
    }

    private GivenAnswer given(String section, String question, int revision, JSONB value, String note, JSONB aside, String by, Instant at) {
        return new GivenAnswer(section, question, revision, json.answer(value), note,
                aside(aside.data()), by, at);
    }

    /**
     * Writes revisions with their history in one statement; returns the revisions that now stand, of those changes whose base was in force
     * and that the same key did not write before.
     */
    Map<String, Integer> write(UUID scanId, String section, List<Change> changes, UUID personId, Instant now, UUID key) {
        String rows = json.write(
                changes.stream().map(change -> new ChangeRow(change.question(), change.base(), change.answer().orElse(null), change.note(),
                        change.aside()))
                        .toList());
        return sql.resultQuery(WRITE, val(rows), val(scanId), val(section), val(personId), val(now), val(key))
                .coerce(ANSWER_HISTORY.QUESTION, ANSWER_HISTORY.REVISION).fetchMap(ANSWER_HISTORY.QUESTION, ANSWER_HISTORY.REVISION);
    }
}
