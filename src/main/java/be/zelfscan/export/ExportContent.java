package be.zelfscan.export;

import be.zelfscan.questionnaire.Questionnaire;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;

/** The sheets of some rounds, written row by row. */
final class ExportContent {
    private final ExportRepository data;
    private final List<UUID> rounds;
    private final List<Column<AnswerRow>> answers = AnswerColumns.all();
    private final List<Column<CentreInRound>> centres;

    ExportContent(ExportRepository data, List<UUID> rounds, List<Questionnaire> versions) {
        this.data = data;
        this.rounds = rounds;
        this.centres = CentreColumns.of(versions);
    }

    void write(ExportFile file, Delimiter delimiter, OutputStream out) throws IOException {
        if (file == ExportFile.workbook) {
            workbook(out);
            return;
        }
        try (CsvTable table = new CsvTable(out, delimiter)) {
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
            try (XlsxTable table = new XlsxTable(workbook, AnswerColumns.SHEET, false, answers.size(), 24)) {
                answers(table);
            }
            try (XlsxTable table = new XlsxTable(workbook, CentreColumns.SHEET, false, centres.size(), 24)) {
                centres(table);
            }
            int columns = Codebook.columns().size();
            try (XlsxTable table = new XlsxTable(workbook, Codebook.SHEET, true, columns, 14, 34, 60, 24, 44, 60, 18, 44)) {
                codebook(table);
            }
        }
    }

    private void answers(Table table) throws IOException {
        table.head(answers);
        each(AnswerRow::of, answers, table);
    }

    private void centres(Table table) throws IOException {
        table.head(centres);
        each(Stream::of, centres, table);
    }

    private void codebook(Table table) throws IOException {
        table.head(Codebook.columns());
        for (Iterator<Codebook.Line> lines = Codebook.lines(answers, centres).iterator(); lines.hasNext();) {
            table.row(Codebook.columns(), lines.next());
        }
    }

    private <R> void each(Function<CentreInRound, Stream<R>> rows, List<Column<R>> columns, Table table) {
        data.each(rounds, centre -> rows.apply(centre).forEach(row -> {
            try {
                table.row(columns, row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }
}
