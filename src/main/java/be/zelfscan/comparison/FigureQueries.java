package be.zelfscan.comparison;

import static be.zelfscan.database.schema.Tables.CHOSEN_OPTION;
import static be.zelfscan.database.schema.Tables.COMPARED_CENTRES;
import static be.zelfscan.database.schema.Tables.COMPARED_MEMBERS;
import static be.zelfscan.database.schema.Tables.NAMED_CHOICES;
import static be.zelfscan.database.schema.Tables.NAMED_PLACEMENTS;
import static be.zelfscan.database.schema.Tables.PLACED_BLOCK;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/**
 * Counts facts into figures, for many sets of centres at once. Needs the transaction of a use case, which sees one moment
 * ({@code REPEATABLE READ}) where the round may be open: its statements belong together, and scans are sent between them.
 */
@Singleton
class FigureQueries {
    /** Stands for the whole net among the keys of school groups. */
    static final UUID NET = new UUID(0, 0);

    private static final String MEMBERS = "members";
    private static final Field<UUID> KEY = field(name(MEMBERS, "key"), SQLDataType.UUID);
    private static final Field<UUID> SCAN = field(name(MEMBERS, "sent_scan_id"), SQLDataType.UUID);

    private final DSLContext sql;

    FigureQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The sent scans of the whole net and of each school group in a round, each under its key. */
    static Select<Record2<UUID, UUID>> netAndGroups(UUID roundId) {
        return net(roundId).unionAll(groups(roundId));
    }

    /** The sent scans of each school group in a round, each under the id of the group. */
    static Select<Record2<UUID, UUID>> groups(UUID roundId) {
        return select(COMPARED_MEMBERS.SCHOOL_GROUP_ID.as("key"), COMPARED_CENTRES.SENT_SCAN_ID.as("sent_scan_id"))
                .from(COMPARED_MEMBERS.call(roundId)).join(COMPARED_CENTRES.call(roundId))
                .on(COMPARED_CENTRES.CENTRE_ID.eq(COMPARED_MEMBERS.CENTRE_ID)).where(COMPARED_CENTRES.SENT_SCAN_ID.isNotNull());
    }

    /** The sent scans of the whole net in a round. */
    static Select<Record2<UUID, UUID>> net(UUID roundId) {
        return select(inline(NET).as("key"), COMPARED_CENTRES.SENT_SCAN_ID.as("sent_scan_id"))
                .from(COMPARED_CENTRES.call(roundId)).where(COMPARED_CENTRES.SENT_SCAN_ID.isNotNull());
    }

    /** The same, of these centres alone. */
    static Select<Record2<UUID, UUID>> netAndGroups(UUID roundId, Collection<UUID> centres) {
        Condition among = COMPARED_CENTRES.CENTRE_ID.in(centres).and(COMPARED_CENTRES.SENT_SCAN_ID.isNotNull());
        return select(inline(NET).as("key"), COMPARED_CENTRES.SENT_SCAN_ID.as("sent_scan_id")).from(COMPARED_CENTRES.call(roundId))
                .where(among)
                .unionAll(select(COMPARED_MEMBERS.SCHOOL_GROUP_ID.as("key"), COMPARED_CENTRES.SENT_SCAN_ID.as("sent_scan_id"))
                        .from(COMPARED_MEMBERS.call(roundId)).join(COMPARED_CENTRES.call(roundId))
                        .on(COMPARED_CENTRES.CENTRE_ID.eq(COMPARED_MEMBERS.CENTRE_ID)).where(among));
    }

    /**
     * The figures of the centres of a frozen round that the person behind the transaction ever saw by name: of the net and of each school
     * group of theirs.
     */
    Map<UUID, Figures> ofThoseSeenByName(Questionnaire questionnaire, UUID roundId) {
        Map<UUID, Tally> tallies = new HashMap<>();
        sql.selectFrom(NAMED_PLACEMENTS.call(roundId))
                .forEach(row -> tallies.computeIfAbsent(row.get(NAMED_PLACEMENTS.OF_SET), none -> new Tally(questionnaire, 0))
                        .placed(row.get(NAMED_PLACEMENTS.BLOCK), new Figures.Flow(row.get(NAMED_PLACEMENTS.STAGE),
                                row.get(NAMED_PLACEMENTS.AMBITION), row.get(NAMED_PLACEMENTS.CENTRES))));
        sql.selectFrom(NAMED_CHOICES.call(roundId))
                .forEach(row -> tallies.computeIfAbsent(row.get(NAMED_CHOICES.OF_SET), none -> new Tally(questionnaire, 0))
                        .chosen(row.get(NAMED_CHOICES.SECTION),
                                new Figures.Choice(row.get(NAMED_CHOICES.QUESTION), row.get(NAMED_CHOICES.OPTION),
                                        row.get(NAMED_CHOICES.CENTRES)),
                                row.get(NAMED_CHOICES.POSITIONS)));
        Map<UUID, Figures> figures = new HashMap<>();
        tallies.forEach((key, tally) -> figures.put(key, tally.figures()));
        return figures;
    }

    /**
     * @param members pairs of the key of a set and a sent scan in it
     * @return the figures by key; a set without sent scans has none
     */
    Map<UUID, Figures> of(Questionnaire questionnaire, Select<Record2<UUID, UUID>> members) {
        Map<UUID, Tally> tallies = new HashMap<>();
        var table = members.asTable(MEMBERS, "key", "sent_scan_id");
        sql.select(KEY, count()).from(table).groupBy(KEY)
                .forEach(row -> tallies.put(row.value1(), new Tally(questionnaire, row.value2())));
        sql.select(KEY, PLACED_BLOCK.BLOCK, PLACED_BLOCK.STAGE, PLACED_BLOCK.AMBITION, count()).from(table).join(PLACED_BLOCK)
                .on(PLACED_BLOCK.SENT_SCAN_ID.eq(SCAN))
                .groupBy(KEY, PLACED_BLOCK.BLOCK, PLACED_BLOCK.STAGE, PLACED_BLOCK.AMBITION)
                .forEach(row -> tallies.get(row.value1()).placed(row.value2(),
                        new Figures.Flow(row.value3(), row.value4(), row.value5())));
        sql.select(KEY, CHOSEN_OPTION.SECTION, CHOSEN_OPTION.QUESTION, CHOSEN_OPTION.OPTION, count(), sum(CHOSEN_OPTION.POSITION))
                .from(table)
                .join(CHOSEN_OPTION).on(CHOSEN_OPTION.SENT_SCAN_ID.eq(SCAN))
                .groupBy(KEY, CHOSEN_OPTION.SECTION, CHOSEN_OPTION.QUESTION, CHOSEN_OPTION.OPTION)
                .forEach(row -> tallies.get(row.value1()).chosen(row.value2(), new Figures.Choice(row.value3(), row.value4(), row.value5()),
                        row.value6().intValueExact()));
        Map<UUID, Figures> figures = new HashMap<>();
        tallies.forEach((key, tally) -> figures.put(key, tally.figures()));
        return figures;
    }

    /** The figures of one set; of nobody when it is empty. */
    Figures ofOne(Questionnaire questionnaire, Select<Record2<UUID, UUID>> members) {
        return of(questionnaire, members).values().stream().findFirst().orElseGet(() -> ofNobody(questionnaire));
    }

    /** The figures of a set in which nobody sent a scan. */
    static Figures ofNobody(Questionnaire questionnaire) {
        return new Tally(questionnaire, 0).figures();
    }

    /** Gathers the counted facts of one set of centres into its figures. Not thread-safe. */
    static final class Tally {
        /** How often a block was picked or ordered, and the sum of the places that it got, from 0. */
        private record Picked(int centres, int positions) {
            static final Picked NEVER = new Picked(0, 0);
        }

        private final Questionnaire questionnaire;
        private final int centres;
        private final Map<String, List<Figures.Flow>> flows = new HashMap<>();
        private final Map<String, List<Figures.Choice>> choices = new HashMap<>();
        private final Map<String, Map<String, Picked>> picked = new HashMap<>();

        Tally(Questionnaire questionnaire, int centres) {
            this.questionnaire = questionnaire;
            this.centres = centres;
        }

        void placed(String block, Figures.Flow flow) {
            flows.computeIfAbsent(block, none -> new ArrayList<>()).add(flow);
        }

        void chosen(String section, Figures.Choice choice, int positions) {
            if (Stream.of(questionnaire.inspiringPractices(), questionnaire.priorities()).flatMap(Optional::stream)
                    .anyMatch(asked -> asked.is(section, choice.question()))) {
                picked.computeIfAbsent(choice.question(), none -> new HashMap<>()).put(choice.option(),
                        new Picked(choice.centres(), positions));
            } else {
                choices.computeIfAbsent(section, none -> new ArrayList<>()).add(choice);
            }
        }

        Figures figures() {
            int notYet = questionnaire.inspiringPractices()
                    .flatMap(question -> question.question().type().nothing(question.question())
                            .map(nothing -> picked(question, nothing).centres()))
                    .orElse(0);
            return new Figures(centres, questionnaire.blocks().stream().map(this::block).toList(), notYet);
        }

        private Figures.BlockFigures block(Section block) {
            Picked inspiring = questionnaire.inspiringPractices().map(question -> picked(question, block.id())).orElse(Picked.NEVER);
            Picked priority = questionnaire.priorities().map(question -> picked(question, block.id())).orElse(Picked.NEVER);
            int places = questionnaire.priorities().map(asked -> asked.question().most()).orElse(0);
            return new Figures.BlockFigures(block.id(),
                    flows.getOrDefault(block.id(), List.of()).stream()
                            .sorted(Comparator.comparing((Figures.Flow flow) -> position(flow.from()))
                                    .thenComparing(flow -> flow.to() == null ? -1 : position(flow.to())))
                            .toList(),
                    choices.getOrDefault(block.id(), List.of()).stream()
                            .sorted(Comparator.comparing(Figures.Choice::question).thenComparing(Figures.Choice::option)).toList(),
                    inspiring.centres(), priority.centres(), places * priority.centres() - priority.positions());
        }

        private Picked picked(Questionnaire.OverallQuestion asked, String option) {
            return picked.getOrDefault(asked.question().id(), Map.of()).getOrDefault(option, Picked.NEVER);
        }

        private int position(String stage) {
            return questionnaire.scale().position(stage).orElseThrow();
        }
    }
}
