package be.zelfscan.organisation.sheet;

import be.zelfscan.organisation.sheet.SheetKind.SheetColumn;
import be.zelfscan.text.CellGuard;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What was read from a file, and what could not be. */
public record SheetContent(List<SheetRow> rows, List<Fault> faults) {
    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};
    private static final byte[] OLD_WORKBOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    static SheetContent unreadable(String sentence) {
        return new SheetContent(List.of(), List.of(Fault.ofFile(sentence)));
    }

    /** Of an uploaded file, whatever it is called. */
    static SheetContent read(byte[] file) {
        if (begins(file, OLD_WORKBOOK)) {
            return unreadable(
                    "Dit is een Excel-bestand van een oude soort, of er zit een wachtwoord op. Bewaar het zonder wachtwoord als XLSX.");
        }
        SheetContent read = begins(file, ARCHIVE) ? XlsxReader.read(file) : CsvReader.read(file);
        return read.rows().isEmpty() && read.faults().isEmpty() ? unreadable("Er staat nog niets in dit bestand onder de kolomtitels.")
                : read;
    }

    private static boolean begins(byte[] file, byte[] with) {
        return file.length >= with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
    }

    /**
     * Something in a file that cannot be.
     *
     * @param sheet title of the sheet; empty when it is about the file
     * @param row number of the row; 0 when it is about the sheet
     * @param column what stands above it; empty when it is about the row
     */
    public record Fault(String sheet, int row, String column, String sentence) {
        /** Where it is. */
        record CellPlace(String sheet, int row, String column) {}

        CellPlace place() {
            return new CellPlace(sheet, row, column);
        }

        static Fault ofFile(String sentence) {
            return new Fault("", 0, "", sentence);
        }
    }

    /** Reads a CSV file in UTF-8, with or without a byte order mark, its cells parted by semicolons or commas. */
    static final class CsvReader {
        private static final String MARK = "\uFEFF";

        /** The line by which Excel learns the separator; it is no part of the table. */
        private static final Pattern SEPARATOR = Pattern.compile("sep=([;,|\\t])[;,]*(?:\\r\\n|\\r|\\n)", Pattern.CASE_INSENSITIVE);

        private CsvReader() {}

        static SheetContent read(byte[] content) {
            String text;
            try {
                text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            } catch (CharacterCodingException other) {
                return SheetContent.unreadable(
                        "De letters in dit bestand zijn niet te lezen. Kies in Excel bij Opslaan als de soort ‘CSV UTF-8’, of bewaar het "
                                + "als XLSX.");
            }
            String table = text.startsWith(MARK) ? text.substring(1) : text;
            if (table.indexOf('\0') >= 0) {
                return SheetContent.unreadable("Dit is geen XLSX- of CSV-bestand. Begin met het sjabloon.");
            }
            Matcher said = SEPARATOR.matcher(table);
            if (said.lookingAt()) {
                return read(table.substring(said.end()), said.group(1).charAt(0));
            }
            return read(table, delimiter(table.lines().filter(line -> !line.isBlank()).findFirst().orElse("")));
        }

        /** The one that parts the most known columns. */
        private static char delimiter(String head) {
            return Stream.of(';', ',')
                    .max(Comparator.comparingLong(sign -> Stream.of(head.split(String.valueOf(sign), TableReader.MOST_CELLS))
                            .filter(cell -> SheetColumn.of(cell.replace("\"", "")).isPresent()).count()))
                    .orElse(';');
        }

        /** Whether a line could make more cells than a row may have; the parser would keep all of them. */
        private static boolean hasTooManyCells(String table, char delimiter) {
            int cells = 1;
            for (int i = 0; i < table.length(); i++) {
                char sign = table.charAt(i);
                cells = sign == '\n' || sign == '\r' ? 1 : sign == delimiter ? cells + 1 : cells;
                if (cells > TableReader.MOST_CELLS) {
                    return true;
                }
            }
            return false;
        }

        private static SheetContent read(String table, char delimiter) {
            if (hasTooManyCells(table, delimiter)) {
                return SheetContent.unreadable("In dit CSV-bestand staat een rij van meer dan 1.000 cellen. Begin met het sjabloon.");
            }
            CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
            TableReader reader = new TableReader(SheetKind.flat);
            try (CSVParser parser = CSVParser.parse(new StringReader(table), format)) {
                for (CSVRecord row : parser) {
                    List<TableReader.Cell> cells = row.stream().map(CellGuard::unguarded).map(TableReader.Cell::of).toList();
                    if (!reader.take((int) row.getRecordNumber(), cells, false)) {
                        break;
                    }
                }
            } catch (UncheckedIOException | IOException broken) {
                return SheetContent.unreadable(
                        "De aanhalingstekens in dit CSV-bestand kloppen niet: ergens staat er een te veel of te weinig. Bewaar het "
                                + "opnieuw vanuit je rekenblad.");
            }
            return reader.content();
        }
    }
}
