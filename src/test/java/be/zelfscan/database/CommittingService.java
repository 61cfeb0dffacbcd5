package be.zelfscan.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;

/** A process of its own that commits row after row and says so after each commit, until it is killed. */
final class CommittingService {
    private CommittingService() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.open(Path.of(arguments[0]), Path.of(arguments[1]));
        Credentials owner = database.owner();
        try (Connection connection = DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password());
                PreparedStatement insert = connection.prepareStatement("INSERT INTO answer VALUES (?)")) {
            for (int number = 1; number < 1_000_000; number++) {
                insert.setInt(1, number);
                insert.executeUpdate();
                System.out.println(number);
            }
        }
    }
}
