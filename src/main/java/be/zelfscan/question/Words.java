package be.zelfscan.question;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What an instrument calls the things that the engine speaks of. What a definition does not say is called as in
 * {@code resources/words.json}.
 */
@Serdeable
public record Words(@Nullable Word cluster, @Nullable Word block, @Nullable Word stage, @Nullable Word scale, @Nullable Word placement,
        @Nullable Word ambition, @Nullable Word lever, @Nullable Word bottleneck, @Nullable Word difference,
        @Nullable Word inspiringPractice, @Nullable Word priority, @Nullable Word closing) {

    /** These words, and those of the other for what they do not name. */
    public Words or(Words other) {
        return new Words(or(cluster, other.cluster), or(block, other.block), or(stage, other.stage), or(scale, other.scale),
                or(placement, other.placement), or(ambition, other.ambition), or(lever, other.lever), or(bottleneck, other.bottleneck),
                or(difference, other.difference), or(inspiringPractice, other.inspiringPractice), or(priority, other.priority),
                or(closing, other.closing));
    }

    /** "Kansen en drempels", by their names. */
    public String helpAndHinder() {
        return lever.titles() + " en " + bottleneck.many();
    }

    private static Word or(@Nullable Word own, Word other) {
        return own == null ? other : own;
    }
}
