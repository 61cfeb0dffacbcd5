package be.zelfscan.scan;

import static be.zelfscan.database.schema.Tables.FACT;
import static be.zelfscan.database.schema.Tables.OPENED_RESULT;
import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.SCAN;
import static be.zelfscan.database.schema.Tables.SENT_BEFORE;
import static be.zelfscan.database.schema.Tables.SENT_SCAN;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import be.zelfscan.question.Fact;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.Records;

/** Sent scans and their facts in the database. Every method needs the transaction of a use case. */
@Singleton
class SentScanRepository {
    /** @param use what the instrument asks the question for, see {@link be.zelfscan.question.Use} */
    record SentFact(String section, String use, Fact fact) {}

    private static final Field<String> SENT_BY = function("person_name", String.class, SENT_SCAN.SENT_BY);
    private static final Field<Integer> ERASED_AFTER = when(ROUND.NOTES_ERASED_AT.isNotNull(), ROUND.NOTE_RETENTION_YEARS);
    private static final Field<String[]> NO_ROLES = val(new String[0]);
    private static final int SCANS_IN_MEMORY = 20;
    /** Column by column, so that it is the same statement for any number of facts, and planned once. */
    private static final String ADD_FACTS = """
            insert into fact (sent_scan_id, section, question, use, row, position, code, number)
            select {0}, f.section, f.question, f.use, f.row, f.position, f.code, f.number
            from unnest({1}, {2}, {3}, {4}, {5}, {6}, {7}) as f (section, question, use, row, position, code, number)""";

    private final DSLContext sql;
    private final AnswerJson json;

    SentScanRepository(DSLContext sql, AnswerJson json) {
        this.sql = sql;
        this.json = json;
    }

    /** Adds the next snapshot of a scan with its facts; returns its number. */
    int add(UUID id, Scan scan, UUID sentBy, Instant now, Questionnaire questionnaire, Answers answers) {
        int number = sql
                .insertInto(SENT_SCAN, SENT_SCAN.ID, SENT_SCAN.SCAN_ID, SENT_SCAN.NUMBER, SENT_SCAN.SENT_AT, SENT_SCAN.SENT_BY,
                        SENT_SCAN.CENTRE_NAME, SENT_SCAN.QUESTIONNAIRE_ID, SENT_SCAN.VERSION, SENT_SCAN.CONTENT)
                .select(select(val(id), val(scan.id()), coalesce(max(SENT_SCAN.NUMBER), 0).plus(1), val(now), val(sentBy),
                        val(scan.centreName()), val(scan.questionnaire().id()), val(scan.questionnaire().version()),
                        val(JSONB.valueOf(json.writeSent(answers))))
                        .from(SENT_SCAN).where(SENT_SCAN.SCAN_ID.eq(scan.id())))
                .returningResult(SENT_SCAN.NUMBER).fetchSingle().value1();
        addFacts(id, facts(questionnaire, answers));
        return number;
    }

    private void addFacts(UUID id, List<SentFact> facts) {
        sql.execute(ADD_FACTS, val(id), val(texts(facts, SentFact::section)), val(texts(facts, sent -> sent.fact().question())),
                val(texts(facts, SentFact::use)), val(texts(facts, sent -> sent.fact().row())),
                val(facts.stream().map(sent -> sent.fact().position()).toArray(Integer[]::new)),
                val(texts(facts, sent -> sent.fact().code())),
                val(facts.stream().map(sent -> sent.fact().number().orElse(null)).toArray(BigDecimal[]::new)));
    }

    private static String[] texts(List<SentFact> facts, Function<SentFact, String> text) {
        return facts.stream().map(text).toArray(String[]::new);
    }

    /** What comparing reads of answers. Pure. */
    static List<SentFact> facts(Questionnaire questionnaire, Answers answers) {
        return questionnaire.sections().stream().flatMap(section -> section.questions().stream()
                .flatMap(question -> answers.at(section.id(), question.id()).answer().stream()
                        .flatMap(answer -> question.facts(answer).stream())
                        .map(fact -> new SentFact(section.id(), question.use(), fact))))
                .toList();
    }

    Optional<SentScan> find(UUID id, UUID personId) {
        return query(SENT_SCAN.ID.eq(id), personId).stream().findFirst();
    }

    List<SentScan> find(Set<UUID> ids, UUID personId) {
        return query(SENT_SCAN.ID.in(ids), personId);
    }

    /**
     * What a comparison counts of a centre, under the name that the centre had then. It joins neither the scan nor the centre: these may
     * not be the reader's any more.
     */
    Optional<SentScan> find(ScanReading.Counted counted) {
        return sql
                .select(SENT_SCAN.ID, SENT_SCAN.SCAN_ID, val(counted.centreId()), val(counted.centreName()), ROUND.TITLE, SENT_SCAN.NUMBER,
                        SENT_SCAN.SENT_AT, SENT_BY, SENT_SCAN.QUESTIONNAIRE_ID, SENT_SCAN.VERSION, SENT_SCAN.CONTENT, ERASED_AFTER,
                        NO_ROLES)
                .from(SENT_SCAN).join(ROUND).on(ROUND.ID.eq(counted.roundId())).where(SENT_SCAN.ID.eq(counted.sentId()))
                .fetchOptional(Records.mapping(this::sent));
    }

    /** The snapshots of a scan, the newest first. */
    List<SentScan> ofScan(UUID scanId, UUID personId) {
        return query(SENT_SCAN.SCAN_ID.eq(scanId), personId);
    }

    /** Everything that a centre ever sent, the newest first. */
    List<SentScan> ofCentre(UUID centreId, UUID personId) {
        return query(SCAN.CENTRE_ID.eq(centreId), personId);
    }

    /**
     * What the centre of a scan sent in closed rounds that opened before its own, with the same instrument: of each version the newest
     * snapshot in the newest of these rounds. The newest round first.
     *
     * @param section id of the only section whose answers are read; all without it
     */
    List<SentScan> before(Scan scan, Optional<String> section, UUID personId) {
        return sql.selectFrom(SENT_BEFORE.call(scan.id(), personId, section.orElse(null)))
                .fetch(row -> sent(row.get(SENT_BEFORE.ID), row.get(SENT_BEFORE.SCAN_ID), row.get(SENT_BEFORE.CENTRE_ID),
                        row.get(SENT_BEFORE.CENTRE_NAME), row.get(SENT_BEFORE.TITLE), row.get(SENT_BEFORE.NUMBER),
                        row.get(SENT_BEFORE.SENT_AT), row.get(SENT_BEFORE.SENT_BY), row.get(SENT_BEFORE.QUESTIONNAIRE_ID),
                        row.get(SENT_BEFORE.VERSION), row.get(SENT_BEFORE.CONTENT), row.get(SENT_BEFORE.ERASED_AFTER),
                        row.get(SENT_BEFORE.ROLES)));
    }

    /** What another centre sent in a round, when it is open to this one: without what was typed, unless that is open too. */
    Optional<SentScan> opened(UUID roundId, UUID centreId, UUID otherCentreId) {
        return sql
                .select(OPENED_RESULT.ID, OPENED_RESULT.SCAN_ID, OPENED_RESULT.CENTRE_ID, OPENED_RESULT.CENTRE_NAME, OPENED_RESULT.TITLE,
                        OPENED_RESULT.NUMBER, OPENED_RESULT.SENT_AT, inline(""), OPENED_RESULT.QUESTIONNAIRE_ID, OPENED_RESULT.VERSION,
                        OPENED_RESULT.CONTENT, OPENED_RESULT.ERASED_AFTER, NO_ROLES)
                .from(OPENED_RESULT.call(roundId, centreId, otherCentreId)).fetch(Records.mapping(this::sent)).stream().findFirst();
    }

    /** Goes through what the scans of a round say that were sent and not opened again since, a few at a time. */
    void eachSentInRound(UUID roundId, Consumer<Answers> each) {
        try (Cursor<Record2<JSONB, Instant>> cursor = sql.select(SENT_SCAN.CONTENT, SENT_SCAN.SENT_AT).distinctOn(SCAN.ID).from(SENT_SCAN)
                .join(SCAN).on(SCAN.ID.eq(SENT_SCAN.SCAN_ID)).where(SCAN.ROUND_ID.eq(roundId), SCAN.STATE.eq("sent"))
                .orderBy(SCAN.ID, SENT_SCAN.NUMBER.desc()).fetchSize(SCANS_IN_MEMORY).fetchLazy()) {
            cursor.forEach(sent -> each.accept(json.readSent(sent.value1().data(), sent.value2())));
        }
    }

    private List<SentScan> query(Condition condition, UUID personId) {
        return sql
                .select(SENT_SCAN.ID, SENT_SCAN.SCAN_ID, SCAN.CENTRE_ID, SENT_SCAN.CENTRE_NAME, ROUND.TITLE, SENT_SCAN.NUMBER,
                        SENT_SCAN.SENT_AT, SENT_BY, SENT_SCAN.QUESTIONNAIRE_ID, SENT_SCAN.VERSION, SENT_SCAN.CONTENT, ERASED_AFTER,
                        function("roles_in_centre", String[].class, val(personId), SCAN.CENTRE_ID))
                .from(SENT_SCAN).join(SCAN).on(SCAN.ID.eq(SENT_SCAN.SCAN_ID)).join(ROUND).on(ROUND.ID.eq(SCAN.ROUND_ID)).where(condition)
                .orderBy(SENT_SCAN.SENT_AT.desc()).fetch(Records.mapping(this::sent));
    }

    private SentScan sent(UUID id, UUID scanId, UUID centreId, String centreName, String roundTitle, int number, Instant sentAt,
            String sentBy, String questionnaire, String version, JSONB content, Integer erasedAfter, String[] roles) {
        return new SentScan(id, scanId, centreId, centreName, roundTitle, number, sentAt, sentBy,
                new QuestionnaireKey(questionnaire, version), json.readSent(content.data(), sentAt), ScanRepository.roles(roles),
                erasedAfter == null ? OptionalInt.empty() : OptionalInt.of(erasedAfter));
    }
}
