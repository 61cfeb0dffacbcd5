package be.zelfscan.followup;

import be.zelfscan.web.Notice;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;

/** What was done with notes, said on the page where they are searched. */
enum NoteNotice implements Notice {
    /** The address tells how many notes got the label. */
    labelled("gelabeld") {
        @Override
        String sentence(int notes) {
            return switch (notes) {
                case 0 -> "Deze toelichtingen hadden het label al.";
                case 1 -> "Het label hangt aan 1 toelichting meer.";
                default -> "Het label hangt aan " + notes + " toelichtingen meer.";
            };
        }
    },
    taken("label-weg") {
        @Override
        String sentence(int notes) {
            return "Het label is van de toelichting gehaald.";
        }
    };

    private static final String NOTES = "aantal";

    private final String word;

    NoteNotice(String word) {
        this.word = word;
    }

    abstract String sentence(int notes);

    @Override
    public String word() {
        return word;
    }

    @Override
    public String sentence() {
        return sentence(0);
    }

    /** @param address perhaps with a query */
    HttpResponse<?> at(String address, int notes) {
        return at(address + (address.contains("?") ? "&" : "?") + NOTES + "=" + notes);
    }

    /** What the page has to say; empty for nothing. */
    static String said(HttpRequest<?> request) {
        int notes = request.getParameters().getFirst(NOTES).filter(text -> text.matches("\\d{1,3}")).map(Integer::valueOf).orElse(0);
        return Notice.said(request, values()).map(notice -> notice.sentence(notes)).orElse("");
    }
}
