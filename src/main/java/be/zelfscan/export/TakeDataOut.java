package be.zelfscan.export;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.organisation.Net;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes what was sent as a file. However much there is, only a little of it is in memory. */
@Singleton
public class TakeDataOut {
    private static final Comparator<Questionnaire> BY_VERSION = Comparator.comparing(Questionnaire::id)
            .thenComparing(Questionnaire::version);

    private final ExportRepository data;
    private final Instruments instruments;
    private final ActivityLog log;

    TakeDataOut(ExportRepository data, Instruments instruments, ActivityLog log) {
        this.data = data;
        this.instruments = instruments;
        this.log = log;
    }

    /** All rounds, the newest first. */
    @ReadOnly
    public List<RoundOfData> rounds() {
        return data.rounds();
    }

    /** The newest version of each instrument that these rounds have. */
    List<Questionnaire> instruments(List<RoundOfData> rounds) {
        Map<String, Questionnaire> newest = new LinkedHashMap<>();
        Stream<Questionnaire> brought = instruments.all().stream().map(Instruments.Definition::questionnaire)
                .filter(one -> rounds.stream().anyMatch(round -> round.questionnaire().id().equals(one.id())));
        Stream<Questionnaire> asked = rounds.stream().map(RoundOfData::questionnaire).distinct()
                .flatMap(key -> instruments.find(key).stream());
        Stream.concat(brought, asked).sorted(BY_VERSION).forEach(one -> newest.put(one.id(), one));
        return List.copyOf(newest.values());
    }

    /**
     * @throws ExportRefused when {@link #write} would
     */
    @ReadOnly
    public void check(Selection selection, ExportFile file) {
        List<RoundOfData> rounds = chosen(selection, data.rounds());
        requireRoom(file, rounds, versions(rounds.stream().map(RoundOfData::id).toList()));
    }

    /**
     * Writes a file, whole or with an exception; all of it is as it was at one moment.
     *
     * @param delimiter of a CSV file
     * @param out is not closed
     * @throws ExportRefused when there is nothing to write, or too much for a worksheet; nothing is written then
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public void write(Selection selection, ExportFile file, Delimiter delimiter, OutputStream out) {
        List<RoundOfData> rounds = chosen(selection, data.rounds());
        List<UUID> ids = rounds.stream().map(RoundOfData::id).toList();
        List<Questionnaire> versions = versions(ids);
        ExportContent content = new ExportContent(data, ids, versions);
        requireRoom(file, rounds, versions);
        log.note(Action.exported, subject(selection), detail(selection, rounds, file));
        try {
            content.write(file, delimiter, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which rounds it is about; at least one of their centres sent. */
    static List<RoundOfData> chosen(Selection selection, List<RoundOfData> all) {
        List<RoundOfData> chosen = all.stream().filter(round -> switch (selection) {
            case Selection.OfRound one -> round.id().equals(one.roundId());
            case Selection.OfInstrument one -> round.questionnaire().id().equals(one.questionnaireId());
        }).toList();
        if (chosen.isEmpty()) {
            throw selection instanceof Selection.OfRound ? ExportRefused.unknownRound() : ExportRefused.unknownInstrument();
        }
        if (chosen.stream().allMatch(round -> round.sent() == 0)) {
            throw ExportRefused.nothingSent();
        }
        return chosen;
    }

    private List<Questionnaire> versions(List<UUID> rounds) {
        Set<QuestionnaireKey> keys = data.versions(rounds);
        return keys.stream().map(instruments::get).sorted(BY_VERSION).toList();
    }

    private static void requireRoom(ExportFile file, List<RoundOfData> rounds, List<Questionnaire> versions) {
        int questions = versions.stream()
                .mapToInt(one -> one.sections().stream().flatMap(section -> section.questions().stream()).mapToInt(TakeDataOut::rows).sum())
                .max().orElse(0);
        long rows = 1 + (long) questions * rounds.stream().mapToInt(RoundOfData::sent).sum();
        if (file == ExportFile.workbook && rows > XlsxTable.MOST_ROWS) {
            throw ExportRefused.tooManyRows(rows);
        }
    }

    /** The most rows that the answer to a question takes. */
    private static int rows(Question question) {
        int columns = question.type().cells(question).size();
        return columns == 0 ? 1 : 1 + columns * question.most();
    }

    private static UUID subject(Selection selection) {
        return selection instanceof Selection.OfRound one ? one.roundId() : Net.ID;
    }

    private static String detail(Selection selection, List<RoundOfData> rounds, ExportFile file) {
        return switch (selection) {
            case Selection.OfRound one -> rounds.getFirst().title() + ": " + file.label();
            case Selection.OfInstrument one -> "alle rondes van " + one.questionnaireId() + ": " + file.label();
        };
    }
}
