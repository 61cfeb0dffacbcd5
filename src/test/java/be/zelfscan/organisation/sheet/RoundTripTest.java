package be.zelfscan.organisation.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.organisation.sheet.ExportSheet.SheetWriter;
import be.zelfscan.organisation.sheet.ImportPlan.Fate;
import be.zelfscan.organisation.sheet.ImportRules.Verdict;
import be.zelfscan.organisation.sheet.SheetKind.SheetColumn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** What was exported imports again without a change. */
class RoundTripTest {
    private final ExportSheet.Rows rows = new ExportSheet.Rows(SmallNet.net());

    @Test
    void aWorkbookComesBackAsItWas() {
        assertChangesNothing(SheetContent.read(SheetWriter.xlsx(rows::of)));
    }

    /** A text in a workbook is a text; an apostrophe before it would only be read as a part of it. */
    @Test
    void aWorkbookHasNamesAsTheyAreAndOnlyACsvFileGuardsThem() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(SheetWriter.xlsx(rows::of)))) {
            List<String> names = workbook.getSheets().filter(sheet -> !sheet.getName().equals(XlsxReader.EXPLANATION)).flatMap(sheet -> {
                try {
                    return sheet.read().stream().flatMap(Row::stream).filter(Objects::nonNull).map(Cell::getText);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).toList();
            assertThat(names).contains("=Centrum+1", "@Zonder Rol").noneMatch(name -> name.matches("'[=@].*"));
        }
        SheetContent typed = SheetContent.read(SheetWriter.xlsx(kind -> kind.columns().contains(SheetColumn.centre)
                ? List.of(Map.of(SheetColumn.centre, "'=Centrum+1")) : List.of()));
        assertThat(typed.rows()).isNotEmpty().allSatisfy(row -> assertThat(row.toString()).contains("'=Centrum+1"));
    }

    @Test
    void aCsvFileComesBackAsItWas() {
        byte[] csv = SheetWriter.csv(rows.of(SheetKind.flat));

        assertThat(new String(csv, StandardCharsets.UTF_8)).startsWith("\uFEFFScholengroep;Centrum;").contains("'=Centrum+1",
                "'@Zonder Rol");
        assertChangesNothing(SheetContent.read(csv));
    }

    @Test
    void commasAndNoMarkAreReadAsWell() {
        String csv = "scholengroep,CENTRUM,Vestiging,Naam,e-mail,Rol\n, centrum  toren ,,Tine Nieuw,TINE@test.example ,Directeur\n";

        assertThat(plan(SheetContent.read(csv.getBytes(StandardCharsets.UTF_8))).changes().people()).singleElement()
                .satisfies(person -> assertThat(person.name()).isEqualTo("Tine Nieuw"));
    }

    @Test
    void theTemplateHoldsNothingYet() {
        assertThat(SheetContent.read(SheetWriter.xlsx(kind -> List.of())).faults()).singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("nog niets in dit bestand"));
    }

    private static void assertChangesNothing(SheetContent content) {
        ImportPlan plan = plan(content);

        assertThat(plan.changes().isEmpty()).as(plan.lines().toString()).isTrue();
        assertThat(plan.lines()).hasSize(7).allSatisfy(line -> assertThat(line.fate()).isEqualTo(Fate.same));
    }

    private static ImportPlan plan(SheetContent content) {
        return ((Verdict.Sound) ImportRules.judge(SmallNet.net(), content, UUID::randomUUID)).plan();
    }
}
