package be.zelfscan.export;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.organisation.Net;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundSummary;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;

/** Writes what was sent as a file. However much there is, only a little of it is in memory. */
@Singleton
public class TakeDataOut {
    /** Of what data is taken out. */
    public sealed interface Selection {
        /** One round. */
        record OfRound(UUID roundId) implements Selection {}

        /** All rounds of an instrument, whatever the version. */
        record OfInstrument(String questionnaireId) implements Selection {}
    }

    private static final Comparator<Questionnaire> BY_VERSION = Comparator.comparing(Questionnaire::id)
            .thenComparing(Questionnaire::version);

    private final ExportQueries data;
    private final Instruments instruments;
    private final ActivityLog log;

    TakeDataOut(ExportQueries data, Instruments instruments, ActivityLog log) {
        this.data = data;
        this.instruments = instruments;
        this.log = log;
    }

    /** All rounds, the newest first. */
    @ReadOnly
    public List<RoundSummary> rounds() {
        return data.rounds();
    }

    /** The newest version of each instrument that these rounds have. */
    List<Questionnaire> instruments(List<RoundSummary> rounds) {
        Map<String, Questionnaire> newest = new LinkedHashMap<>();
        Stream<Questionnaire> brought = instruments.all().stream().map(Instruments.Definition::questionnaire)
                .filter(one -> rounds.stream().anyMatch(summary -> summary.round().questionnaire().id().equals(one.id())));
        Stream<Questionnaire> asked = rounds.stream().map(summary -> summary.round().questionnaire()).distinct()
                .flatMap(key -> instruments.find(key).stream());
        Stream.concat(brought, asked).sorted(BY_VERSION).forEach(one -> newest.put(one.id(), one));
        return List.copyOf(newest.values());
    }

    /**
     * @throws ExportRefused when {@link #write} would
     */
    @ReadOnly
    public void check(Selection selection, ExportFile file) {
        List<RoundSummary> rounds = chosen(selection, data.rounds());
        requireRoom(file, rounds, versions(rounds.stream().map(summary -> summary.round().id()).toList()));
    }

    /**
     * Writes a file, whole or with an exception; all of it is as it was at one moment.
     *
     * @param delimiter of a CSV file
     * @param out is not closed
     * @throws ExportRefused when there is nothing to write, or too much for a worksheet; nothing is written then
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public void write(Selection selection, ExportFile file, ExportFile.Delimiter delimiter, OutputStream out) {
        List<RoundSummary> rounds = chosen(selection, data.rounds());
        List<UUID> ids = rounds.stream().map(summary -> summary.round().id()).toList();
        List<Questionnaire> versions = versions(ids);
        Content content = new Content(data, ids, versions);
        requireRoom(file, rounds, versions);
        log.note(Action.exported, subject(selection), detail(selection, rounds, file));
        try {
            content.write(file, delimiter, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which rounds it is about; at least one of their centres sent. */
    static List<RoundSummary> chosen(Selection selection, List<RoundSummary> all) {
        List<RoundSummary> chosen = all.stream().filter(summary -> switch (selection) {
            case Selection.OfRound one -> summary.round().id().equals(one.roundId());
            case Selection.OfInstrument one -> summary.round().questionnaire().id().equals(one.questionnaireId());
        }).toList();
        if (chosen.isEmpty()) {
            throw selection instanceof Selection.OfRound ? ExportRefused.unknownRound() : ExportRefused.unknownInstrument();
        }
        if (chosen.stream().allMatch(summary -> summary.sent() == 0)) {
            throw ExportRefused.nothingSent();
        }
        return chosen;
    }

    private List<Questionnaire> versions(List<UUID> rounds) {
        Set<QuestionnaireKey> keys = data.versions(rounds);
        return keys.stream().map(instruments::get).sorted(BY_VERSION).toList();
    }

    private static void requireRoom(ExportFile file, List<RoundSummary> rounds, List<Questionnaire> versions) {
        int questions = versions.stream()
                .mapToInt(one -> one.sections().stream().flatMap(section -> section.questions().stream()).mapToInt(TakeDataOut::rows).sum())
                .max().orElse(0);
        long rows = 1 + (long) questions * rounds.stream().mapToInt(RoundSummary::sent).sum();
        if (file == ExportFile.workbook && rows > ExportTable.Xlsx.MOST_ROWS) {
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

    private static String detail(Selection selection, List<RoundSummary> rounds, ExportFile file) {
        return switch (selection) {
            case Selection.OfRound one -> rounds.getFirst().round().title() + ": " + file.label();
            case Selection.OfInstrument one -> "alle rondes van " + one.questionnaireId() + ": " + file.label();
        };
    }

    /** The sheets of some rounds, written row by row. */
    private static final class Content {
        private final ExportQueries data;
        private final List<UUID> rounds;
        private final List<ExportColumn<AnswerSheet.Row>> answers = AnswerSheet.columns();
        private final List<ExportColumn<CentreInRound>> centres;

        Content(ExportQueries data, List<UUID> rounds, List<Questionnaire> versions) {
            this.data = data;
            this.rounds = rounds;
            this.centres = CentreSheet.columns(versions);
        }

        void write(ExportFile file, ExportFile.Delimiter delimiter, OutputStream out) throws IOException {
            if (file == ExportFile.workbook) {
                workbook(out);
                return;
            }
            try (ExportTable.Csv table = new ExportTable.Csv(out, delimiter)) {
                if (file == ExportFile.answers) {
                    answers(table);
                } else if (file == ExportFile.centres) {
                    centres(table);
                } else {
                    codebook(table);
                }
            }
        }

        private void workbook(OutputStream out) throws IOException {
            try (Workbook workbook = new Workbook(out, "Zelfscan", "1.0")) {
                try (ExportTable.Xlsx table = new ExportTable.Xlsx(workbook, AnswerSheet.NAME, false, answers.size(), 24)) {
                    answers(table);
                }
                try (ExportTable.Xlsx table = new ExportTable.Xlsx(workbook, CentreSheet.NAME, false, centres.size(), 24)) {
                    centres(table);
                }
                int columns = Codebook.columns().size();
                try (ExportTable.Xlsx table = new ExportTable.Xlsx(workbook, Codebook.NAME, true, columns, 14, 34, 60, 24, 44, 60, 18,
                        44)) {
                    codebook(table);
                }
            }
        }

        private void answers(ExportTable table) throws IOException {
            table.head(answers);
            each(AnswerSheet.Row::of, answers, table);
        }

        private void centres(ExportTable table) throws IOException {
            table.head(centres);
            each(Stream::of, centres, table);
        }

        private void codebook(ExportTable table) throws IOException {
            table.head(Codebook.columns());
            for (Iterator<Codebook.Line> lines = Codebook.lines(answers, centres).iterator(); lines.hasNext();) {
                table.row(Codebook.columns(), lines.next());
            }
        }

        private <R> void each(Function<CentreInRound, Stream<R>> rows, List<ExportColumn<R>> columns, ExportTable table) {
            data.each(rounds, centre -> rows.apply(centre).forEach(row -> {
                try {
                    table.row(columns, row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        }
    }
}
