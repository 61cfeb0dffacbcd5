package be.zelfscan;

import be.zelfscan.database.LongWork;
import be.zelfscan.database.StartProblem;
import be.zelfscan.export.ExportFile.Delimiter;
import be.zelfscan.export.ExportFile;
import be.zelfscan.export.ExportRefused;
import be.zelfscan.export.TakeDataOut.Selection;
import be.zelfscan.export.TakeDataOut;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundSummary;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes data out without a browser. Where there is nothing to take out it says so, and makes no file. */
@Command(name = "export", description = "Write what the centres of a round sent as CSV or XLSX.", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private static final String CSV = ".csv";
    private static final String XLSX = ".xlsx";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ROUND", description = "id or title of a round, or id of an instrument for all its rounds")
    private String round;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "a file that ends in .csv or .xlsx; "
            + "one that is there is replaced")
    private Path out;

    @Option(names = "--rows", defaultValue = "answers", paramLabel = "ROWS", description = "of a CSV file: "
            + "answers (the default), centres or codebook")
    private ExportFile rows;

    @Option(names = "--delimiter", defaultValue = "semicolon", paramLabel = "SIGN", description = "of a CSV file: "
            + "semicolon (the default) or comma")
    private Delimiter delimiter;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() {
        ExportFile file = file();
        ServiceSettings settings = data.service(System.getenv());
        try (RunningService service = RunningService.startQuietly(settings)) {
            TakeDataOut export = service.context().getBean(TakeDataOut.class);
            Set<Selection> found = find(export.rounds().stream().map(RoundSummary::round).toList());
            if (found.size() != 1) {
                spec.commandLine().getErr().printf("%s: %s; name a round by its id.%n", round,
                        found.isEmpty() ? "there is no such round and no such instrument with a round" : "several rounds have this title");
                return 1;
            }
            write(export, found.iterator().next(), file);
            spec.commandLine().getOut().println(out);
            spec.commandLine().getOut().flush();
            return 0;
        } catch (ExportRefused refused) {
            spec.commandLine().getErr().println(sentence(refused));
            return 1;
        }
    }

    private ExportFile file() {
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(XLSX)) {
            return ExportFile.workbook;
        }
        if (!name.endsWith(CSV) || rows == ExportFile.workbook) {
            throw new ParameterException(spec.commandLine(), "--out is '%s'; expected a file that ends in .csv or .xlsx.".formatted(out));
        }
        return rows;
    }

    private Set<Selection> find(List<Round> rounds) {
        Stream<Selection> named = rounds.stream().filter(one -> one.id().toString().equals(round) || one.title().equalsIgnoreCase(round))
                .map(one -> new Selection.OfRound(one.id()));
        Stream<Selection> instruments = rounds.stream().map(one -> one.questionnaire().id()).filter(round::equals)
                .map(Selection.OfInstrument::new);
        return Stream.concat(named, instruments).collect(Collectors.toSet());
    }

    private void write(TakeDataOut export, Selection selection, ExportFile file) {
        try {
            Path folder = out.toAbsolutePath().getParent();
            Path written = Files.createTempFile(folder, ".zelfscan-", ".tmp");
            try {
                try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(written))) {
                    LongWork.run(() -> export.write(selection, file, delimiter, stream));
                }
                Files.move(written, out, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException problem) {
            throw new StartProblem("The file " + out + " cannot be written: " + problem.getMessage() + ".", problem);
        }
    }

    private String sentence(ExportRefused refused) {
        return switch (refused.reason()) {
            case nothing_sent -> round + ": no centre has sent anything yet, so there is nothing to export; no file was made.";
            case too_many_rows -> round + ": this is more than a worksheet can hold; write a .csv file, or one round.";
            case unknown, wrong_choice -> round + ": there is no such round.";
        };
    }
}
