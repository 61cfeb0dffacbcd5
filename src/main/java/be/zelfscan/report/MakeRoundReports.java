package be.zelfscan.report;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the reports of rounds one by one. What is made is kept at once, so that a restart goes on with the rest; a report that cannot be made is given up
 * after a few tries, and keeps no other back. For one instance at a time.
 */
@Singleton
class MakeRoundReports {
    private static final Logger LOG = LoggerFactory.getLogger(MakeRoundReports.class);

    private final RoundReportRepository reports;
    private final ComparedReports compared;
    private final Clock clock;

    MakeRoundReports(RoundReportRepository reports, ComparedReports compared, Clock clock) {
        this.reports = reports;
        this.compared = compared;
        this.clock = clock;
    }

    /** Makes the next report; answers false when there is nothing more to do now. */
    boolean next() {
        Optional<RoundReportRepository.Item> item = reports.next();
        if (item.isEmpty()) {
            reports.giveUp();
            return false;
        }
        return make(item.get());
    }

    private boolean make(RoundReportRepository.Item item) {
        try {
            reports.keep(item, pdf(item), clock.instant());
            return true;
        } catch (ReportRoom.Full full) {
            reports.putBack(item);
            return false;
        } catch (RuntimeException failure) {
            LOG.error("Report {} of order {} could not be made", item.position(), item.orderId(), failure);
            return true;
        }
    }

    private byte[] pdf(RoundReportRepository.Item item) {
        return switch (item.kind()) {
            case net -> compared.net(item.roundId()).pdf();
            case school_group -> compared.schoolGroupItself(item.subjectId().orElseThrow(), item.roundId()).pdf();
            case centre -> compared.centreItself(item.subjectId().orElseThrow(), item.roundId()).pdf();
        };
    }
}
