package be.zelfscan.followup;

import be.zelfscan.followup.FollowedRounds.FollowedRound;
import be.zelfscan.question.Question;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Shell;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The notes that were found; {@code src/main/jte/followup/notes.jte} takes this.
 *
 * @param problem why nothing was looked for
 * @param coding address of hanging a label; what is searched stands in it
 */
public record NotesPage(Shell shell, FollowedRound round, NoteSearchForm form, String problem, List<NoteLabels.Label> labels,
        List<Note> notes, int total, String coding, String taking, String done, String refusal, String chosen, String newName,
        Optional<String> previous, Optional<String> next) {

    /** What was done or filled in just before; texts are empty where nothing was. */
    record Filled(String done, String problem, Set<String> ticked, String label, String newName) {
        static Filled done(String sentence) {
            return new Filled(sentence, "", Set.of(), "", "");
        }

        static Filled refused(String sentence) {
            return new Filled("", sentence, Set.of(), "", "");
        }
    }

    /**
     * A note.
     *
     * @param id unique within the page
     * @param key what a form posts of it
     * @param where the round, when notes of several are shown
     */
    public record Note(String id, String key, String centre, String where, String section, String question, List<String> answer,
            List<NotePart> parts, List<NoteLabels.Label> labels, String result, boolean ticked) {
        public String about() {
            return centre + ", " + section + ", " + question;
        }
    }

    public List<Question> questions() {
        return NoteSearchForm.questions(round.questionnaire());
    }

    /** The labels that can still be hung. */
    public List<NoteLabels.Label> usable() {
        return labels.stream().filter(label -> !label.ended()).toList();
    }

    public String count() {
        String notes = BelgianDutch.counted(total, "toelichting", "toelichtingen");
        int last = (total + FindNotes.PAGE_SIZE - 1) / FindNotes.PAGE_SIZE;
        return last < 2 ? notes : "%s, bladzijde %d van %s".formatted(notes, form.pageNumber(), BelgianDutch.number(last));
    }

    public boolean isRefused() {
        return !problem.isEmpty() || !refusal.isEmpty();
    }

    static NotesPage of(Shell shell, FindNotes.Found found, Filled filled) {
        String address = found.round().address() + "/toelichtingen";
        NoteSearchForm form = found.form();
        int page = form.pageNumber();
        boolean all = form.scope().equals(NoteSearchForm.ALL_ROUNDS);
        List<String> words = NoteSearchForm.Filter.parts(found.form().words());
        List<Note> notes = found.hits().stream().map(hit -> note(found.hits().indexOf(hit), hit, all, filled, words)).toList();
        return new NotesPage(shell, found.round(), form, found.problem(), found.labels(), notes, found.total(),
                address + "/codering" + form.query(), address + "/codering/verwijdering" + form.query(), filled.done(), filled.problem(),
                filled.label(), filled.newName(),
                page == 1 ? Optional.empty() : Optional.of(address + form.onPage(page - 1).query()),
                page * FindNotes.PAGE_SIZE >= found.total() ? Optional.empty() : Optional.of(address + form.onPage(page + 1).query()));
    }

    private static Note note(int number, FindNotes.Hit hit, boolean ofAllRounds, Filled filled, List<String> words) {
        NoteQueries.Found note = hit.note();
        String key = note.key().toString();
        return new Note("toelichting-" + (number + 1), key, note.centre(), ofAllRounds ? note.round() : "", hit.section(), hit.question(),
                hit.answer(), NotePart.of(note.marked(), note.note(), words), hit.labels(), "/resultaat/" + note.key().sentScanId(),
                filled.ticked().contains(key));
    }
}
