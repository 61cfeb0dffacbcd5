package be.zelfscan.export;

import static be.zelfscan.database.schema.Tables.CENTRE;
import static be.zelfscan.database.schema.Tables.CENTRE_SCHOOL_GROUP;
import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.ROUND_CENTRE;
import static be.zelfscan.database.schema.Tables.SCAN;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP;
import static be.zelfscan.database.schema.Tables.SENT_SCAN;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import be.zelfscan.database.NameOrder;
import be.zelfscan.database.schema.tables.SentScan;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.round.RoundSummary;
import be.zelfscan.scan.AnswerJson;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;

/** What is taken out, as files and by programs, read from the database. Every method needs the transaction of a use case. */
@Singleton
class ExportQueries {
    private static final int ROWS_IN_MEMORY = 50;

    /** What was sent last in a scan; it stands in the place of {@link #NEWEST_OF_SCAN} in a query. */
    private static final SentScan NEWEST = SENT_SCAN.as("newest");
    private static final Table<?> NEWEST_OF_SCAN = lateral(selectFrom(SENT_SCAN).where(SENT_SCAN.SCAN_ID.eq(SCAN.ID))
            .orderBy(SENT_SCAN.NUMBER.desc()).limit(1).asTable(NEWEST));
    /** The names of the school groups for which a centre works, by name. */
    private static final Field<String[]> SCHOOL_GROUPS = array(select(SCHOOL_GROUP.NAME).from(CENTRE_SCHOOL_GROUP).join(SCHOOL_GROUP)
            .on(SCHOOL_GROUP.ID.eq(CENTRE_SCHOOL_GROUP.SCHOOL_GROUP_ID)).where(CENTRE_SCHOOL_GROUP.CENTRE_ID.eq(CENTRE.ID))
            .orderBy(NameOrder.of(SCHOOL_GROUP.NAME), SCHOOL_GROUP.NAME)).as("school_groups");

    /**
     * Something that was sent, whenever that was.
     *
     * @param newest whether it is the newest that the centre sent in its round
     * @param notesErased whether the notes of that round were erased
     */
    record FoundScan(CentreInRound centre, CentreInRound.Sent sent, boolean newest, boolean notesErased) {}

    private final DSLContext sql;
    private final RoundRepository rounds;
    private final AnswerJson json;
    private final Instruments instruments;

    ExportQueries(DSLContext sql, RoundRepository rounds, AnswerJson json, Instruments instruments) {
        this.sql = sql;
        this.rounds = rounds;
        this.json = json;
        this.instruments = instruments;
    }

    /** All rounds, the newest first, with how many centres ever sent something. */
    List<RoundSummary> rounds() {
        var counts = sql
                .select(ROUND_CENTRE.ROUND_ID, count(),
                        count().filterWhere(exists(selectOne().from(SENT_SCAN).where(SENT_SCAN.SCAN_ID.eq(SCAN.ID)))))
                .from(ROUND_CENTRE).leftJoin(SCAN)
                .on(SCAN.ROUND_ID.eq(ROUND_CENTRE.ROUND_ID).and(SCAN.CENTRE_ID.eq(ROUND_CENTRE.CENTRE_ID))).groupBy(ROUND_CENTRE.ROUND_ID)
                .fetchMap(ROUND_CENTRE.ROUND_ID);
        return rounds.all().stream().map(round -> Optional.ofNullable(counts.get(round.id()))
                .map(found -> new RoundSummary(round, found.value2(), found.value3())).orElse(new RoundSummary(round, 0, 0))).toList();
    }

    /** The versions that the centres of these rounds answered. */
    Set<QuestionnaireKey> versions(Collection<UUID> rounds) {
        return Set.copyOf(sql.selectDistinct(SENT_SCAN.QUESTIONNAIRE_ID, SENT_SCAN.VERSION).from(SENT_SCAN).join(SCAN)
                .on(SCAN.ID.eq(SENT_SCAN.SCAN_ID)).where(SCAN.ROUND_ID.in(rounds))
                .fetch(row -> new QuestionnaireKey(row.value1(), row.value2())));
    }

    /** Each centre of these rounds with what it sent last, by round and name; only a few of them are in memory at any time. */
    void each(Collection<UUID> of, Consumer<CentreInRound> use) {
        Map<UUID, Round> byId = rounds.all().stream().collect(Collectors.toMap(Round::id, Function.identity()));
        Field<String> questionnaire = coalesce(NEWEST.QUESTIONNAIRE_ID, ROUND.QUESTIONNAIRE_ID).as("answered_id");
        Field<String> version = coalesce(NEWEST.VERSION, ROUND.VERSION).as("answered_version");
        try (Cursor<? extends Record> centres = sql
                .select(ROUND.ID, CENTRE.ID, CENTRE.NAME, SCHOOL_GROUPS, questionnaire, version, NEWEST.ID, NEWEST.NUMBER,
                        NEWEST.SENT_AT, NEWEST.CONTENT)
                .from(ROUND).join(ROUND_CENTRE).on(ROUND_CENTRE.ROUND_ID.eq(ROUND.ID)).join(CENTRE)
                .on(CENTRE.ID.eq(ROUND_CENTRE.CENTRE_ID)).leftJoin(SCAN)
                .on(SCAN.ROUND_ID.eq(ROUND.ID).and(SCAN.CENTRE_ID.eq(CENTRE.ID))).leftJoin(NEWEST_OF_SCAN).on(trueCondition())
                .where(ROUND.ID.in(of))
                .orderBy(ROUND.OPENS_ON, NameOrder.of(ROUND.TITLE), ROUND.TITLE, ROUND.ID, NameOrder.of(CENTRE.NAME), CENTRE.NAME,
                        CENTRE.ID)
                .fetchSize(ROWS_IN_MEMORY).fetchLazy()) {
            for (Record row : centres) {
                QuestionnaireKey key = new QuestionnaireKey(row.get(questionnaire), row.get(version));
                use.accept(centre(row, byId.get(row.get(ROUND.ID)), key,
                        Optional.ofNullable(row.get(NEWEST.ID)).map(id -> sent(row, NEWEST, key))));
            }
        }
    }

    /** What each centre of a round sent last, by name. */
    List<ApiContent.ApiScanLine> newest(UUID roundId, int most, long after) {
        return sql
                .select(NEWEST.ID, NEWEST.NUMBER, NEWEST.SENT_AT, CENTRE.ID, CENTRE.NAME, SCHOOL_GROUPS, NEWEST.QUESTIONNAIRE_ID,
                        NEWEST.VERSION)
                .from(SCAN).join(CENTRE).on(CENTRE.ID.eq(SCAN.CENTRE_ID)).join(NEWEST_OF_SCAN).on(trueCondition())
                .where(SCAN.ROUND_ID.eq(roundId)).orderBy(NameOrder.of(CENTRE.NAME), CENTRE.NAME, CENTRE.ID).limit(most).offset(after)
                .fetch(row -> new ApiContent.ApiScanLine(row.value1(), row.value2(), row.value3(),
                        new ApiContent.ApiCentre(row.value4(), row.value5(), List.of(row.value6())),
                        ApiContent.ApiVersion.of(new QuestionnaireKey(row.value7(), row.value8()))));
    }

    Optional<FoundScan> find(UUID sentId) {
        SentScan later = SENT_SCAN.as("later");
        Field<Boolean> newest = field(notExists(selectOne().from(later).where(later.SCAN_ID.eq(SENT_SCAN.SCAN_ID))
                .and(later.NUMBER.gt(SENT_SCAN.NUMBER))));
        return sql
                .select(ROUND.ID, CENTRE.ID, CENTRE.NAME, SCHOOL_GROUPS, SENT_SCAN.QUESTIONNAIRE_ID, SENT_SCAN.VERSION,
                        SENT_SCAN.ID, SENT_SCAN.NUMBER, SENT_SCAN.SENT_AT, SENT_SCAN.CONTENT, newest, ROUND.NOTES_ERASED_AT)
                .from(SENT_SCAN).join(SCAN).on(SCAN.ID.eq(SENT_SCAN.SCAN_ID)).join(CENTRE).on(CENTRE.ID.eq(SCAN.CENTRE_ID)).join(ROUND)
                .on(ROUND.ID.eq(SCAN.ROUND_ID)).where(SENT_SCAN.ID.eq(sentId)).fetchOptional(row -> {
                    QuestionnaireKey key = new QuestionnaireKey(row.get(SENT_SCAN.QUESTIONNAIRE_ID), row.get(SENT_SCAN.VERSION));
                    CentreInRound.Sent sent = sent(row, SENT_SCAN, key);
                    return new FoundScan(centre(row, rounds.get(row.get(ROUND.ID)), key, Optional.of(sent)), sent, row.get(newest),
                            row.get(ROUND.NOTES_ERASED_AT) != null);
                });
    }

    private static CentreInRound centre(Record row, Round round, QuestionnaireKey questionnaire, Optional<CentreInRound.Sent> sent) {
        return new CentreInRound(round, row.get(CENTRE.ID), row.get(CENTRE.NAME),
                List.of(row.get(SCHOOL_GROUPS)), questionnaire, sent);
    }

    private CentreInRound.Sent sent(Record row, SentScan from, QuestionnaireKey questionnaire) {
        JSONB content = row.get(from.CONTENT);
        return CentreInRound.Sent.of(row.get(from.ID), row.get(from.NUMBER), row.get(from.SENT_AT), instruments.get(questionnaire),
                json.readSent(content.data(), row.get(from.SENT_AT)));
    }
}
