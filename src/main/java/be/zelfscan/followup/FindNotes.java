package be.zelfscan.followup;

import be.zelfscan.followup.FollowedRounds.FollowedRound;
import be.zelfscan.question.Answer;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.SentScan;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Searches the notes, and the texts that were typed as answers, of the snapshots that count, in Dutch stems. The database shows them to
 * the support team alone.
 */
@Singleton
public class FindNotes {
    static final int PAGE_SIZE = 20;

    /**
     * A note that was found, or a text that was typed as an answer.
     *
     * @param answer of a note, what was answered to the question, an option a line; of a text in an answer, beside what it stands there
     */
    record Hit(NoteQueries.FoundNote note, String section, String question, List<String> answer, List<NoteLabels.Label> labels) {}

    /**
     * @param problem why nothing was looked for; empty when something was
     * @param total how many there are; {@code hits} are those of the page
     */
    record FoundNotes(FollowedRound round, List<NoteLabels.Label> labels, NoteSearchForm form, String problem, List<Hit> hits,
            NoteQueries.NoteCount total) {}

    private final FollowedRounds rounds;
    private final NoteQueries notes;
    private final LabelQueries labels;
    private final ScanReading scans;
    private final Instruments instruments;

    FindNotes(FollowedRounds rounds, NoteQueries notes, LabelQueries labels, ScanReading scans, Instruments instruments) {
        this.rounds = rounds;
        this.notes = notes;
        this.labels = labels;
        this.scans = scans;
        this.instruments = instruments;
    }

    /** @throws be.zelfscan.comparison.ComparisonNotFound when there is no such round, or it is a draft */
    @ReadOnly
    FoundNotes find(UUID roundId, NoteSearchForm form, UUID personId) {
        FollowedRound round = rounds.get(roundId);
        List<NoteLabels.Label> all = labels.all();
        String problem = form.problem(round, all);
        if (problem.isEmpty() && !form.words().isEmpty() && !notes.areTelling(form.words())) {
            problem = "‘%s’ komt in bijna elke toelichting voor. Zoek op een woord dat meer zegt.".formatted(form.words());
        }
        if (!problem.isEmpty()) {
            return new FoundNotes(round, all, form, problem, List.of(), new NoteQueries.NoteCount(0, 0));
        }
        NoteSearchForm shown = form.onPage(form.pageNumber());
        NoteQueries.NotePage page = page(round, shown);
        if (page.notes().isEmpty() && form.pageNumber() > 1) {
            int last = (notes.count(form.filter(roundId)).all() + PAGE_SIZE - 1) / PAGE_SIZE;
            shown = form.onPage(Math.max(1, last));
            page = page(round, shown);
        }
        return new FoundNotes(round, all, shown, "", hits(page.notes(), personId), page.total());
    }

    private NoteQueries.NotePage page(FollowedRound round, NoteSearchForm form) {
        return notes.page(form.filter(round.round().id()), round.questionnaire().sections().stream().map(Section::id).toList(),
                NoteSearchForm.questions(round.questionnaire()).stream().map(Question::id).toList(), (form.pageNumber() - 1) * PAGE_SIZE,
                PAGE_SIZE);
    }

    private List<Hit> hits(List<NoteQueries.FoundNote> found, UUID personId) {
        Map<NoteKey, List<NoteLabels.Label>> hanging = found.isEmpty() ? Map.of()
                : labels.of(found.stream().map(NoteQueries.FoundNote::key).toList());
        Map<UUID, SentScan> sent = scans.sentScans(found.stream().map(note -> note.key().sentScanId()).collect(Collectors.toSet()),
                personId);
        return found.stream().map(note -> {
            NoteKey key = note.key();
            SentScan scan = sent.get(key.sentScanId());
            Questionnaire questionnaire = instruments.get(scan.questionnaire());
            Optional<Answer> given = scan.answers().at(key.section(), key.question()).answer();
            Optional<Question> question = questionnaire.question(key.section(), key.question());
            return new Hit(note, questionnaire.sectionTitle(key.section()), question.map(Question::shortLabel).orElse(key.question()),
                    question.map(asked -> beside(key, asked, given, questionnaire)).orElse(List.of()),
                    hanging.getOrDefault(key, List.of()));
        }).toList();
    }

    private static List<String> beside(NoteKey key, Question question, Optional<Answer> answer, Questionnaire questionnaire) {
        if (key.inAnswer().isEmpty()) {
            return question.lines(answer, questionnaire);
        }
        return answer.map(given -> question.besideText(given, key.inAnswer().get(), questionnaire)).filter(beside -> !beside.isEmpty())
                .stream().toList();
    }
}
