package be.zelfscan.start;

import be.zelfscan.organisation.Role;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** School groups, centres and people of a demonstration, all invented: in {@code src/main/resources/demonstration/organisations.json}. */
@Serdeable
record InventedNet(List<InventedGroup> schoolGroups, List<InventedPerson> support, List<InventedCentre> centres) {
    /** With which the id of everything invented begins. */
    static final String PREFIX = "00000000-0000-4000-8000-00000000";

    @Serdeable
    record InventedGroup(String id, String name, InventedPerson leader) {}

    /** @param role in a centre; none for who leads a school group or supports the net */
    @Serdeable
    record InventedPerson(String id, String name, String email, Role role) {
        UUID uuid() {
            return InventedNet.uuid(id);
        }
    }

    @Serdeable
    record InventedSite(String id, String name) {}

    /**
     * A centre.
     *
     * @param tendency from which its answers are made; none where they stand in a file of their own
     */
    @Serdeable
    record InventedCentre(String id, String name, List<String> schoolGroups, List<InventedSite> sites, List<InventedPerson> people,
            Tendency tendency,
            LastYear lastYear, ThisYear thisYear) {
        UUID uuid() {
            return InventedNet.uuid(id);
        }

        Optional<Tendency> invented() {
            return Optional.ofNullable(tendency);
        }

        UUID person(Role role) {
            return people.stream().filter(player -> player.role() == role).findFirst().orElseThrow().uuid();
        }
    }

    /**
     * How a centre tends to answer.
     *
     * @param stage its usual stage, from 0 for the first
     * @param strong blocks a stage further than usual
     * @param weak blocks a stage less far
     */
    @Serdeable
    record Tendency(double stage, List<String> strong, List<String> weak) {}

    /** @param sentOn month and day; empty when it was not sent */
    @Serdeable
    record LastYear(int blocks, String sentOn) {}

    @Serdeable
    record ThisYear(int blocks, boolean sent) {}

    /**
     * Help on the way, in {@code help.json}.
     *
     * @param stage towards which it helps; empty for any
     * @param proposedBy the centre; empty for what the support team put there
     */
    @Serdeable
    record InventedHelp(String id, String section, String stage, String kind, String title, String text, String link,
            String proposedBy) {
        static List<InventedHelp> read() {
            return resource("help.json", new TypeReference<>() {
            });
        }
    }

    static InventedNet read() {
        return resource("organisations.json", new TypeReference<>() {
        });
    }

    static <T> T resource(String name, TypeReference<T> type) {
        try (InputStream stream = InventedNet.class.getResourceAsStream("/demonstration/" + name)) {
            return new ObjectMapper().readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids that stay the same, so that making the data again changes nothing. */
    static UUID uuid(String id) {
        return UUID.fromString(PREFIX + id);
    }
}
