package be.zelfscan.organisation.sheet;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.organisation.Centre;
import be.zelfscan.organisation.Endable;
import be.zelfscan.organisation.Net;
import be.zelfscan.organisation.NetRepository;
import be.zelfscan.organisation.PersonWithRoles;
import be.zelfscan.organisation.PersonWithRoles.HeldRole;
import be.zelfscan.organisation.Role;
import be.zelfscan.organisation.SchoolGroup;
import be.zelfscan.organisation.sheet.SheetKind.SheetColumn;
import be.zelfscan.organisation.sheet.SheetKind.RoleNames;
import be.zelfscan.text.EmailAddress;
import be.zelfscan.text.Names;
import be.zelfscan.text.CellGuard;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the net as a sheet that imports again without a change. */
@Singleton
class ExportSheet {
    private final NetRepository net;
    private final ActivityLog log;

    ExportSheet(NetRepository net, ActivityLog log) {
        this.net = net;
        this.log = log;
    }

    @Transactional
    byte[] xlsx() {
        log.note(Action.exported, Net.ID, "scholengroepen, centra, vestigingen en mensen (XLSX)");
        Rows rows = new Rows(net.read());
        return SheetWriter.xlsx(rows::of);
    }

    @Transactional
    byte[] csv() {
        log.note(Action.exported, Net.ID, "scholengroepen, centra, vestigingen en mensen (CSV)");
        return SheetWriter.csv(new Rows(net.read()).of(SheetKind.flat));
    }

    /** The same workbook without anything in it. */
    byte[] template() {
        return SheetWriter.xlsx(kind -> List.of());
    }

    /** What goes on in the net as the rows of a sheet, which import again without a change. Pure. */
    static final class Rows {
        private final Net net;
        private final Map<UUID, String> groupNames = new HashMap<>();
        private final Map<UUID, String> centreNames = new HashMap<>();

        Rows(Net net) {
            this.net = net;
            net.schoolGroups().stream().filter(Endable::isActive).forEach(group -> groupNames.put(group.id(), group.name()));
            net.centres().stream().filter(Endable::isActive).forEach(centre -> centreNames.put(centre.id(), centre.name()));
        }

        List<Map<SheetColumn, String>> of(SheetKind sheet) {
            return switch (sheet) {
                case school_groups ->
                    net.schoolGroups().stream().filter(SchoolGroup::isActive).map(group -> Map.of(SheetColumn.school_group, group.name()))
                            .toList();
                case centres -> net.centres().stream().filter(Centre::isActive).flatMap(this::centre).toList();
                case sites -> net.sites().stream().filter(site -> site.isActive() && centreNames.containsKey(site.centreId()))
                        .map(site -> Map.of(SheetColumn.centre, centreNames.get(site.centreId()), SheetColumn.site, site.name())).toList();
                case people -> net.people().stream().filter(PersonWithRoles::isActive).flatMap(this::person).toList();
                case flat -> SheetKind.ofWorkbook().stream().flatMap(kind -> of(kind).stream()).toList();
            };
        }

        private Stream<Map<SheetColumn, String>> centre(Centre centre) {
            List<String> groups = centre.schoolGroups().stream().filter(groupNames::containsKey).map(groupNames::get).sorted(Names.IN_ORDER)
                    .toList();
            return (groups.isEmpty() ? Stream.of("") : groups.stream())
                    .map(group -> Map.of(SheetColumn.centre, centre.name(), SheetColumn.school_group, group));
        }

        private Stream<Map<SheetColumn, String>> person(PersonWithRoles person) {
            List<HeldRole> roles = person.roles().stream().filter(held -> held.where().isEmpty() || !whereName(held).isEmpty())
                    .sorted(Comparator.comparing(HeldRole::role).thenComparing(this::whereName, Names.IN_ORDER)).toList();
            return roles.isEmpty() ? Stream.of(basics(person)) : roles.stream().map(held -> {
                Map<SheetColumn, String> row = basics(person);
                row.put(SheetColumn.role, RoleNames.of(held.role()));
                held.where().ifPresent(
                        where -> row.put(held.role() == Role.leader ? SheetColumn.school_group : SheetColumn.centre, whereName(held)));
                return row;
            });
        }

        private static Map<SheetColumn, String> basics(PersonWithRoles person) {
            Map<SheetColumn, String> row = new EnumMap<>(SheetColumn.class);
            row.put(SheetColumn.name, person.name());
            row.put(SheetColumn.email, EmailAddress.shown(person.email()));
            return row;
        }

        private String whereName(HeldRole held) {
            return held.where().map(where -> (held.role() == Role.leader ? groupNames : centreNames).getOrDefault(where, "")).orElse("");
        }
    }

    /** Writes the sheets of the net. */
    static final class SheetWriter {
        private static final String TEXT = "@";
        private static final String SHADE = "E2ECF1";
        private static final double WIDTH = 38;
        private static final double WIDE = 110;
        /** What the first sheet tells whoever fills it in. */
        private static final List<String> EXPLANATION = List.of("Zo vul je dit bestand in",
                "Elk werkblad heeft een rij met kolomtitels. Laat die staan en schrijf eronder, één ding per rij.",
                "Scholengroepen: één rij per scholengroep.",
                "Centra: één rij per centrum, met de scholengroep waarvoor het werkt. Werkt een centrum voor meer scholengroepen, geef "
                        + "het dan een rij per scholengroep.",
                "Vestigingen: één rij per vestiging, met het centrum waarbij ze hoort.",
                "Mensen: één rij per rol. Wie meer rollen heeft, krijgt meer rijen, telkens met dezelfde naam en hetzelfde e-mailadres.",
                "Rollen: " + String.join(", ", RoleNames.all())
                        + ". Bij lid, beleidsondersteuner en directeur vul je het centrum in; bij verantwoordelijke de scholengroep; bij "
                        + "POC+ geen van beide.",
                "Namen en e-mailadressen zijn de sleutels. Hoofdletters en spaties vooraan of achteraan maken geen verschil.",
                "Een import voegt toe en vult aan. Wat niet in het bestand staat, blijft zoals het is; wegnemen en beëindigen doe je op "
                        + "het scherm.",
                "Voor je iets bewaart, zie je wat er verandert. Klopt er ergens iets niet, dan verandert er niets.",
                "Een tekst die met =, +, - of @ begint, krijgt bij een export als CSV een apostrof ervoor, zodat je rekenblad er geen "
                        + "formule van maakt. Bij een import van CSV valt die weer weg.");

        private SheetWriter() {}

        /** A workbook, with a sheet that explains; every column is text, so that nothing turns into a number or a formula. */
        static byte[] xlsx(Function<SheetKind, List<Map<SheetColumn, String>>> rows) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (Workbook workbook = new Workbook(out, "Zelfscan", "1.0")) {
                explanation(workbook.newWorksheet(XlsxReader.EXPLANATION));
                for (SheetKind kind : SheetKind.ofWorkbook()) {
                    sheet(workbook.newWorksheet(kind.title()), kind.columns(), rows.apply(kind));
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return out.toByteArray();
        }

        private static void explanation(Worksheet sheet) {
            sheet.width(0, WIDE);
            for (int i = 0; i < EXPLANATION.size(); i++) {
                sheet.value(i, 0, EXPLANATION.get(i));
                sheet.style(i, 0).wrapText(true).set();
            }
            sheet.style(0, 0).bold().fontSize(14).set();
        }

        private static void sheet(Worksheet sheet, List<SheetColumn> columns, List<Map<SheetColumn, String>> rows) {
            for (int place = 0; place < columns.size(); place++) {
                sheet.width(place, WIDTH);
                sheet.style(place).format(TEXT).set();
                sheet.value(0, place, columns.get(place).header());
                sheet.style(0, place).bold().fillColor(SHADE).format(TEXT).set();
                for (int row = 0; row < rows.size(); row++) {
                    String text = rows.get(row).getOrDefault(columns.get(place), "");
                    if (!text.isEmpty()) {
                        sheet.value(row + 1, place, text);
                        sheet.style(row + 1, place).format(TEXT).set();
                    }
                }
            }
            sheet.freezePane(0, 1);
        }

        /** The flat sheet as a spreadsheet in Flanders opens it: UTF-8 with a mark, semicolons. */
        static byte[] csv(List<Map<SheetColumn, String>> rows) {
            StringWriter text = new StringWriter();
            text.write('\uFEFF');
            List<SheetColumn> columns = SheetKind.flat.columns();
            try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.EXCEL.builder().setDelimiter(';').get())) {
                printer.printRecord(columns.stream().map(SheetColumn::header));
                for (Map<SheetColumn, String> row : rows) {
                    printer.printRecord(columns.stream().map(column -> CellGuard.guarded(row.getOrDefault(column, ""))));
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
