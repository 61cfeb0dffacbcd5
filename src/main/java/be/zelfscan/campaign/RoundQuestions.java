package be.zelfscan.campaign;

import be.zelfscan.campaign.FollowRound.CentreOfNet;
import be.zelfscan.campaign.RoundPage.RoundFilter;
import be.zelfscan.round.RoundMail;
import be.zelfscan.scan.ScanProgress;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.Refusal;
import be.zelfscan.web.Shell;
import be.zelfscan.web.Shells;
import io.micronaut.http.HttpRequest;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The pages in between: before a round is opened or closed, centres are reminded, added or taken out, they say who and how many,
 * who gets which mail and who gets none, and what becomes impossible. They change nothing.
 */
@Singleton
public class RoundQuestions {
    /**
     * What is asked before something is done with a round that mails people or cannot be undone.
     *
     * @param problem why it is asked again; empty the first time
     * @param named the centres that it is about, each with a word more where there is one
     * @param happens a sentence for each thing that follows
     * @param reach of the mail that leaves; empty when none does
     * @param preview the address of that mail as it will look
     * @param impossible what cannot be done any more afterwards; empty for nothing
     * @param address to which its form posts {@code fields}
     */
    public record Question(Shell shell, String round, String title, String problem, String lead, String namedTitle, List<String> named,
            List<String> happens, Optional<MailOut.Reach> reach, String preview, String impossible, String address,
            List<Form.Field> fields, String button, String back) {
        /** The same, for who confirmed what was different when it was shown. */
        Question anew() {
            return new Question(shell, round, title,
                    "Intussen is er iets veranderd, en er is nog niets gebeurd. Kijk na hoe het nu is, en bevestig opnieuw.",
                    lead, namedTitle, named, happens, reach, preview, impossible, address, fields, button, back);
        }
    }

    static final String KEY = "sleutel";
    private static final String CENTRE = "centre";

    private final FollowRound follow;
    private final OpenRound openRound;
    private final CloseRound closeRound;
    private final MailOut mails;
    private final RoundMailQueries reminders;
    private final Shells shells;

    RoundQuestions(FollowRound follow, OpenRound openRound, CloseRound closeRound, MailOut mails, RoundMailQueries reminders,
            Shells shells) {
        this.follow = follow;
        this.openRound = openRound;
        this.closeRound = closeRound;
        this.mails = mails;
        this.reminders = reminders;
        this.shells = shells;
    }

    /** @throws Refusal unless the round is a draft */
    Question opening(HttpRequest<?> request, UUID roundId) {
        String seen = openRound.version(roundId); // before what is shown is read, so that it is never newer
        FollowRound.Followed followed = follow.of(roundId);
        if (!followed.round().isDraft()) {
            throw Refusal.conflict("De ronde ‘%s’ is al geopend.".formatted(followed.round().title()));
        }
        List<CentreOfNet> centres = centres(followed.lines());
        return question(request, followed, "De ronde openen?", "De centra zien de ronde en krijgen de uitnodiging.",
                count(centres.size(), "centrum doet mee", "centra doen mee"), centres.stream().map(CentreOfNet::name).toList(),
                List.of("Vanaf nu kunnen de centra invullen en verzenden, tot en met %s."
                        .formatted(BelgianDutch.date(followed.round().closesOn()))),
                Optional.of(mails.reach(roundId, RoundMail.invitation, centres)),
                "Daarna liggen de vragenlijst, de titel en de ontvangers vast, en een open ronde kan je niet meer intrekken.", "/opening",
                List.of(new Form.Field(FormContent.VERSION, seen)), "Openen en uitnodigen", "");
    }

    /** @throws Refusal unless the round is open */
    Question closing(HttpRequest<?> request, UUID roundId) {
        String seen = closeRound.version(roundId); // before what is shown is read, so that it is never newer
        FollowRound.Followed followed = open(roundId, "afsluiten");
        List<FollowRound.Line> unsent = followed.lines().stream().filter(line -> line.progress().state() != ScanProgress.State.sent)
                .toList();
        String title = unsent.isEmpty() ? "Alle centra verzonden hun zelfscan"
                : "%d van de %d centra verzonden nog niet".formatted(unsent.size(), followed.lines().size());
        return question(request, followed, "De ronde afsluiten?", "Wie nog niet verzond, kan dat daarna niet meer.", title,
                unsent.stream().map(line -> "%s: %s".formatted(line.centre().name(), line.progress().state().label())).toList(),
                List.of("Niemand kan nog invullen of verzenden. Wat ingevuld is, blijft bewaard.",
                        "De vergelijking wordt gemaakt en ligt dan vast.", "De afsluitende mails gaan uit."),
                Optional.of(mails.reach(roundId, RoundMail.round_closed, centres(followed.lines()))),
                "Afsluiten kan je niet ongedaan maken.",
                "/afsluiting", List.of(new Form.Field(FormContent.VERSION, seen)), "De ronde afsluiten", "");
    }

    /**
     * @param chosen ids of centres
     * @throws Refusal unless the round is open and some of the centres can be reminded
     */
    Question reminder(HttpRequest<?> request, UUID roundId, Set<String> chosen) {
        FollowRound.Followed followed = follow.of(roundId);
        RemindCentres.requireSome(followed.round(), chosen);
        List<FollowRound.Line> ticked = followed.lines().stream().filter(line -> chosen.contains(line.centre().id().toString())).toList();
        List<CentreOfNet> unfinished = centres(ticked.stream().filter(line -> line.progress().state() != ScanProgress.State.sent).toList());
        RemindCentres.requireUnfinished(unfinished);
        Map<UUID, Instant> before = reminded(roundId);
        List<Form.Field> fields = unfinished.stream().map(centre -> new Form.Field(CENTRE, centre.id().toString()))
                .collect(Collectors.toList());
        fields.add(new Form.Field(KEY, UUID.randomUUID().toString()));
        List<String> left = ticked.stream().filter(line -> line.progress().state() == ScanProgress.State.sent)
                .map(line -> "%s verzond intussen en krijgt geen herinnering.".formatted(line.centre().name())).toList();
        return question(request, followed, "Een herinnering sturen?", "De mails vertrekken zodra je bevestigt.",
                count(unfinished.size(), "centrum krijgt een herinnering", "centra krijgen een herinnering"),
                unfinished.stream().map(centre -> centre.name() + Optional.ofNullable(before.get(centre.id()))
                        .map(at -> ", laatst herinnerd op " + BelgianDutch.dateAndTime(at)).orElse(", nog niet herinnerd")).toList(),
                left, Optional.of(mails.reach(roundId, RoundMail.reminder, unfinished)), "", "/herinnering", fields, "Herinnering sturen",
                RoundFilter.of(request.getParameters()).query());
    }

    /** @throws Refusal unless the round is open and the centre can join it */
    Question adding(HttpRequest<?> request, UUID roundId, String chosen) {
        FollowRound.Followed followed = open(roundId, "uitbreiden");
        CentreOfNet centre = followed.others().stream().filter(one -> one.id().toString().equals(chosen)).findFirst()
                .orElseThrow(() -> Refusal.invalid("Kies een centrum uit de lijst."));
        return question(request, followed, "%s toevoegen?".formatted(centre.name()),
                "Het centrum ziet de ronde en krijgt meteen de uitnodiging.",
                "", List.of(), List.of(), Optional.of(mails.reachOfNew(roundId, RoundMail.invitation, centre)), "", "/centra",
                List.of(new Form.Field(CENTRE, chosen)), "Toevoegen en uitnodigen", "");
    }

    /** @throws Refusal unless the round is open and the centre takes part in it */
    Question removing(HttpRequest<?> request, UUID roundId, String chosen) {
        FollowRound.Followed followed = open(roundId, "inkorten");
        CentreOfNet centre = followed.lines().stream().map(FollowRound.Line::centre).filter(one -> one.id().toString().equals(chosen))
                .findFirst().orElseThrow(() -> Refusal.invalid("Kies een centrum dat aan deze ronde meedoet."));
        return question(request, followed, "%s weghalen?".formatted(centre.name()), "Het centrum ziet deze ronde dan niet meer.", "",
                List.of(),
                List.of("Niemand krijgt hierover een mail. Kreeg het centrum al een uitnodiging, verwittig het dan zelf.",
                        "Je kan het centrum later opnieuw toevoegen; dan krijgt het opnieuw een uitnodiging."),
                Optional.empty(), "", "/centra/verwijdering", List.of(new Form.Field(CENTRE, chosen)), "Weghalen", "");
    }

    /** When the centres of a round were last reminded, those that were. */
    @ReadOnly
    Map<UUID, Instant> reminded(UUID roundId) {
        return reminders.reminded(roundId);
    }

    /** Whom the next mail of a round does not reach: its invitation, or while it is open its reminder. */
    MailOut.Reach next(FollowRound.Followed followed) {
        RoundMail mail = followed.round().isDraft() ? RoundMail.invitation : RoundMail.reminder;
        return followed.round().isClosed() ? new MailOut.Reach(mail, 0, List.of())
                : mails.reach(followed.round().id(), mail, centres(followed.lines()));
    }

    private FollowRound.Followed open(UUID roundId, String what) {
        FollowRound.Followed followed = follow.of(roundId);
        if (!followed.round().isOpen()) {
            throw Refusal.conflict("Alleen een open ronde kan je %s; deze ronde is %s.".formatted(what, followed.round().state().label()));
        }
        return followed;
    }

    private Question question(HttpRequest<?> request, FollowRound.Followed followed, String title, String lead, String namedTitle,
            List<String> named, List<String> happens, Optional<MailOut.Reach> reached, String impossible, String action,
            List<Form.Field> fields,
            String button, String query) {
        String address = RoundPage.address(followed.round().id());
        return new Question(shells.of(request, title, followed.round().title()), followed.round().title(), title, "", lead, namedTitle,
                named,
                happens,
                reached, reached.map(one -> address + "/mails/" + one.mail().kind()).orElse(""), impossible, address + action + query,
                fields,
                button, address + query + (query.isEmpty() ? "" : "#centra"));
    }

    private static List<CentreOfNet> centres(List<FollowRound.Line> lines) {
        return lines.stream().map(FollowRound.Line::centre).toList();
    }

    private static String count(int number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }
}
