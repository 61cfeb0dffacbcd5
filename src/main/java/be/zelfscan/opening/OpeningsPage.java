package be.zelfscan.opening;

import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.PageLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The openings of a centre; the templates of {@code src/main/jte/opening} take this.
 *
 * @param done what was just done; empty when nothing was
 * @param problem why it was refused; empty when it was not
 * @param problemOfForm whether that is about what was chosen to offer
 * @param notes whether "also the notes" is ticked there
 */
public record OpeningsPage(PageLayout layout, String centre, List<Line> lines, List<ChoicesOfRound> rounds, boolean mayChange,
        boolean notes,
        String address, String home, String done, String problem, boolean problemOfForm) {

    /**
     * What was filled in to offer an opening.
     *
     * @param choice the value of one of the {@link Choice choices}
     * @param notes whether the notes are open too
     */
    record Filled(String choice, boolean notes) {
        static final Filled NOTHING = new Filled("", false);
    }

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

    /**
     * A centre to choose.
     *
     * @param value the round and the centre, with a slash between
     */
    public record Choice(String value, String name, boolean chosen) {}

    /** The centres of a round to choose among. */
    public record ChoicesOfRound(String round, List<Choice> centres) {}

    static String address(UUID centreId) {
        return "/centrum/" + centreId + "/openstelling";
    }

    static OpeningsPage of(PageLayout layout, Openings.CentreOpenings read, UUID centreId, Filled filled, String done, String problem) {
        String home = "/centrum/" + centreId;
        String address = address(centreId);
        List<Line> lines = read.openings().stream().map(opening -> {
            String own = address + "/" + opening.id();
            return new Line(opening, own + "/aanvaarding", own + "/einde",
                    home + "/tegenover/" + opening.other() + "/" + opening.roundId());
        }).toList();
        return new OpeningsPage(layout, read.centre(), lines, rounds(read.choices(), filled), read.mayChange(), filled.notes(), address,
                home,
                done, problem, !filled.equals(Filled.NOTHING));
    }

    private static List<ChoicesOfRound> rounds(List<OpeningQueries.Choice> choices, Filled filled) {
        return choices.stream().collect(Collectors.groupingBy(OpeningQueries.Choice::roundId, LinkedHashMap::new, Collectors.toList()))
                .values().stream().map(ofRound -> new ChoicesOfRound(ofRound.getFirst().round(), ofRound.stream().map(choice -> {
                    String value = choice.roundId() + "/" + choice.centreId();
                    return new Choice(value, choice.name(), value.equals(filled.choice()));
                }).toList())).toList();
    }

    public List<Line> mutual() {
        return in(Opening.State.mutual);
    }

    public List<Line> offeredByOther() {
        return in(Opening.State.offered_by_other);
    }

    public List<Line> offeredByOwn() {
        return in(Opening.State.offered_by_own);
    }

    public List<Line> ended() {
        return in(Opening.State.ended);
    }

    private List<Line> in(Opening.State state) {
        return lines.stream().filter(line -> line.opening().state() == state).toList();
    }
}
