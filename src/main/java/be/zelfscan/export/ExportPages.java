package be.zelfscan.export;

import be.zelfscan.web.Shell;
import java.util.List;
import java.util.Map;

/** What the pages of taking data out show; the templates of {@code src/main/jte/export} take these. */
public final class ExportPages {
    private ExportPages() {}

    /** Something to choose, with what is told beside it. */
    public record Choice(String value, String label, String detail) {}

    /**
     * Where one chooses what to take out.
     *
     * @param problem why it cannot be; empty when nothing was chosen yet
     * @param at the field that the problem is about
     */
    public record Choosing(Shell shell, ExportForm form, String problem, String at, List<Choice> rounds, List<Choice> instruments) {
        public String problemAt(String field) {
            return field.equals(at) ? problem : "";
        }

        public boolean isRefused() {
            return !problem.isEmpty();
        }

        public List<Choice> files() {
            return List.of(
                    new Choice(ExportFile.workbook.fileName(), "Werkboek voor Excel (XLSX)",
                            "drie werkbladen: Antwoorden, Centra en Codeboek"),
                    new Choice(ExportFile.answers.fileName(), "Antwoorden (CSV)", "één rij per antwoord, met de toelichtingen"),
                    new Choice(ExportFile.centres.fileName(), "Centra (CSV)",
                            "één rij per centrum, met een kolom per vraag of per keuze"),
                    new Choice(ExportFile.codebook.fileName(), "Codeboek (CSV)", "wat elke kolom en elke code betekent"));
        }

        public List<Choice> delimiters() {
            return List.of(new Choice(Delimiter.semicolon.label(), "Puntkomma ( ; )", "zo opent Excel het hier meteen goed"),
                    new Choice(Delimiter.comma.label(), "Komma ( , )", "voor andere programma’s, zoals R of Python"));
        }
    }

    /** What lets a program read, with the page that asks whether it is to be revoked. */
    public record Token(String revocation, String name, String made, String lastDay, String used) {}

    /**
     * All tokens of somebody, and the form for one more.
     *
     * @param problems a sentence by field
     */
    public record Tokens(Shell shell, List<Token> lines, String name, String lastDay, Map<String, String> problems) {
        public String problem(String field) {
            return problems.getOrDefault(field, "");
        }
    }

    /** A new token, the one time that its secret is shown. */
    public record MadeToken(Shell shell, String name, String secret, String lastDay) {}
}
