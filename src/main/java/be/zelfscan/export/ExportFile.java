package be.zelfscan.export;

import java.util.Optional;
import java.util.stream.Stream;

/** The files that data is taken out as. */
public enum ExportFile {
    answers("antwoorden.csv", "één rij per antwoord (CSV)"), centres("centra.csv", "één rij per centrum (CSV)"), codebook("codeboek.csv",
            "codeboek (CSV)"), workbook("uitvoer.xlsx", "antwoorden, centra en codeboek (XLSX)");

    private final String fileName;
    private final String label;

    ExportFile(String fileName, String label) {
        this.fileName = fileName;
        this.label = label;
    }

    /** As its address ends. */
    public String fileName() {
        return fileName;
    }

    /** As the interface words it. */
    public String label() {
        return label;
    }

    boolean isCsv() {
        return this != workbook;
    }

    static Optional<ExportFile> of(String fileName) {
        return Stream.of(values()).filter(file -> file.fileName.equals(fileName)).findFirst();
    }

    /** What parts the cells of a CSV file. */
    public enum Delimiter {
        /** As a spreadsheet in Flanders expects it. */
        semicolon("puntkomma", ';'), comma("komma", ',');

        private final String label;
        private final char sign;

        Delimiter(String label, char sign) {
            this.label = label;
            this.sign = sign;
        }

        /** As addresses and the interface word it. */
        public String label() {
            return label;
        }

        char sign() {
            return sign;
        }

        static Optional<Delimiter> of(String label) {
            return Stream.of(values()).filter(delimiter -> delimiter.label.equals(label)).findFirst();
        }
    }
}
