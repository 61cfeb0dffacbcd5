package be.zelfscan.organisation;

import be.zelfscan.organisation.Refused.Reason;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.Overtaken;
import be.zelfscan.web.Shell;
import java.util.List;
import java.util.Optional;

/** What the pages of the net show; the templates of {@code src/main/jte/organisation} take these. */
public final class OrganisationPages {
    private OrganisationPages() {}

    /** A line of a list. */
    public record Line(String address, String name, String words) {}

    /**
     * A school group in the overview.
     *
     * @param centres those that are shown of it
     */
    public record Group(String address, String name, List<Line> centres) {}

    /**
     * All school groups with their centres.
     *
     * @param without centres that work for no school group
     */
    public record Overview(Shell shell, String search, String counts, List<Group> groups, List<Line> without, List<Line> ended) {
        public boolean isEmpty() {
            return groups.isEmpty() && without.isEmpty() && ended.isEmpty();
        }
    }

    /**
     * Everybody, as far as they are found.
     *
     * @param more how many further were found
     */
    public record People(Shell shell, String search, String counts, List<Line> people, int more, List<Line> ended) {}

    /**
     * Why a form came back.
     *
     * @param overtaken in what the typed differs from what somebody else kept meanwhile
     * @param seen the version that the form came with, where it is still all that its reader was shown
     */
    public record Problems(List<Reason> reasons, List<FormContent.Difference> overtaken, Optional<String> seen) {
        static final Problems NONE = new Problems(List.of(), List.of(), Optional.empty());

        /** With a form that shows again what is kept. */
        static Problems of(Refused refused) {
            return new Problems(refused.reasons(), List.of(), Optional.empty());
        }

        /** With a form that shows what was typed. */
        static Problems of(Refused refused, String seen) {
            return new Problems(refused.reasons(), List.of(), Optional.of(seen));
        }

        static Problems of(Overtaken overtaken) {
            return new Problems(List.of(), overtaken.differences(), Optional.empty());
        }

        /** Of a field; empty when it is right. */
        public String at(String field) {
            return String.join(" ", reasons.stream().filter(reason -> reason.field().equals(field)).map(Reason::sentence).toList());
        }

        public boolean isEmpty() {
            return reasons.isEmpty() && overtaken.isEmpty();
        }
    }

    /**
     * What stands above and around the form of one thing.
     *
     * @param version of what is edited, as far as the reader of this form was shown it; empty for something new
     */
    public record Frame(Shell shell, String notice, Problems problems, String action, String version) {
        static Frame ofNew(Shell shell, Problems problems, String action) {
            return new Frame(shell, "", problems, action, "");
        }

        static Frame of(Shell shell, String notice, Problems problems, String action, FormContent kept) {
            return new Frame(shell, notice, problems, action, problems.seen().orElse(kept.version()));
        }
    }

    /**
     * How one thing ends, or goes on again.
     *
     * @param action while it goes on, the page that asks first
     * @param ended the day, in words; empty while it goes on
     */
    public record Ending(String action, String ended, EndingWords words) {
        static Ending of(Endable thing, String address, EndingWords words) {
            return new Ending(address + (thing.isActive() ? EndingController.END : "/hervatting"),
                    thing.endedOn().map(BelgianDutch::date).orElse(""), words);
        }
    }

    /**
     * What ending is called: a thing ends, a person does not.
     *
     * @param ended stands before the day on which it ended
     */
    public record EndingWords(String end, String ended, String resume) {
        static final EndingWords PERSON = new EndingWords("Zet deze persoon op niet-actief", "Niet actief sinds",
                "Maak deze persoon weer actief");

        /** @param what the thing: "dit centrum" */
        static EndingWords of(String what) {
            return new EndingWords("Beëindig " + what, "Beëindigd op", "Neem " + what + " weer in gebruik");
        }
    }

    /** Something that can be chosen. */
    public record Choice(String value, String label, boolean chosen) {}

    /** The form of a school group; what a new one has not is empty. */
    public record SchoolGroupPage(Frame frame, String name, List<Line> centres, List<Line> leaders, String newLeader,
            Optional<Ending> ending) {}

    /** The form of a centre; what a new one has not is empty. */
    public record CentrePage(Frame frame, String name, List<Choice> schoolGroups, Optional<CentreParts> parts, Optional<Ending> ending) {}

    /** What a centre has. */
    public record CentreParts(String addSite, String siteName, String siteProblem, List<Line> sites, List<Line> endedSites,
            List<Line> people, String newPerson) {}

    /** The form of a site. */
    public record SitePage(Frame frame, String centre, String back, String name, Ending ending) {}

    /** The form of a person. */
    public record PersonPage(Frame frame, String name, String email, List<Choice> roles, List<Choice> newRoles, List<Choice> centres,
            List<Choice> schoolGroups, Optional<Ending> ending, String removal) {}

    /** Asks whether somebody is to be removed, and afterwards says that it was done. */
    public record Removal(Shell shell, RemovePerson.Candidate person) {}
}
