package be.zelfscan.organisation.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet;
import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestService;
import be.zelfscan.organisation.Net;
import be.zelfscan.organisation.NetRepository;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Importing and exporting the net, as the support team meets it. */
class ImportIT {
    /** Of its own, since it compares the whole net before and after. */
    private static final TestService SERVICE = TestService.with(Map.of());
    private static final String HEAD = "Scholengroep;Centrum;Vestiging;Naam;E-mail;Rol\n";
    private static final String IMPORT = "/organisatie/import";

    private final TestService service = SERVICE;
    private final TestNet test = new TestNet(service);
    private final Visitor support = test.visitor(Actor.support);
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private Net net() {
        return service.context().getBean(NetRepository.class).read();
    }

    private Page upload(String csv) {
        return support.upload(IMPORT, "bestand", "blad.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private Page confirm(Page preview) {
        return support.submit(preview.form("/bevestiging"));
    }

    private String sheet() {
        return HEAD
                + ("Groep %1$s;;;;;\nGroep %1$s;Centrum %1$s;;;;\n;Centrum %1$s;Vestiging Eén;;;\n"
                        + ";Centrum %1$s;;Dirk;dirk-%1$s@test.example;directeur\n")
                        .formatted(unique);
    }

    @Test
    void whatWasExportedImportsWithoutAChange() {
        service.change("insert into person (id, name, email) values (?, '=HYPERLINK(\"x\")', ?)", UUID.randomUUID(),
                unique + "@test.example");
        Net before = net();
        for (String file : List.of("export.xlsx", "export.csv")) {
            byte[] exported = support.get("/organisatie/" + file).body();

            Page preview = support.upload(IMPORT, "bestand", file, exported);

            assertThat(preview.status()).as(preview.text()).isEqualTo(200);
            assertThat(preview.text()).contains("Er verandert niets");
            assertThat(preview.document().select("form[action*=bevestiging]")).isEmpty();
        }
        assertThat(net()).isEqualTo(before);
        assertThat(logged("exported")).isEqualTo(2);
    }

    private long logged(String action) {
        return service.count("select count(*) from activity_log where action = ? and person_id = ?", action, test.person(Actor.support));
    }

    @Test
    void nothingIsSavedBeforeItIsConfirmedAndASecondImportChangesNothing() {
        Net before = net();
        Page preview = upload(sheet());
        assertThat(preview.text()).contains("Er is nog niets bewaard", "Groep " + unique, "directeur van Centrum " + unique);
        assertThat(net()).isEqualTo(before);

        assertThat(confirm(preview).text()).contains("De import is klaar");

        Net after = net();
        assertThat(after.centres()).hasSize(before.centres().size() + 1);
        assertThat(after.sites()).hasSize(before.sites().size() + 1);
        assertThat(after.people()).hasSize(before.people().size() + 1);
        assertThat(logged("imported")).isEqualTo(1);
        assertThat(logged("roles_changed")).isEqualTo(1);
        assertThat(upload(sheet()).text()).contains("Er verandert niets");
        assertThat(net()).isEqualTo(after);
        assertThat(service.count("select count(*) from import_draft where person_id = ? and rows::text like '%' || ? || '%'",
                test.person(Actor.support), "dirk-" + unique)).as("one draft, the newest").isEqualTo(1);
    }

    @Test
    void whatIsConfirmedIsWhatWasSeen() {
        Page preview = upload(sheet());
        support.post("/organisatie/scholengroep", Map.of("naam", List.of("Groep " + unique)));

        Page other = confirm(preview);

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text()).contains("Intussen veranderde er iets");
        assertThat(net().centres()).noneMatch(centre -> centre.name().equals("Centrum " + unique));
        assertThat(confirm(other).status()).isEqualTo(200);
        Page again = confirm(other);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.text()).contains("al bevestigd");
    }

    @Test
    void anotherPersonCannotConfirmWhatSomebodyUploaded() {
        Page preview = upload(sheet());

        Page other = new TestNet(service).visitor(Actor.support).submit(preview.form("/bevestiging"));

        assertThat(other.status()).isEqualTo(404);
    }

    @Test
    void everyFaultIsListedByRowAndColumnAndNothingChanges() throws IOException {
        Net before = net();

        Page faults = support.upload(IMPORT, "bestand", "fouten.xlsx", faultyWorkbook());

        assertThat(faults.status()).isEqualTo(422);
        List<String> found = faults.document().select("tbody tr").stream().map(ImportIT::place).toList();
        assertThat(found).containsExactly("Scholengroepen 3 Scholengroep", "Centra 2 Scholengroep", "Centra 3 Centrum",
                "Centra 4 Scholengroep",
                "Vestigingen 1 Telefoon", "Vestigingen 2 Centrum", "Vestigingen 3 Vestiging", "Mensen 1 Scholengroep", "Mensen 2 Naam",
                "Mensen 3 E-mail", "Mensen 4 E-mail", "Mensen 6 Naam", "Mensen 7 Naam", "Mensen 8 Centrum", "Mensen 9 E-mail",
                "Mensen 10 Rol");
        assertThat(net()).isEqualTo(before);
    }

    @Test
    void thePreviewNamesTheRowsThatTheSpreadsheetHides() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet groups = workbook.newWorksheet("Scholengroepen");
            fill(groups, List.of("Scholengroep"), List.of("Groep A " + unique), List.of("Groep B " + unique), List.of("Groep C " + unique),
                    List.of("Groep D " + unique), List.of("Groep E " + unique));
            List.of(1, 2, 4).forEach(groups::hideRow);
        }

        Page preview = support.upload(IMPORT, "bestand", "gefilterd.xlsx", out.toByteArray());

        assertThat(preview.text())
                .contains("3 rijen zijn in het bestand verborgen of weggefilterd, en worden toch ingelezen: Scholengroepen rij 2–3, 5.");
        assertThat(support.upload(IMPORT, "bestand", "blad.csv", sheet().getBytes(StandardCharsets.UTF_8)).text())
                .doesNotContain("verborgen");
    }

    private static String place(Element row) {
        return String.join(" ", row.select("td").eachText().subList(0, 3));
    }

    /** Sixteen faults, each of another kind but for the names that lack. */
    private byte[] faultyWorkbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            fill(workbook.newWorksheet("Scholengroepen"), List.of("Scholengroep"), List.of("Groep " + unique), List.of("a".repeat(201)));
            fill(workbook.newWorksheet("Centra"), List.of("Centrum", "Scholengroep"), List.of("Centrum " + unique, "Groep Onbekend"),
                    List.of("", "Groep " + unique), List.of("Centrum Alleen " + unique, ""));
            fill(workbook.newWorksheet("Vestigingen"), List.of("Centrum", "Vestiging", "Telefoon"), List.of("Centrum Onbekend", "Eén", ""),
                    List.of("Centrum " + unique, "", ""), List.of("Centrum " + unique, "Twee", ""));
            Worksheet people = workbook.newWorksheet("Mensen");
            fill(people, List.of("Naam", "E-mail", "Rol", "Centrum"), List.of("", "a@test.example"), List.of("An", ""),
                    List.of("Bo", "geen adres"), List.of("Cas", "z@test.example"), List.of("", "c@test.example"),
                    List.of("", "d@test.example"), List.of("Dora", "e@test.example", "lid", "Centrum Onbekend"),
                    List.of("Niet Cas", "z@test.example"), List.of("Els", "f@test.example", "baas", "Centrum " + unique));
            people.formula(5, 0, "1+1");
            people.value(6, 0, 42);
        }
        return out.toByteArray();
    }

    @SafeVarargs
    private static void fill(Worksheet sheet, List<String>... rows) {
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].size(); column++) {
                if (!rows[row].get(column).isEmpty()) {
                    sheet.value(row, column, rows[row].get(column));
                }
            }
        }
    }

    @Test
    void whatIsNoSheetIsRefusedWithASentence() {
        assertThat(support.upload(IMPORT, "bestand", "", new byte[0]).text()).contains("Kies eerst een bestand");
        assertThat(support.upload(IMPORT, "bestand", "foto.xlsx", new byte[]{'P', 'K', 3, 4, 1}).text()).contains("niet te lezen");
        Page large = support.upload(IMPORT, "bestand", "groot.csv", new byte[5_500_000]);
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text()).contains("plaats voor 5 MB");
    }

    @Test
    void theTemplateCanBeFilledIn() {
        Page template = support.get("/organisatie/import/sjabloon.xlsx");

        assertThat(template.response().headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"zelfscan-sjabloon.xlsx\"");
        assertThat(support.upload(IMPORT, "bestand", "sjabloon.xlsx", template.body()).text()).contains("nog niets in dit bestand");
    }

    @Test
    void twoThousandCentresAreImportedAtOnce() {
        StringBuilder sheet = new StringBuilder(HEAD);
        IntStream.range(0, 26).forEach(group -> sheet.append("Massa %s groep %d;;;;;\n".formatted(unique, group)));
        IntStream.range(0, 2000).forEach(i -> sheet.append("""
                Massa %1$s groep %2$d;Massa %1$s %3$d;;;;
                ;Massa %1$s %3$d;Hoofdzetel;;;
                ;Massa %1$s %3$d;;Directeur %3$d;massa-%1$s-%3$d@test.example;directeur
                """.formatted(unique, i % 26, i)));
        try {
            Page done = confirm(upload(sheet.toString()));

            assertThat(done.text()).contains("De import is klaar");
            String like = "Massa " + unique + "%";
            assertThat(service.count("select count(*) from school_group where name like ?", like)).isEqualTo(26);
            assertThat(service.count("select count(*) from centre where name like ?", like)).isEqualTo(2000);
            assertThat(service.count("select count(*) from centre_school_group x join centre c on c.id = x.centre_id where c.name like ?",
                    like))
                    .isEqualTo(2000);
            assertThat(service.count("select count(*) from site s join centre c on c.id = s.centre_id where c.name like ?", like))
                    .isEqualTo(2000);
            assertThat(service.count(
                    "select count(*) from membership m join centre c on c.id = m.centre_id where c.name like ? and role = 'director'",
                    like)).isEqualTo(2000);
            assertThat(service.count("select count(*) from person where email like ?", "massa-" + unique + "-%")).isEqualTo(2000);
        } finally {
            remove("Massa " + unique + "%", "massa-" + unique + "-%");
        }
    }

    /** The other tests meet a small net again. */
    private void remove(String names, String emails) {
        service.change("delete from membership where centre_id in (select id from centre where name like ?)", names);
        service.change("delete from site where centre_id in (select id from centre where name like ?)", names);
        service.change("delete from centre_school_group where centre_id in (select id from centre where name like ?)", names);
        service.change("delete from centre where name like ?", names);
        service.change("delete from school_group where name like ?", names);
        service.change("delete from person where email like ?", emails);
    }
}
