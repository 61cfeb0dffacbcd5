package be.zelfscan.team;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.team.LivePresence.Place;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is here, and who is writing where, as time goes by. */
class LivePresenceTest {
    private static final Place MOTIVE = new Place("preventie", "motive");
    private static final UUID TINE = UUID.randomUUID();
    private static final UUID LOU = UUID.randomUUID();
    private static final UUID ME = UUID.randomUUID();
    private static final Map<UUID, String> NAMES = Map.of(TINE, "Tine Test", LOU, "Lou Lid");

    private final LivePresence presence = new LivePresence();

    @Test
    void somebodyIsHereUntilTheLastPageIsGoneOrNothingIsHeardOfIt() {
        assertThat(presence.here("one", TINE, "", 0)).isTrue();
        assertThat(presence.here("other", TINE, "", 0)).isTrue();
        assertThat(presence.here("one", TINE, "", seconds(20))).as("nothing new").isFalse();
        assertThat(presence.expire(seconds(26))).as("the other page").isTrue();
        assertThat(presence.people()).containsExactly(TINE);
        assertThat(presence.expire(seconds(40))).isFalse();
        assertThat(presence.gone("one")).isTrue();
        assertThat(presence.gone("one")).isFalse();
        assertThat(presence.people()).isEmpty();
    }

    @Test
    void whoWritesIsSeenBySectionUntilAWhileAfterTheLastSign() {
        assertThat(presence.writing("one", TINE, MOTIVE, 0)).isTrue();
        presence.writing("two", LOU, MOTIVE, 0);
        assertThat(presence.writing("one", TINE, MOTIVE, seconds(7))).as("goes on").isFalse();
        assertThat(presence.writing("preventie", ME, NAMES)).isEqualTo(Map.of("motive", Set.of("Lou Lid", "Tine Test")));
        assertThat(presence.writing("preventie", TINE, NAMES)).as("not oneself").isEqualTo(Map.of("motive", Set.of("Lou Lid")));
        assertThat(presence.writing("teamwerk", ME, NAMES)).isEmpty();

        assertThat(presence.expire(seconds(11))).as("Lou stopped").isTrue();
        assertThat(presence.writing("preventie", ME, NAMES)).isEqualTo(Map.of("motive", Set.of("Tine Test")));
        assertThat(presence.people()).as("still here").contains(LOU);
        presence.here("one", TINE, "", seconds(12));
        assertThat(presence.writing("preventie", ME, NAMES)).as("being here is no end of writing").isNotEmpty();
        assertThat(presence.writing("one", TINE, new Place("", ""), seconds(13))).isTrue();
        assertThat(presence.writing("preventie", ME, NAMES)).isEmpty();
    }

    @Test
    void whoBeganLastToLeadIsFollowedByTheOthersForAsLongAsThatPageIsThere() {
        presence.here("one", TINE, "/a", seconds(1));
        presence.here("two", LOU, "", seconds(2));
        assertThat(presence.leader(ME)).hasValue(new LivePresence.Leader(TINE, "/a"));
        assertThat(presence.leader(TINE)).as("nobody follows oneself").isEmpty();
        assertThat(presence.here("next", TINE, "/b", seconds(3))).isTrue();
        presence.here("one", TINE, "/a", seconds(4));
        assertThat(presence.leader(ME)).as("the page that came last").hasValue(new LivePresence.Leader(TINE, "/b"));
        assertThat(presence.here("two", LOU, "/c", seconds(5))).isTrue();
        presence.writing("two", LOU, MOTIVE, seconds(6));
        assertThat(presence.leader(ME)).hasValue(new LivePresence.Leader(LOU, "/c"));
        assertThat(presence.here("two", LOU, "", seconds(7))).as("leads no more").isTrue();
        presence.gone("next");
        presence.gone("one");
        assertThat(presence.leader(ME)).isEmpty();
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
