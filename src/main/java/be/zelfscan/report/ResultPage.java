package be.zelfscan.report;

import be.zelfscan.access.Permission;
import be.zelfscan.chart.ChartText.DataTable;
import be.zelfscan.chart.DataChart.Layer;
import be.zelfscan.chart.DataChartDrawing;
import be.zelfscan.mail.MessageLedger;
import be.zelfscan.team.HelpOfCentreController;
import be.zelfscan.team.HelpOnPages;
import be.zelfscan.team.InterpretResult;
import be.zelfscan.team.Need;
import be.zelfscan.team.Needs;
import be.zelfscan.team.NeedsController;
import be.zelfscan.team.TeamResult;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.PageLayout;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the page with a result shows; {@code src/main/jte/report/result.jte} takes it.
 *
 * @param chart the datagrafiek; empty for an instrument that has none
 * @param mails how far each mail about it is; none for who does not see them
 * @param comparison address of the comparison of its round; empty while there is none for this person
 * @param team what the centre's team made of it; nothing for who is not of the centre
 * @param needs what the centre needs, for its own people; none for anybody else
 */
public record ResultPage(PageLayout layout, ScanResult result, Optional<Drawn> chart, List<String> mails, String comparison,
        TeamResult team, List<Need> needs, LocalDate today) {
    /**
     * The datagrafiek.
     *
     * @param svg an element that can stand in a page
     * @param table the same data in words
     */
    public record Drawn(String svg, DataTable table) {}

    /**
     * What helps with a section, folded.
     *
     * @param answered of a cluster
     */
    public HelpOnPages.Folded help(ScanResult.Answered answered) {
        boolean proposes = Permission.propose_help.allowed(result.sent().roles());
        return new HelpOnPages.Folded(result.help(answered), proposes
                ? HelpOfCentreController.address(result.sent().centreId(), result.questionnaire().id(), answered.section().id()) : "");
    }

    /** To whom mails went, and what became of them, is of the centre and of who follows mails; not of a leader of a school group. */
    public boolean seesMails() {
        return Permission.see_scan.allowed(result.sent().roles()) || Permission.follow_mails.allowed(result.sent().roles());
    }

    /** Whether the reader is of the centre, and so may say what it needs. */
    public boolean mayAsk() {
        return Permission.ask_need.allowed(result.sent().roles());
    }

    /** What the centre needs for a section. */
    public List<NeedsController.Line> needs(ScanResult.Answered answered) {
        return needs.stream().filter(need -> need.section().equals(answered.section().id()))
                .map(need -> NeedsController.Line.of(need, result.questionnaire())).toList();
    }

    /** Whether the centre said that something hinders it in a section. */
    public boolean isHindered(ScanResult.Answered answered) {
        return !Needs.bottlenecks(result.sent(), answered.section()).isEmpty();
    }

    /** Where the centre reads all that it needs. */
    public String allNeeds() {
        return NeedsController.address(result.sent().id());
    }

    /** Where the centre says what it needs for a section. */
    public String ask(ScanResult.Answered answered) {
        return NeedsController.address(result.sent().id(), answered.section().id());
    }

    public String report() {
        return address(result.sent().id()) + "/rapport.pdf";
    }

    /** Whether the reader is of the centre itself, and so can have the conversation about it. */
    public boolean isOwn() {
        return Permission.see_scan.allowed(result.sent().roles());
    }

    /** Where the conversation about it begins. */
    public String conversation() {
        return address(result.sent().id()) + "/gesprek/" + InterpretResult.Screen.values()[0].word();
    }

    /** Where the datagrafiek stands alone, as large as the screen. */
    public String screen() {
        return address(result.sent().id()) + "/scherm";
    }

    /** The datagrafiek as it stands in the page, which says itself what the stages are not and compares with nobody. */
    static DataChartDrawing drawing(DataChartDrawing drawing) {
        return drawing.without(Layer.STATEMENT).without(Layer.COMPARISON);
    }

    public static String address(UUID sentId) {
        return "/resultaat/" + sentId;
    }

    /** How far a mail is. @param sentAt the day that needs no mention */
    static String words(MessageLedger.Status mail, Instant sentAt) {
        return switch (mail.state()) {
            case delivered -> "verstuurd naar " + mail.recipient() + mail.deliveredAt().map(at -> " " + moment(at, sentAt)).orElse("");
            case waiting, sending -> mail.tries() < 2 ? "onderweg naar " + mail.recipient()
                    : "nog niet aangekomen bij %s, we proberen het opnieuw".formatted(mail.recipient());
            case withdrawn -> "niet meer nodig voor %s: %s".formatted(mail.recipient(), mail.lastAnswer());
            case failed -> "niet gelukt naar %s: %s".formatted(mail.recipient(), mail.lastAnswer());
        };
    }

    private static String moment(Instant at, Instant sentAt) {
        return BelgianDutch.date(at).equals(BelgianDutch.date(sentAt)) ? "om " + BelgianDutch.time(at)
                : "op " + BelgianDutch.dateAndTime(at);
    }
}
