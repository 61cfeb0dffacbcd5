package be.zelfscan.access;

import java.util.Optional;

/** Who holds a token that lets a program read; whoever makes those tokens knows. */
public interface TokenHolders {
    /** Empty when this is no token, or it has ended. */
    Optional<SignedIn> find(String secret);
}
