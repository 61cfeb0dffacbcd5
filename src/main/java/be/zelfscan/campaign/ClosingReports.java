package be.zelfscan.campaign;

import be.zelfscan.comparison.ComparedCentre;
import be.zelfscan.comparison.SchoolGroupComparison;
import be.zelfscan.comparison.Viewer;
import be.zelfscan.database.Scope;
import be.zelfscan.mail.Attachment;
import be.zelfscan.report.ComparedReports;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The reports that go with the mail that a round is closed: to people of a centre that of the centre, to who leads school groups that of each. A leader
 * gets a mail for each centre; the report of a school group goes with that of its first centre, and the others say so.
 */
@Singleton
class ClosingReports {
    private final ComparedReports reports;
    private final SchoolGroupComparison schoolGroups;

    ClosingReports(ComparedReports reports, SchoolGroupComparison schoolGroups) {
        this.reports = reports;
        this.schoolGroups = schoolGroups;
    }

    /** A sentence for each report that goes with this mail or another one. */
    List<String> sentences(RoundMailDesk.Occasion occasion) {
        if (occasion.ofCentre()) {
            return List.of(
                    "In de bijlage vind je jullie rapport met de vergelijking: naast het net en jullie scholengroepen, en naast jullie vorige zelfscan als die er is.");
        }
        return led(occasion).stream().flatMap(one -> sentence(one, occasion.part().centreId()).stream()).toList();
    }

    private static Optional<String> sentence(SchoolGroupComparison.Led led, UUID centreId) {
        return led.beginsWith(centreId)
                ? Optional.of("In de bijlage vind je het rapport van %s: alle centra naast elkaar, met hun toelichtingen."
                        .formatted(led.group().name()))
                : led.first().map(ComparedCentre::name)
                        .map(first -> "Het rapport van %s, met alle centra naast elkaar, zit bij de mail over %s.".formatted(
                                led.group().name(), first));
    }

    /** Made as the reader may see them. */
    List<Attachment> attachments(RoundMailDesk.Occasion occasion) {
        UUID roundId = occasion.part().roundId();
        if (occasion.ofCentre()) {
            return List.of(made(occasion, reader -> reports.centre(occasion.part().centreId(), roundId, reader)));
        }
        return led(occasion).stream().filter(one -> one.beginsWith(occasion.part().centreId()))
                .map(one -> made(occasion, reader -> reports.schoolGroup(one.group().id(), roundId, reader))).toList();
    }

    private List<SchoolGroupComparison.Led> led(RoundMailDesk.Occasion occasion) {
        return schoolGroups.led(occasion.part().centreId(), occasion.part().roundId(), occasion.personId());
    }

    private static Attachment made(RoundMailDesk.Occasion occasion, Function<Viewer, ComparedReports.Made> report) {
        ComparedReports.Made made = new Scope.Person(occasion.personId()).call(() -> report.apply(new Viewer(occasion.personId(), false)));
        return new Attachment(made.fileName(), MediaType.APPLICATION_PDF, made.pdf());
    }
}
