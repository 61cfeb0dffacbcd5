package be.zelfscan.database;

import java.nio.file.Path;

/**
 * The service cannot start for a reason that its administrator can do something about. The message is one English sentence that says
 * what is wrong, where, and what to do; it never holds a password.
 */
public class StartProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartProblem(String message) {
        super(message);
    }

    public StartProblem(String message, Throwable cause) {
        super(message, cause);
    }

    static boolean isFullDisk(String words) {
        return words != null && words.contains("No space left on device");
    }

    static StartProblem fullDisk(Path folder) {
        return new StartProblem("The disk of the data folder " + folder + " is full; free space there and start Zelfscan again.");
    }

    /** What the database said, in a sentence of ours; where it said that its disk is full, what to do about that. */
    static StartProblem ofDatabase(String jdbcUrl, String sentence, Exception said) {
        return isFullDisk(said.getMessage())
                ? new StartProblem("The disk of the database at " + jdbcUrl + " is full; free space there and start Zelfscan again.", said)
                : new StartProblem(sentence, said);
    }
}
