package be.zelfscan.report.opening;

import be.zelfscan.web.BelgianDutch;
import be.zelfscan.web.Shell;
import java.util.List;
import java.util.stream.Stream;

/** What the pages and the mail of openings show; the templates of {@code src/main/jte/report} take these. */
public final class OpeningPages {
    private OpeningPages() {}

    /**
     * One opening.
     *
     * @param acceptance where it is accepted, {@code end} where it is ended, {@code opposite} where both results stand
     */
    public record Line(Opening opening, String acceptance, String end, String opposite) {
        public String offeredOn() {
            return BelgianDutch.date(opening.offeredAt());
        }

        public String acceptedOn() {
            return opening.acceptedAt().map(BelgianDutch::date).orElse("");
        }

        /** Whose notes are open. */
        public String notes() {
            if (opening.ownNotes() && opening.otherNotes()) {
                return "met de toelichtingen van beide centra";
            }
            return opening.ownNotes() ? "met jullie toelichtingen"
                    : opening.otherNotes() ? "met de toelichtingen van %s".formatted(opening.otherName()) : "zonder toelichtingen";
        }

        /** How it ended. */
        public String endedHow() {
            return opening.ended().map(ended -> {
                String who = ended.byOwn() ? "jullie" : opening.otherName();
                String how = opening.acceptedAt().isPresent() ? "beëindigd"
                        : ended.byOwn() == opening.offeredByOwn() ? "ingetrokken" : "geweigerd";
                return "%s door %s op %s".formatted(how, who, BelgianDutch.date(ended.at()));
            }).orElse("");
        }
    }

    /** A centre to choose. */
    public record Choice(String value, String name, boolean chosen) {}

    /** The centres of a round to choose among. */
    public record ChoicesOfRound(String round, List<Choice> centres) {}

    /**
     * The openings of a centre.
     *
     * @param done what was just done; empty when nothing was
     * @param problem why it was refused; empty when it was not
     * @param problemOfForm whether that is about what was chosen to offer
     * @param notes whether "also the notes" is ticked there
     */
    public record Openings(Shell shell, String centre, List<Line> lines, List<ChoicesOfRound> rounds, boolean mayChange, boolean notes,
            String address, String home, String done, String problem, boolean problemOfForm) {
        private Stream<Line> in(Opening.State state) {
            return lines.stream().filter(line -> line.opening().state() == state);
        }

        public List<Line> mutual() {
            return in(Opening.State.mutual).toList();
        }

        public List<Line> offeredByOther() {
            return in(Opening.State.offered_by_other).toList();
        }

        public List<Line> offeredByOwn() {
            return in(Opening.State.offered_by_own).toList();
        }

        public List<Line> ended() {
            return in(Opening.State.ended).toList();
        }
    }

    /** The mail about an offer. */
    public record OfferMail(String name, String offering, String round, boolean notes, String link) {
        public String notesSentence() {
            return notes ? "Dan zet het ook zijn toelichtingen voor jullie open." : "Zijn toelichtingen blijven gesloten.";
        }
    }
}
