package be.zelfscan.database;

/** How one role reaches the database. Its text form leaves the password out, so that it may be logged. */
public record Credentials(String jdbcUrl, String user, String password) {
    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
