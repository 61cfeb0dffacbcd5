package be.zelfscan.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How one role reaches the database. Its text form leaves the password out, so that it may be logged. */
public record Credentials(String jdbcUrl, String user, String password) {
    /** A connection of one's own, outside of any pool. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
