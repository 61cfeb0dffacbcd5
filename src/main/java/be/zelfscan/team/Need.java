package be.zelfscan.team;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a centre needs for something that it agreed, or for what hinders it, of somebody outside of it.
 *
 * @param centre its name
 * @param scanId the scan that it came from
 * @param section what it is about; empty when it is about no section
 * @param agreed the agreement for which it is needed; empty when it is for none, and for who is not of the centre
 * @param bottleneck the option by which the centre said that this hinders; empty when it is about none
 * @param of who is asked, by name
 * @param what is needed; empty when it was erased
 * @param passedOn whether who is asked sees it
 */
public record Need(UUID id, UUID centreId, String centre, UUID scanId, RoundOfNeed round, String section, String agreed,
        String bottleneck, Asked asked, String of, String what, boolean passedOn, Instant askedAt, Optional<Answered> answered) {
    /** Who is asked. */
    public enum Asked {
        /** A school group for which the centre works. */
        school_group("de scholengroep"),
        /** The team that supports the whole net. */
        support("POC+"),
        /** The organisation of the whole net. */
        net("het GO!");

        private final String label;

        Asked(String label) {
            this.label = label;
        }

        /** As the interface words it; a school group has a name of its own. */
        public String label() {
            return label;
        }
    }

    /** The round that it came from, with its instrument. */
    public record RoundOfNeed(String title, String questionnaireId, String version) {}

    /** What was answered; empty text when it was erased. */
    public record Answered(String text, Instant at) {}

    public boolean isOpen() {
        return answered.isEmpty();
    }
}
