package be.zelfscan.access;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** A link by which a person signs in, as the database holds it. */
record SignInLink(UUID id, UUID personId, String personName, byte[] browserHash, @Nullable byte[] codeHash, int wrongCodes,
        Instant expiresAt, @Nullable Instant usedAt) {
    /** After so many wrong codes the link is dead. */
    static final int MOST_WRONG_CODES = 5;

    boolean isUsable(Instant now) {
        return usedAt == null && now.isBefore(expiresAt) && wrongCodes < MOST_WRONG_CODES;
    }

    boolean wasAskedBy(String browser) {
        return Arrays.equals(browserHash, Secrets.hash(browser));
    }

    boolean hasCode(String code) {
        return codeHash != null && Arrays.equals(codeHash, codeHash(id, code));
    }

    /** A code is short, so its hash is of the link as well. */
    static byte[] codeHash(UUID linkId, String code) {
        return Secrets.hash(linkId + ":" + code.replace(" ", ""));
    }
}
