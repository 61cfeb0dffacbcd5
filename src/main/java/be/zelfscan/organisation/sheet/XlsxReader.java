package be.zelfscan.organisation.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads a workbook as an XLSX file. */
final class XlsxReader {
    /** The sheet that explains; nothing in it is read. */
    static final String EXPLANATION = "Uitleg";

    private XlsxReader() {}

    static SheetContent read(byte[] content) {
        try {
            Optional<byte[]> bounded = new BoundedZip().repack(content);
            return bounded.isPresent() ? readBounded(bounded.get())
                    : SheetContent.unreadable("Dit XLSX-bestand is te groot of vreemd opgebouwd. Zet alles over in een nieuw sjabloon.");
        } catch (IOException | RuntimeException broken) {
            // The library says what is wrong with a file by many exceptions, none of which helps who made it.
            return SheetContent.unreadable(
                    "Dit XLSX-bestand is niet te lezen. Open het in je rekenblad, bewaar het opnieuw als XLSX en probeer nog eens.");
        }
    }

    private static SheetContent readBounded(byte[] content) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        List<SheetFault> faults = new ArrayList<>();
        boolean known = false;
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                Optional<SheetKind> kind = SheetKind.of(sheet.getName());
                known |= kind.isPresent();
                if (kind.isPresent()) {
                    SheetContent read = read(sheet, kind.get());
                    rows.addAll(read.rows());
                    faults.addAll(read.faults());
                } else if (!sheet.getName().equals(EXPLANATION)) {
                    faults.add(new SheetFault(sheet.getName(), 0, "",
                            "Dit werkblad kennen we niet. Bedoeld zijn: Scholengroepen, Centra, Vestigingen en Mensen."));
                }
            }
        }
        if (!known) {
            faults.add(SheetFault.ofFile(
                    "Geen van de werkbladen Scholengroepen, Centra, Vestigingen en Mensen staat in dit bestand. Begin met het sjabloon."));
        }
        return new SheetContent(List.copyOf(rows), List.copyOf(faults));
    }

    private static SheetContent read(Sheet sheet, SheetKind kind) throws IOException {
        TableReader reader = new TableReader(kind);
        try (Stream<Row> rows = sheet.openStream()) {
            Iterator<Row> each = rows.iterator();
            boolean more = true;
            while (more && each.hasNext()) {
                Row row = each.next();
                List<TableReader.Cell> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell == null ? TableReader.Cell.of("") : cell(cell)));
                more = reader.take(row.getRowNum(), cells);
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
