package be.zelfscan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "08003", "53100", "53300", "55P03", "57014", "57P01", "57P02", "57P03", "40001", "40P01",
            "25P03"})
    void whatMayWellGoInAMomentIsAnOutageHoweverDeepItLies(String state) {
        RuntimeException problem = new IllegalStateException("outside",
                new RuntimeException(new SQLException("ERROR: why\n  Where: row", state)));

        assertThat(Outage.of(problem)).hasValue(new Outage(state + " ERROR: why"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42501", "42P01", "22P02", "P0001", "0A000", ""})
    void whatIsWrongWithTheStatementIsNone(String state) {
        assertThat(Outage.of(new SQLException("wrong", state))).isEmpty();
    }

    @Test
    void aPoolWithoutConnectionsIsAnOutageAndABugIsNone() {
        assertThat(Outage.of(new SQLTransientConnectionException("none in time"))).isPresent();
        assertThat(Outage.of(new SQLException("Connection is closed"))).isPresent();
        for (Exception bug : List.of(new SQLException("something else"), new IllegalStateException("Connection is closed"),
                new NullPointerException())) {
            assertThat(Outage.of(bug)).isEmpty();
        }
    }
}
