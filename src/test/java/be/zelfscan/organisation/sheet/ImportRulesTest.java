package be.zelfscan.organisation.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.organisation.PersonWithRoles.HeldRole;
import be.zelfscan.organisation.Role;
import be.zelfscan.organisation.SchoolGroup;
import be.zelfscan.organisation.sheet.ImportPlan.Fate;
import be.zelfscan.organisation.sheet.ImportRules.Verdict;
import be.zelfscan.organisation.sheet.SheetContent.Fault;
import be.zelfscan.organisation.sheet.SheetKind.SheetColumn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportRulesTest {
    private static final String HEAD = "Scholengroep;Centrum;Vestiging;Naam;E-mail;Rol\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Groep Fout;Centrum Nieuw;;;;|Scholengroep|bestaat niet",
            "Groep Weg;Centrum Nieuw;;;;|Scholengroep|is beëindigd",
            ";Centrum Nieuw;;;;|Scholengroep|Vul in voor welke scholengroep",
            ";Centrum Dicht;;;;|Scholengroep|Vul in voor welke scholengroep",
            ";Centrum Fout;Vest;;;|Centrum|bestaat niet",
            ";Centrum Dicht;Vest;;;|Centrum|is beëindigd",
            ";;Vest;;;|Centrum|ontbreekt de naam van het centrum",
            "Groep Noord;Centrum Toren;Vest;;;|Scholengroep|Laat dit leeg",
            ";Centrum Toren;;;a@test.example;lid|Naam|ontbreekt de naam",
            ";Centrum Toren;;An;;lid|E-mail|ontbreekt het e-mailadres",
            ";Centrum Toren;;An;an bij test;lid|E-mail|geen e-mailadres",
            ";Centrum Toren;;An;a@test.example;baas|Rol|kennen we niet",
            ";Centrum Toren;;An;a@test.example;|Rol|ontbreekt de rol",
            ";;;An;a@test.example;lid|Centrum|van welk centrum",
            ";Centrum Fout;;An;a@test.example;lid|Centrum|bestaat niet",
            "Groep Noord;Centrum Toren;;An;a@test.example;lid|Scholengroep|Laat dit leeg",
            ";;;An;a@test.example;verantwoordelijke|Scholengroep|voor welke scholengroep",
            "Groep Noord;;;An;a@test.example;POC+|Scholengroep|Laat dit leeg"})
    void aRowThatCannotBeIsNamedByRowAndColumn(String row, String column, String sentence) {
        assertThat(faults(HEAD + row + "\n")).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo(2);
            assertThat(fault.column()).isEqualTo(column);
            assertThat(fault.sentence()).contains(sentence);
        });
    }

    /** What Excel for Windows calls a dash comes out of some programs as a control that nobody sees. */
    @Test
    void aDashThatBecameAControlIsNamedWhereverItStandsAndNothingIsLost() {
        String rows = "Groep\u0096Zuid;;;;;\nGroep Noord;Centrum\u0096Nieuw;;;;\n;Centrum Toren;Vest\u0096Oost;;;\n;Centrum "
                + "Toren;;An\u0096Bo;a@test.example;lid\n"
                + ";Centrum Toren;;Cas;c\u0096d@test.example;lid\n";
        assertThat(faults(HEAD + rows)).extracting(fault -> fault.row() + " " + fault.column()).containsExactly("2 Scholengroep",
                "3 Centrum",
                "4 Vestiging", "5 Naam", "6 E-mail");
        assertThat(faults(HEAD + rows)).allSatisfy(fault -> assertThat(fault.sentence()).contains("onzichtbaar teken (U+0096) achter ‘"));
        SheetContent read = SheetContent.read((HEAD + rows).getBytes(StandardCharsets.UTF_8));
        assertThat(read.rows()).hasSize(5);
        assertThat(read.rows().getFirst().at(SheetColumn.school_group)).isEqualTo("Groep\u0096Zuid");
        assertThat(plan(HEAD + rows.replace("\u0096", "-")).changes().schoolGroups()).extracting(SchoolGroup::name)
                .containsExactly("Groep-Zuid");
    }

    @Test
    void aLetterOfAnotherAlphabetIsNamedByRowAndColumn() {
        assertThat(faults(HEAD + "Groep N\u043E\u043Erd;;;;;\n")).singleElement().satisfies(fault -> {
            assertThat(fault.row() + fault.column()).isEqualTo("2Scholengroep");
            assertThat(fault.sentence()).contains("Cyrillische letter", "U+043E");
        });
    }

    @Test
    void oneAddressIsOfOnePerson() {
        assertThat(faults(HEAD + ";;;An;a@test.example;\n;;;AN;A@test.example;\n;;;Bo;a@test.example;\n")).singleElement()
                .satisfies(fault -> assertThat(fault.row() + fault.column() + fault.sentence()).isEqualTo(
                        "4E-mailOp rij 2 hoort dit e-mailadres bij ‘An’. Eén adres is van één persoon."));
    }

    @Test
    void aColumnThatLacksOrIsUnknownIsNamedOnce() {
        assertThat(faults("Scholengroep;Centrum;Vestiging;Naam;Telefoon;Rol\n;;;An;1;lid\n")).extracting(Fault::column)
                .containsExactlyInAnyOrder("Telefoon", "E-mail", "Centrum");
    }

    @Test
    void whatIsNewIsAddedAndWhatEndedGoesOnAgain() {
        ImportPlan plan = plan(HEAD + "Groep Weg;;;;;\ngroep weg;Centrum Dicht;;;;\nGroep Nieuw;;;;;\nGroep Nieuw;centrum toren;;;;\n"
                + ";Centrum Toren;Bijgebouw;;;\n;Centrum Dicht;;Tine;weg@test.example;lid\n");

        assertThat(plan.changes().schoolGroups()).extracting(SchoolGroup::name).containsExactly("Groep Weg", "Groep Nieuw");
        assertThat(plan.changes().schoolGroups()).allMatch(SchoolGroup::isActive);
        assertThat(plan.changes().centres()).hasSize(2).allMatch(centre -> centre.isActive());
        assertThat(plan.changes().sites()).singleElement().satisfies(site -> assertThat(site.centreId()).isEqualTo(SmallNet.TOWER));
        assertThat(plan.changes().people()).singleElement().satisfies(person -> {
            assertThat(person.isActive()).isTrue();
            assertThat(person.name()).isEqualTo("Tine");
            assertThat(person.roles()).containsExactly(new HeldRole(Role.member, Optional.of(SmallNet.CLOSED)));
        });
        assertThat(plan.count(SheetRow.Kind.school_group, Fate.changed)).isEqualTo(1);
        assertThat(plan.roleChanges().values()).containsExactly("erbij: lid van het beleidsteam, Centrum Dicht");
    }

    @Test
    void aCentreThatGoesOnAgainDoesSoWithoutItsSchoolGroupThatEnded() {
        ImportPlan plan = plan(HEAD + "Groep Noord;Centrum Dicht;;;;\n");

        assertThat(plan.changes().centres()).singleElement()
                .satisfies(centre -> assertThat(centre.schoolGroups()).containsExactly(SmallNet.NORTH));
        assertThat(plan.lines()).filteredOn(line -> line.kind() == SheetRow.Kind.centre).singleElement().satisfies(
                line -> assertThat(line.words())
                        .isEqualTo("weer in gebruik; werkt voor Groep Noord; niet meer voor Groep Weg, die beëindigd is"));
    }

    @Test
    void nothingIsTakenAway() {
        ImportPlan plan = plan(HEAD + ";Centrum Toren;;'t Tine;tine@test.example;lid\n");

        assertThat(plan.changes().people()).singleElement().satisfies(person -> assertThat(person.roles()).hasSize(6));
    }

    @Test
    void onePlanIsKnownAgainByItsFingerprint() {
        String sheet = HEAD + "Groep Nieuw;;;;;\n";

        assertThat(plan(sheet).fingerprint()).isEqualTo(plan(sheet).fingerprint())
                .isNotEqualTo(plan(HEAD + "Groep Anders;;;;;\n").fingerprint());
    }

    private static List<Fault> faults(String csv) {
        return ((Verdict.Faulty) judge(csv)).faults();
    }

    private static ImportPlan plan(String csv) {
        return ((Verdict.Sound) judge(csv)).plan();
    }

    private static Verdict judge(String csv) {
        return ImportRules.judge(SmallNet.net(), SheetContent.read(csv.getBytes(StandardCharsets.UTF_8)), UUID::randomUUID);
    }
}
