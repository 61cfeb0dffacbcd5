package be.zelfscan.comparison;

import be.zelfscan.TestService;
import be.zelfscan.round.RoundMail;
import be.zelfscan.support.Visitor;
import be.zelfscan.text.BelgianDutch;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A round whose every figure was counted by hand, played in a running service: twelve centres by number, three school groups by letter
 * (centre 1 works for A and B), an earlier round that is closed and asked an earlier version of the questionnaire, and this year's, in
 * which 5 did not send, 10 did not begin and 7 sent again after it was opened again. The net is its own, with names that no other test
 * uses; whatever else is in the service takes no part.
 */
public final class HandComputedRound {
    private static final int LAST_YEAR_DAYS = 400;
    private static final HandComputedAnswers ANSWERS = read("hand-computed-round.json", HandComputedAnswers.class);
    private static final HandComputedFigures FIGURES = read("hand-computed-figures.json", HandComputedFigures.class);

    private static final class Holder {
        private static final HandComputedRound SHARED = closed(TestService.get());
    }

    private final TestService service;
    private final HandComputedNet net;
    private final HandComputedPlay earlier;
    private final HandComputedPlay current;

    private HandComputedRound(TestService service, Set<RoundMail> mails) {
        this.service = service;
        net = new HandComputedNet(service, ANSWERS);
        LocalDate today = LocalDate.now(Clock.system(BelgianDutch.ZONE));
        earlier = new HandComputedPlay(service, net, ANSWERS.earlierQuestionnaire(), ANSWERS.earlier(), today.minusDays(LAST_YEAR_DAYS),
                today,
                Set.of());
        earlier.close();
        current = new HandComputedPlay(service, net, ANSWERS.questionnaire(), ANSWERS.round(), today.minusDays(20), today.plusDays(30),
                mails);
    }

    /** The round in the service of all tests, closed: for who only reads. */
    public static HandComputedRound shared() {
        return Holder.SHARED;
    }

    /** A round of a test's own, closed; no mail goes out but that of the reopening. */
    public static HandComputedRound closed(TestService service) {
        HandComputedRound round = open(service, Set.of());
        round.close();
        return round;
    }

    /** A round of a test's own, not closed yet; these mails of it go to everybody whom a round can name. */
    public static HandComputedRound open(TestService service, Set<RoundMail> mails) {
        return new HandComputedRound(service, mails);
    }

    /** Closes the round. */
    public void close() {
        current.close();
    }

    /** The figures of "net", "A", "B", "C" or "A+B". */
    public static HandComputedFigures.Group figures(String group) {
        return FIGURES.round().get(group);
    }

    /** The same of the earlier round. */
    public static HandComputedFigures.Group earlierFigures(String group) {
        return FIGURES.earlier().get(group);
    }

    /** Everything that was counted. */
    public static HandComputedFigures figures() {
        return FIGURES;
    }

    /** Everything that was answered. */
    public static HandComputedAnswers answers() {
        return ANSWERS;
    }

    /** Its centres, school groups and people. */
    public HandComputedNet net() {
        return net;
    }

    public UUID id() {
        return current.round();
    }

    public UUID earlierId() {
        return earlier.round();
    }

    public UUID centre(int number) {
        return net.centre(number);
    }

    public UUID schoolGroup(String letter) {
        return net.schoolGroup(letter);
    }

    /** The scan of a centre that began. */
    public UUID scan(int centre) {
        return current.scan(centre);
    }

    /** What a centre sent, the oldest first: the last counts. */
    public List<UUID> sent(int centre) {
        return current.sent(centre);
    }

    /** The same of the earlier round. */
    public List<UUID> earlierSent(int centre) {
        return earlier.sent(centre);
    }

    /** One of its people in front of a browser. */
    public Visitor visitor(UUID person) {
        return service.inSession(person);
    }

    private static <T> T read(String name, Class<T> type) {
        try (InputStream stream = HandComputedRound.class.getResourceAsStream("/comparison/" + name)) {
            return new ObjectMapper().readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
