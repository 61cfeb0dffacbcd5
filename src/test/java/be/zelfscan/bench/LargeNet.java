package be.zelfscan.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A net far larger than the real one, made in the database: every centre sent a scan in each of the rounds, which are closed. */
final class LargeNet {
    static final int ROUNDS = 10;
    private static final int CENTRES_A_GROUP = 20;

    /** What can be answered in the shipped instrument, apart from its texts: these are long, and read once. */
    private static final String[] INSTRUMENT = {
            """
            create temporary table instrument as
            select content::jsonb as content from questionnaire_version where questionnaire_id = 'poolster-clb' order by version desc limit 1""",
            """
            create temporary table block as select b ->> 'id' as id from instrument, jsonb_array_elements(content -> 'clusters') c,
              jsonb_array_elements(c -> 'blocks') b""", """
            create temporary table stage as select e ->> 'id' as id, place::integer as place from instrument,
              jsonb_array_elements(content -> 'scale' -> 'stages') with ordinality as s(e, place)""", """
            create temporary table about_stages as select q ->> 'id' as question, q ->> 'type' as use
            from instrument, jsonb_array_elements(content -> 'blockQuestions') q where q ->> 'type' in ('placement', 'ambition')""", """
            create temporary table choice as select q ->> 'id' as question, coalesce(q ->> 'role', 'other') as use, o ->> 'id' as option,
              jsonb_array_length(q -> 'options') as options
            from instrument, jsonb_array_elements(content -> 'blockQuestions') q, jsonb_array_elements(q -> 'options') o""", """
            create temporary table closing as
            select content -> 'closing' ->> 'id' as section, q ->> 'id' as question, coalesce(q ->> 'role', 'other') as use
            from instrument, jsonb_array_elements(content -> 'closing' -> 'questions') q"""};

    /** Which answers each new scan has: by a hash, so that they are spread and the same each time for the same scan. */
    private static final String[] FACTS = {"""
            insert into fact (sent_scan_id, section, question, use, position, code)
            select x.id, b.id, q.question, q.use, 0,
              case q.use when 'placement' then s.id else case t.id when s.id then 'hold' else t.id end end
            from new_scan x cross join block b cross join about_stages q
              join stage s on s.place = 1 + abs(hashtext(x.id || b.id)) % 4
              join stage t on t.place = least(s.place + abs(hashtext(b.id || x.id)) % 3, 4)""", """
            insert into fact (sent_scan_id, section, question, use, position, code)
            select x.id, b.id, c.question, c.use, row_number() over (partition by x.id, b.id, c.question order by c.option) - 1, c.option
            from new_scan x cross join block b cross join choice c
            where abs(hashtext(x.id || b.id || c.question || c.option)) % 100 < 150 / c.options""", """
            insert into fact (sent_scan_id, section, question, use, position, code)
            select p.id, c.section, c.question, c.use, p.place - 1, p.block
            from (select x.id, b.id as block, row_number() over (partition by x.id order by hashtext(x.id || b.id)) as place
                  from new_scan x cross join block b) p cross join closing c
            where p.place <= 3"""};

    /** Three notes of some forty words in each scan; one of twenty speaks of what is searched for. */
    private static final String NOTES = """
            insert into sent_note (sent_scan_id, section, question, part, note)
            select x.id, b.id, 'motive', '', (select string_agg(w, ' ' order by hashtext(w || x.id || b.id)) from unnest(words) w
              where abs(hashtext(x.id || w || b.id)) % 3 > 0) || case when abs(hashtext(b.id || x.id)) % 20 = 0 then ' met overleg' else '' end
            from new_scan x cross join lateral (select id from block order by hashtext(x.id || id) limit 3) b,
              string_to_array('wij zien dat het team de scholen en hun leerlingen beter kent sinds wij samen de afspraken opschrijven toch blijft '
                || 'er weinig tijd over voor wie nieuw begint want elke week komen vragen van ouders erbij die niemand had verwacht daarom '
                || 'willen we volgend jaar een vaste dag houden waarop ieder vertelt wat goed liep en welke stappen nog moeten volgen', ' ') words""";

    private LargeNet() {}

    /** @param centres that each sent a scan in each round */
    static void make(Connection owner, int centres) throws SQLException {
        int groups = Math.max(1, centres / CENTRES_A_GROUP);
        try (Statement sql = owner.createStatement()) {
            sql.execute(
                    "insert into school_group (id, name) select gen_random_uuid(), 'Grote scholengroep ' || n from generate_series(1, %d) n"
                            .formatted(groups));
            sql.execute("insert into centre (id, name) select gen_random_uuid(), 'Groot centrum ' || n from generate_series(1, %d) n"
                    .formatted(centres));
            sql.execute("""
                    insert into centre_school_group (centre_id, school_group_id) select c.id, g.id
                    from (select id, row_number() over (order by name) as n from centre where name like 'Groot centrum %%') c
                    join (select id, row_number() over (order by name) as n from school_group where name like 'Grote scholengroep %%') g
                      on g.n = 1 + c.n %% %1$d or c.n %% 20 = 0 and g.n = 1 + (c.n + 7) %% %1$d""".formatted(groups));
            sql.execute("insert into person (id, name, email) select gen_random_uuid(), 'Grote net', 'groot-net@bench.example'");
            for (String table : INSTRUMENT) {
                sql.execute(table);
            }
            for (int round = 0; round < ROUNDS; round++) {
                makeRound(sql, round);
            }
            sql.execute("analyze");
        }
    }

    private static void makeRound(Statement sql, int number) throws SQLException {
        sql.execute(
                """
                insert into round (id, title, questionnaire_id, version, opens_on, closes_on, state, opened_at, closed_at)
                select gen_random_uuid(), 'grote ronde %1$d', questionnaire_id, version, date '2010-01-01' + 365 * %1$d,
                       date '2010-06-30' + 365 * %1$d, 'closed', timestamptz '2010-01-01', timestamptz '2010-07-01'
                from questionnaire_version where questionnaire_id = 'poolster-clb' order by version desc limit 1"""
                        .formatted(number));
        String round = "(select id from round where title = 'grote ronde %d')".formatted(number);
        sql.execute("insert into round_centre (round_id, centre_id) select %s, id from centre where name like 'Groot centrum %%'"
                .formatted(round));
        sql.execute("""
                insert into scan (id, round_id, centre_id, questionnaire_id, version, state, started_at)
                select gen_random_uuid(), r.id, p.centre_id, r.questionnaire_id, r.version, 'sent', r.opened_at
                from round r join round_centre p on p.round_id = r.id where r.title = 'grote ronde %d'""".formatted(number));
        sql.execute("""
                create temporary table new_scan as select gen_random_uuid() as id, s.id as scan_id, s.questionnaire_id, s.version,
                  c.name as centre from scan s join centre c on c.id = s.centre_id where s.round_id = %s""".formatted(round));
        sql.execute("""
                insert into sent_scan (id, scan_id, number, sent_at, sent_by, centre_name, questionnaire_id, version, content)
                select x.id, x.scan_id, 1, timestamptz '2010-03-01', p.id, x.centre, x.questionnaire_id, x.version, '{"answers": []}'
                from new_scan x, person p where p.email = 'groot-net@bench.example'""");
        for (String facts : FACTS) {
            sql.execute(facts);
        }
        sql.execute(NOTES);
        sql.execute("drop table new_scan");
    }
}
