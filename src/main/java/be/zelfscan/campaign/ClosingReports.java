package be.zelfscan.campaign;

import be.zelfscan.comparison.ComparedCentre;
import be.zelfscan.comparison.SchoolGroupComparison.Led;
import be.zelfscan.comparison.Viewer;
import be.zelfscan.database.Scope;
import be.zelfscan.mail.Attachment;
import be.zelfscan.report.ComparedReports;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The reports that go with the mail that a round is closed: of each centre where the reader works, and of each school group that the reader leads. */
@Singleton
class ClosingReports {
    private final ComparedReports reports;

    ClosingReports(ComparedReports reports) {
        this.reports = reports;
    }

    /** Made as the reader may see them; none where nothing was sent. */
    List<Attachment> of(UUID roundId, UUID personId, List<RoundPart> own, List<Led> led) {
        Stream<Attachment> ofCentres = own.stream().filter(part -> part.lastSent().isPresent())
                .map(part -> made(personId, reader -> reports.centre(part.centreId(), roundId, reader)));
        Stream<Attachment> ofGroups = led.stream().filter(one -> one.centres().stream().anyMatch(ComparedCentre::sent))
                .map(one -> made(personId, reader -> reports.schoolGroup(one.group().id(), roundId, reader)));
        return Stream.concat(ofCentres, ofGroups).toList();
    }

    private static Attachment made(UUID personId, Function<Viewer, ComparedReports.Made> report) {
        ComparedReports.Made made = new Scope.Person(personId).call(() -> report.apply(new Viewer(personId, false)));
        return new Attachment(made.fileName(), MediaType.APPLICATION_PDF, made.pdf());
    }
}
