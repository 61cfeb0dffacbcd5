package be.zelfscan.campaign;

import be.zelfscan.access.SignedIn;
import be.zelfscan.web.BelgianDutch;
import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page of a school group: the centres that work for it, and what they sent. */
@Controller("/scholengroep/{schoolGroupId}")
class SchoolGroupController {
    private final SchoolGroupReading reading;
    private final Templates templates;
    private final Shells shells;

    SchoolGroupController(SchoolGroupReading reading, Templates templates, Shells shells) {
        this.reading = reading;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, SignedIn person, UUID schoolGroupId) {
        SchoolGroupReading.Sheet sheet = reading.of(schoolGroupId, person);
        List<CampaignPages.RoundOfGroup> rounds = grouped(sheet.rows(), SchoolGroupRepository.SentRow::roundId).values().stream()
                .map(rows -> round(rows, schoolGroupId, person)).toList();
        return templates.page("campaign/schoolGroup", new CampaignPages.SchoolGroupPage(shells.of(request, sheet.group().name()),
                sheet.group().name(), sheet.centres(), rounds));
    }

    private static CampaignPages.RoundOfGroup round(List<SchoolGroupRepository.SentRow> rows, UUID schoolGroupId, SignedIn person) {
        List<CampaignPages.CentreLine> centres = grouped(rows, SchoolGroupRepository.SentRow::centreName).entrySet().stream()
                .map(centre -> new CampaignPages.CentreLine(centre.getKey(), centre.getValue().stream()
                        .flatMap(row -> row.sent().stream()).map(SchoolGroupController::link).toList()))
                .toList();
        SchoolGroupRepository.SentRow round = rows.getFirst();
        String beside = round.closed() || person.support() ? "/scholengroep/%s/ronde/%s".formatted(schoolGroupId, round.roundId()) : "";
        return new CampaignPages.RoundOfGroup(round.roundTitle(), round.closed(), beside, centres);
    }

    private static CampaignPages.SentLink link(SchoolGroupRepository.Sent sent) {
        return new CampaignPages.SentLink("/resultaat/" + sent.id(), "nr. %d, %s".formatted(sent.number(), BelgianDutch.date(sent.at())));
    }

    private static <K> Map<K, List<SchoolGroupRepository.SentRow>> grouped(List<SchoolGroupRepository.SentRow> rows,
            Function<SchoolGroupRepository.SentRow, K> by) {
        return rows.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }
}
