package be.zelfscan.report;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.comparison.ComparedRound;
import be.zelfscan.comparison.ComparisonNotFound;
import be.zelfscan.comparison.NetComparison;
import be.zelfscan.database.Scope;
import be.zelfscan.report.RoundReportQueries.Entry;
import be.zelfscan.report.RoundReportQueries.Item;
import be.zelfscan.report.RoundReportQueries.Kind;
import be.zelfscan.schedule.RecurringJob;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.text.Slug;
import be.zelfscan.web.Refusal;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All reports of a closed round: ordered by the support team, made one by one by a job, fetched as one file. What is made is kept
 * at once, so that a restart goes on with the rest; a report that cannot be made is given up after a few tries, and keeps no
 * other back.
 */
@Singleton
class RoundReports {
    private static final Logger LOG = LoggerFactory.getLogger(RoundReports.class);

    private final RoundReportQueries reports;
    private final Reports documents;
    private final NetComparison net;
    private final ActivityLog log;
    private final Clock clock;

    /**
     * The reports of a round, and how far they are.
     *
     * @param compared whether there is something to compare; otherwise only centres have a report
     * @param inspires whether its centres can be introduced to each other
     * @param subjects the school groups and the centres that can have a report; none while the round is open
     * @param progress empty when nobody ordered them
     */
    record OfRound(ComparedRound round, boolean compared, boolean inspires, List<RoundReportQueries.Subject> subjects,
            Optional<RoundReportQueries.Progress> progress) {}

    /** A file with all of them. */
    record Zip(String name, InputStream content) {}

    RoundReports(RoundReportQueries reports, Reports documents, NetComparison net, ActivityLog log, Clock clock) {
        this.reports = reports;
        this.documents = documents;
        this.net = net;
        this.log = log;
        this.clock = clock;
    }

    /** @throws ComparisonNotFound when there is no such round, or it is a draft */
    @ReadOnly
    OfRound of(UUID roundId) {
        ComparedRound round = net.rounds().stream().filter(one -> one.id().equals(roundId)).findFirst()
                .orElseThrow(ComparisonNotFound::round);
        boolean scaled = net.isScaled(round);
        return new OfRound(round, scaled, net.asksWhoInspires(round),
                reports.subjects(roundId).stream().filter(subject -> scaled || subject.kind() == Kind.centre).toList(),
                reports.progress(roundId));
    }

    /**
     * Has all reports made, also when they were made before; once when two ask for it at once.
     *
     * @throws ComparisonNotFound unless the round is closed and some centre sent a scan
     */
    @Transactional
    void order(UUID roundId, UUID personId) {
        OfRound ofRound = of(roundId);
        if (!ofRound.round().isFrozen()) {
            throw ComparisonNotFound.notYet(ofRound.round());
        }
        if (ofRound.subjects().isEmpty()) {
            throw ComparisonNotFound.nobodySent("het net", ofRound.round().title());
        }
        UUID orderId = UUID.randomUUID();
        if (!reports.order(orderId, roundId, personId, clock.instant())) {
            return;
        }
        Set<String> names = new HashSet<>();
        int position = 0;
        if (ofRound.compared()) {
            reports.add(new Item(orderId, ++position, Kind.net, Optional.empty(), roundId), unique(names, "het-net"));
        }
        for (RoundReportQueries.Subject subject : ofRound.subjects()) {
            reports.add(new Item(orderId, ++position, subject.kind(), Optional.of(subject.id()), roundId),
                    unique(names, folder(subject.kind()) + Slug.of(subject.name())));
        }
        log.note(Action.exported, roundId, "%s: %s gevraagd".formatted(ofRound.round().title(),
                BelgianDutch.counted(position, "rapport", "rapporten")));
    }

    private static String folder(Kind kind) {
        return switch (kind) {
            case net -> "";
            case school_group -> "scholengroepen/";
            case centre -> "centra/";
        };
    }

    private static String unique(Set<String> taken, String name) {
        String unique = name;
        for (int number = 2; !taken.add(unique); number++) {
            unique = name + "-" + number;
        }
        return unique + Pdf.ENDING;
    }

    /**
     * All reports that are made, read one by one while the file is.
     *
     * @throws Refusal unless they all were made or given up
     */
    @Transactional
    Zip zip(UUID roundId) {
        OfRound ofRound = of(roundId);
        RoundReportQueries.Progress progress = ofRound.progress().orElseThrow(() -> Refusal.conflict(
                "De rapporten van deze ronde zijn nog niet gemaakt, of ze zijn gewist. "
                        + "Laat ze eerst maken op de pagina met de rapporten van de ronde."));
        if (progress.isBusy()) {
            throw Refusal.conflict("De rapporten worden nog gemaakt: %d van %d %s klaar. Probeer het straks opnieuw."
                    .formatted(progress.done(), progress.total(), progress.done() == 1 ? "is" : "zijn"));
        }
        log.note(Action.exported, roundId, "%s: alle rapporten".formatted(ofRound.round().title()));
        Scope reader = Scope.current();
        return new Zip(Slug.of("rapporten", ofRound.round().title()) + ".zip",
                new ReportZip(reports.made(progress.orderId()),
                        entry -> reader.call(() -> pdf(progress.orderId(), entry.position())),
                        ofRound.round().frozenAt().orElseThrow().atZone(BelgianDutch.ZONE).toLocalDateTime()));
    }

    @ReadOnly
    Optional<byte[]> pdf(UUID orderId, int position) {
        return reports.pdf(orderId, position);
    }

    /** Makes the next report, for one instance at a time; returns false when there is nothing more to do now. */
    boolean makeNext() {
        return takeNext().map(this::make).orElse(false);
    }

    @Transactional
    Optional<Item> takeNext() {
        Optional<Item> item = reports.next();
        if (item.isEmpty()) {
            reports.giveUp();
        }
        return item;
    }

    private boolean make(Item item) {
        try {
            keep(item, pdf(item));
            return true;
        } catch (ReportRoom.Full full) {
            putBack(item);
            return false;
        } catch (RuntimeException failure) {
            LOG.error("Report {} of order {} could not be made", item.position(), item.orderId(), failure);
            return true;
        }
    }

    private byte[] pdf(Item item) {
        return switch (item.kind()) {
            case net -> documents.net(item.roundId()).content();
            case school_group -> documents.schoolGroupItself(item.subjectId().orElseThrow(), item.roundId()).content();
            case centre -> of(item.roundId()).compared()
                    ? documents.centreItself(item.subjectId().orElseThrow(), item.roundId()).content()
                    : documents.centreAlone(item.subjectId().orElseThrow(), item.roundId()).content();
        };
    }

    @Transactional
    void keep(Item item, byte[] pdf) {
        reports.keep(item, pdf, clock.instant());
    }

    @Transactional
    void putBack(Item item) {
        reports.putBack(item);
    }

    /** Makes what was ordered. {@code zelfscan.reports.make=false} leaves it to other instances. */
    @Singleton
    @Requires(property = "zelfscan.reports.make", value = "true", defaultValue = "true")
    static class Job implements RecurringJob {
        private static final Duration PAUSE = Duration.ofSeconds(3);
        private static final int MOST_IN_ONE_RUN = 500;

        private final RoundReports reports;
        private volatile boolean stopping;

        Job(RoundReports reports) {
            this.reports = reports;
        }

        @Override
        public String name() {
            return "round-reports";
        }

        @Override
        public Schedule schedule() {
            return FixedDelay.of(PAUSE);
        }

        @Override
        public void run() {
            for (int made = 0; made < MOST_IN_ONE_RUN && !stopping && reports.makeNext(); made++) {
                Thread.yield();
            }
        }

        @Override
        public void stop() {
            stopping = true;
        }
    }

    /**
     * A ZIP file that is made while it is read: at any time it holds one report. What was read is always a whole file: where reports
     * disappear meanwhile, a text in it names them. For one reader.
     */
    private static final class ReportZip extends InputStream {
        private final Iterator<Entry> entries;
        private final Function<Entry, Optional<byte[]>> content;
        private final LocalDateTime moment;
        private final List<String> missing = new ArrayList<>();
        private final ByteArrayOutputStream made = new ByteArrayOutputStream();
        private final ZipOutputStream zip = new ZipOutputStream(made);
        private byte[] ready = {};
        private int at;
        private boolean ended;

        /** @param moment that each file in it says to be from */
        ReportZip(List<Entry> entries, Function<Entry, Optional<byte[]>> content,
                LocalDateTime moment) {
            this.entries = entries.iterator();
            this.content = content;
            this.moment = moment;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (at == ready.length && !ended) {
                makeMore();
            }
            int count = Math.min(length, ready.length - at);
            if (count == 0) {
                return -1;
            }
            System.arraycopy(ready, at, into, offset, count);
            at += count;
            return count;
        }

        private void makeMore() throws IOException {
            made.reset();
            if (entries.hasNext()) {
                Entry entry = entries.next();
                Optional<byte[]> report = content.apply(entry);
                if (report.isPresent()) {
                    put(entry.fileName(), report.get());
                } else {
                    missing.add(entry.fileName());
                }
            } else {
                if (!missing.isEmpty()) {
                    put("LEES MIJ.txt", whatIsMissing().getBytes(StandardCharsets.UTF_8));
                }
                zip.close();
                ended = true;
            }
            ready = made.toByteArray();
            at = 0;
        }

        private void put(String name, byte[] content) throws IOException {
            ZipEntry file = new ZipEntry(name);
            file.setTimeLocal(moment);
            zip.putNextEntry(file);
            zip.write(content);
            zip.closeEntry();
        }

        private String whatIsMissing() {
            return """
                    Dit bestand is niet volledig: tijdens het downloaden liet iemand de rapporten opnieuw maken, of ze werden gewist.
                    Download het opnieuw op de pagina Rapporten van de ronde, zodra ze klaar zijn. Deze rapporten ontbreken hier:

                    %s
                    """.formatted(String.join("\n", missing));
        }
    }
}
