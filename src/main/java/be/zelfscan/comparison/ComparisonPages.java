package be.zelfscan.comparison;

import be.zelfscan.chart.ChartText.DataTable;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.PageLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the pages of comparing show; the templates of {@code src/main/jte/comparison} take these. */
public final class ComparisonPages {
    private ComparisonPages() {}

    /**
     * A chart in a page, with its data beside it.
     *
     * @param id unique within the page
     * @param title the heading above it
     * @param svg an element that can stand in a page
     * @param sentences a sentence for each row
     */
    public record Picture(String id, String title, String svg, List<String> sentences, DataTable table) {}

    /** A round in the list. */
    public record RoundLine(String address, String title, String state) {
        /** One in which nothing was placed has no figures; there are the notes. */
        static RoundLine of(ComparedRound round, boolean scaled) {
            String address = "/vergelijking/" + round.id();
            return scaled ? new RoundLine(address, round.title(), ComparisonPages.state(round))
                    : new RoundLine(address + "/toelichtingen", round.title(), "Geen cijfers: deze vragenlijst schaalt niets in");
        }
    }

    /** The rounds that can be compared. */
    public record RoundsPage(PageLayout layout, List<RoundLine> rounds) {}

    /** What stands above every page of a round. */
    public record RoundHead(UUID roundId, String title, String state, String here, boolean inspires) {
        static RoundHead of(ComparedRound round, Questionnaire questionnaire, String here) {
            return new RoundHead(round.id(), round.title(), ComparisonPages.state(round), here,
                    questionnaire.asksWhoInspires());
        }

        public String address() {
            return "/vergelijking/" + roundId;
        }
    }

    static String state(ComparedRound round) {
        return round.frozenAt().map(at -> "Vastgelegd op " + BelgianDutch.dateAndTime(at))
                .orElse(round.isClosed() ? "Afgesloten; de cijfers worden nu vastgelegd"
                        : "Nog open: de cijfers van dit moment, die nog veranderen");
    }

    /**
     * The net.
     *
     * @param problem why the form means nothing, and the whole net is shown; empty otherwise
     * @param about whose figures these are, in words
     * @param pictures none when nobody sent a scan
     * @param change how the centres moved since an earlier round
     * @param notComparable why that cannot be said of newer ones, a sentence each
     */
    public record NetPage(PageLayout layout, RoundHead head, Questionnaire questionnaire, NetFilter.FilterForm form, String problem,
            List<ComparedRound.SchoolGroup> groups,
            String about,
            int sent,
            int centres, List<Picture> pictures, List<DataTable> tables, String points, Optional<DataTable> change,
            List<String> notComparable, int notYet) {}

    /** How centres are put beside each other. */
    public enum Order {
        naam("naam"), gelijkenis("gelijkenis");

        private final String label;

        Order(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        static Order of(String name) {
            return Arrays.stream(values()).filter(order -> order.name().equals(name)).findFirst().orElse(naam);
        }
    }

    /** A centre with the address of what it sent; without one when it sent nothing. */
    public record CentreLink(UUID id, String name, Optional<String> address) {
        static CentreLink of(ComparedRound.Centre centre) {
            return new CentreLink(centre.id(), centre.name(), centre.sentScanId().map(id -> "/resultaat/" + id));
        }
    }

    /**
     * Centres of the net beside each other, some at a time.
     *
     * @param same whether twice the same one was chosen, to be laid opposite each other
     */
    public record CentresPage(PageLayout layout, RoundHead head, String about, Order order, String query, List<Picture> pictures,
            List<CentreLink> links,
            int page,
            int pages, boolean same) {
        public String address(int number) {
            return address(order, number);
        }

        public String address(Order other) {
            return address(other, 1);
        }

        private String address(Order chosen, int number) {
            return "%s/centra%s%sorde=%s&pagina=%d".formatted(head.address(), query, query.isEmpty() ? "?" : "&", chosen, number);
        }
    }

    /** School groups beside each other. */
    public record GroupsPage(PageLayout layout, RoundHead head, List<ComparedRound.SchoolGroup> groups, List<UUID> chosen,
            Optional<Picture> picture,
            List<DataTable> tables) {}

    /**
     * The centres of a school group beside each other.
     *
     * @param net what is said instead of the net when it may not be shown; empty otherwise
     * @param same whether twice the same centre was chosen, to be laid opposite each other
     */
    public record SchoolGroupPage(PageLayout layout, ComparedRound.SchoolGroup group, ComparedRound round, String state,
            List<CentreLink> links,
            List<Picture> pictures,
            List<DataTable> tables, String points, String net, boolean same) {
        public String address() {
            return "/scholengroep/%s/ronde/%s".formatted(group.id(), round.id());
        }
    }
}
