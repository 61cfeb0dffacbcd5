package be.zelfscan.organisation.sheet;

import be.zelfscan.organisation.sheet.SheetContent.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads a workbook as an XLSX file. */
final class XlsxReader {
    /** The sheet that explains; nothing in it is read. */
    static final String EXPLANATION = "Uitleg";

    private static final int MOST_SHEETS = 100;

    private XlsxReader() {}

    static SheetContent read(byte[] content) {
        try {
            BoundedZip zip = new BoundedZip();
            Optional<byte[]> bounded = zip.repack(content);
            return bounded.isPresent() ? readBounded(bounded.get(), zip)
                    : SheetContent.unreadable("Dit XLSX-bestand is te groot of vreemd opgebouwd. Zet alles over in een nieuw sjabloon.");
        } catch (IOException | RuntimeException broken) {
            // The library says what is wrong with a file by many exceptions, none of which helps who made it.
            return SheetContent.unreadable(
                    "Dit XLSX-bestand is niet te lezen. Open het in je rekenblad, bewaar het opnieuw als XLSX en probeer nog eens.");
        }
    }

    private static SheetContent readBounded(byte[] content, BoundedZip zip) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<SheetKind> known = EnumSet.noneOf(SheetKind.class);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            for (Sheet sheet : workbook.getSheets().limit(MOST_SHEETS).toList()) {
                Optional<SheetKind> kind = SheetKind.of(sheet.getName());
                if (kind.isPresent() && !known.add(kind.get())) {
                    faults.add(new Fault(sheet.getName(), 0, "", "Dit werkblad staat er twee keer."));
                } else if (kind.isPresent()) {
                    SheetContent read = read(sheet, kind.get(), zip.hiddenRows(sheet.getId()));
                    rows.addAll(read.rows());
                    faults.addAll(read.faults());
                } else if (!sheet.getName().equals(EXPLANATION)) {
                    faults.add(new Fault(sheet.getName(), 0, "",
                            "Dit werkblad kennen we niet. Bedoeld zijn: Scholengroepen, Centra, Vestigingen en Mensen."));
                }
            }
        }
        if (known.isEmpty()) {
            faults.add(Fault.ofFile(
                    "Geen van de werkbladen Scholengroepen, Centra, Vestigingen en Mensen staat in dit bestand. Begin met het sjabloon."));
        }
        return new SheetContent(List.copyOf(rows), List.copyOf(faults));
    }

    private static SheetContent read(Sheet sheet, SheetKind kind, Set<Integer> hiddenRows) throws IOException {
        TableReader reader = new TableReader(kind);
        boolean hidden = sheet.getVisibility() != SheetVisibility.VISIBLE;
        try (Stream<Row> rows = sheet.openStream()) {
            Iterator<Row> each = rows.iterator();
            boolean more = true;
            while (more && each.hasNext()) {
                Row row = each.next();
                List<TableReader.Cell> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell == null ? TableReader.Cell.of("") : cell(cell)));
                more = reader.take(row.getRowNum(), cells, hidden || hiddenRows.contains(row.getRowNum()));
            }
        }
        return reader.content();
    }

    private static TableReader.Cell cell(Cell cell) {
        String text = cell.getRawValue() == null ? "" : cell.getRawValue();
        boolean wanting = cell.getType() == CellType.STRING || cell.getType() == CellType.EMPTY;
        return wanting ? TableReader.Cell.of(text) : new TableReader.Cell(text, Optional.of(switch (cell.getType()) {
            case FORMULA -> "Hier staat een formule. Schrijf de tekst zelf in de cel.";
            case NUMBER -> "Hier staat een getal of een datum. Maak er tekst van: zet er een apostrof (') voor.";
            case BOOLEAN -> "Hier staat waar of onwaar. Schrijf gewone tekst in de cel.";
            case ERROR -> "Hier staat een foutmelding van het rekenblad. Schrijf de tekst zelf in de cel.";
            case STRING, EMPTY -> "";
        }));
    }
}
