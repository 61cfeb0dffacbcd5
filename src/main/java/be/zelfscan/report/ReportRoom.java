package be.zelfscan.report;

import be.zelfscan.web.Room;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Room for the reports that are made at once. */
@Singleton
public class ReportRoom extends Room {
    ReportRoom() {
        this(3, Duration.ofSeconds(15));
    }

    ReportRoom(int places, Duration longestWait) {
        super(places, longestWait);
    }
}
