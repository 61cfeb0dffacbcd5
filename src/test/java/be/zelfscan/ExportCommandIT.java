package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.export.TakeDataOut;
import be.zelfscan.round.RoundSummary;
import be.zelfscan.support.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking data out on the command line. */
class ExportCommandIT {
    @TempDir
    private static Path data;

    private static List<RoundSummary> rounds;

    @TempDir
    private Path folder;

    private record Said(int exit, String out, String err) {}

    /** The invented rounds, without the scans that come later. */
    @BeforeAll
    static void fill() {
        try (RunningService service = RunningService.start(TestService.settings(DataFolder.withTables(data)),
                Map.of("zelfscan.mail.smtp.host", "", "zelfscan.demonstration.fill", false))) {
            rounds = service.context().getBean(TakeDataOut.class).rounds();
        }
    }

    private Said run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Application.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
        return new Said(exit, out.toString().strip(), err.toString().strip());
    }

    private Said export(String round, String file, String... more) {
        return run(Stream.of(Stream.of("export", round, "--out", folder.resolve(file).toString(), "--data", data.toString()),
                Stream.of(more)).flatMap(part -> part).toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aRoundIsWrittenAsTheEndingOfTheFileSays() throws IOException {
        String instrument = "poolster-clb";
        Said csv = export(instrument, "antwoorden.csv", "--delimiter", "comma");
        Said centres = export(instrument, "centra.csv", "--rows", "centres");
        Said xlsx = export(instrument, "alles.xlsx");

        assertThat(csv).isEqualTo(new Said(0, folder.resolve("antwoorden.csv").toString(), ""));
        assertThat(Files.readString(folder.resolve("antwoorden.csv"))).startsWith("\uFEFFronde,ronde_id,centrum,");
        assertThat(centres.exit()).isZero();
        assertThat(Files.readString(folder.resolve("centra.csv"))).startsWith("\uFEFFronde;ronde_id;centrum;").contains(";stand;");
        assertThat(xlsx.exit()).isZero();
        try (ReadableWorkbook workbook = new ReadableWorkbook(folder.resolve("alles.xlsx").toFile())) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName())).containsExactly("Antwoorden", "Centra", "Codeboek");
        }
        assertThat(files()).containsExactlyInAnyOrder("antwoorden.csv", "centra.csv", "alles.xlsx");
    }

    @Test
    void whereThereIsNothingItSaysSoAndMakesNoFile() throws IOException {
        Said unknown = export("een ronde die er niet is", "uit.csv");
        String nothing = rounds.stream().filter(summary -> summary.sent() == 0).findFirst().orElseThrow().round().title();

        assertThat(export(nothing.toUpperCase(Locale.ROOT), "uit.xlsx")).isEqualTo(new Said(1, "",
                nothing.toUpperCase(Locale.ROOT) + ": no centre has sent anything yet, so there is nothing to export; no file was made."));
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err()).isEqualTo(
                "een ronde die er niet is: there is no such round and no such instrument with a round; name a round by its id.");
        assertThat(unknown.out()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void anotherEndingAndAFolderThatIsNotThereAreRefused() throws IOException {
        Said ending = export("x", "uit.ods");
        Said nowhere = export("poolster-clb", "nergens/uit.csv");

        assertThat(ending.exit()).isEqualTo(2);
        assertThat(ending.err()).contains("expected a file that ends in .csv or .xlsx");
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("cannot be written").doesNotContain("\tat ");
        assertThat(files()).isEmpty();
    }
}
