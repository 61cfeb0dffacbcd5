package be.zelfscan.comparison;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.questionnaire.Questionnaire;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The hand-computed round is in the database as its file tells it, and the figures speak of all of it. */
class HandComputedRoundIT {
    private final TestService service = TestService.get();
    private final HandComputedRound round = HandComputedRound.shared();
    private final Questionnaire questionnaire = service.questionnaire();

    @Test
    void tenCentresOfTwelveSentAndOneOfThemTwice() {
        assertThat(states(round.id())).containsExactlyInAnyOrder("1 sent 1", "2 sent 1", "3 sent 1", "4 sent 1", "5 open 0", "6 sent 1",
                "7 sent 2", "8 sent 1", "9 sent 1", "11 sent 1", "12 sent 1");
        assertThat(states(round.earlierId())).containsExactlyInAnyOrder("1 sent 1", "2 sent 1", "3 sent 1", "5 sent 1", "7 sent 1",
                "8 sent 1");
        assertThat(service.count("select count(*) from round_centre where round_id = ?", round.id())).isEqualTo(12);
        assertThat(service.count("select count(*) from round where id in (?, ?) and state = 'closed' and minimum_group_size = 4",
                round.id(), round.earlierId())).isEqualTo(2);
        assertThat(service.count("select count(*) from scan_reopening where scan_id = ?", round.scan(7))).isOne();
        assertThat(service.count("select count(distinct section) from answer_history where scan_id = ?", round.scan(5))).isEqualTo(3);
    }

    private List<String> states(UUID id) {
        return service.texts("""
                select s.centre_id || ' ' || s.state || ' ' || count(x.id) from scan s left join sent_scan x on x.scan_id = s.id
                where s.round_id = '%s' group by s.id""".formatted(id)).stream()
                .map(line -> number(UUID.fromString(line.substring(0, 36))) + line.substring(36)).toList();
    }

    private int number(UUID centre) {
        return IntStream.rangeClosed(1, 12).filter(number -> round.centre(number).equals(centre)).findFirst().orElseThrow();
    }

    @Test
    void theFactsOfEverySnapshotAreWhatTheFileSays() {
        HandComputedRound.answers().round().scans().forEach(scan -> compare(scan, round.sent(scan.number())));
        HandComputedRound.answers().earlier().scans().forEach(scan -> compare(scan, round.earlierSent(scan.number())));
    }

    private void compare(HandComputedAnswers.Scan scan, List<UUID> sent) {
        assertThat(sent).as("what centre %d sent", scan.number()).hasSameSizeAs(scan.sent());
        for (int i = 0; i < sent.size(); i++) {
            assertThat(service.texts("""
                    select block || ' ' || stage || ' ' || ambition from placed_block where sent_scan_id = '%1$s'
                    union all
                    select section || ' ' || question || ' ' || string_agg(option, ' ' order by position) from chosen_option
                    where sent_scan_id = '%1$s' group by section, question""".formatted(sent.get(i))))
                    .as("facts of centre %d, nr. %d", scan.number(), i + 1).containsExactlyInAnyOrderElementsOf(facts(scan.sent().get(i)));
        }
    }

    private List<String> facts(HandComputedAnswers.Given given) {
        List<String> facts = new ArrayList<>();
        given.blocks().forEach((id, block) -> {
            facts.add(line(id, block.stage(), block.ambition().equals("hold") ? block.stage() : block.ambition()));
            block.choices().forEach((question, options) -> facts.add(line(id, question, String.join(" ", options))));
        });
        String closing = questionnaire.closing().orElseThrow().id();
        facts.add(line(closing, "inspiring", String.join(" ", given.closing().inspiringOptions())));
        facts.add(line(closing, "priorities", String.join(" ", given.closing().priorities())));
        return facts;
    }

    private static String line(String... words) {
        return Stream.of(words).collect(joining(" "));
    }

    @Test
    void theFiguresSpeakOfEveryBlockAndStage() {
        List<String> blocks = questionnaire.blocks().stream().map(Section::id).toList();
        List<String> stages = questionnaire.scale().stages().stream().map(stage -> stage.id()).toList();
        HandComputedFigures figures = HandComputedRound.figures();
        Stream.concat(figures.round().values().stream(), figures.earlier().values().stream()).forEach(group -> {
            assertThat(group.blocks()).containsOnlyKeys(blocks);
            assertThat(group.centres()).hasSize(group.n());
            group.blocks().values().forEach(block -> {
                assertThat(block.stages()).containsOnlyKeys(stages);
                assertThat(sum(block.stages().values())).isEqualTo(group.n());
                assertThat(block.flows().stream().mapToInt(HandComputedFigures.Flow::count).sum()).isEqualTo(group.n());
                assertThat(sum(block.motive().values())).isEqualTo(group.n());
            });
        });
        assertThat(Stream.of("net", "A", "B", "C", "A+B").map(name -> HandComputedRound.figures(name).n())).containsExactly(10, 4, 5, 2, 8);
        assertThat(figures.inspiration()).containsOnlyKeys(blocks);
    }

    private static int sum(Iterable<Integer> counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** The stems of the database find what was looked up by hand. */
    @Test
    void theNotesThatWereFoundByHandAreThoseOfDutchStems() {
        HandComputedRound.figures().noteSearch().hits().forEach((query, hits) -> assertThat(service.texts("""
                select s.centre_id || ' ' || (a ->> 'section') || ' ' || (a ->> 'question')
                from scan s join lateral (select content from sent_scan where scan_id = s.id order by number desc limit 1) x on true
                cross join jsonb_array_elements(x.content -> 'answers') a
                where s.round_id = '%s' and to_tsvector('dutch', coalesce(a ->> 'note', '')) @@ plainto_tsquery('dutch', '%s')"""
                .formatted(round.id(), query)))
                .as(query).containsExactlyInAnyOrderElementsOf(hits.stream()
                        .map(hit -> round.centre(hit.centre()) + " " + hit.block() + " " + hit.question()).toList()));
    }
}
