package be.zelfscan.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The school groups of centres, to choose among. Pure. */
final class SchoolGroupChoices {
    private SchoolGroupChoices() {}

    /** By name, each with the number of these centres that work for it. */
    static List<CampaignPages.SchoolGroupChoice> of(List<CentreOfNet> centres) {
        Map<CentreOfNet.Group, Long> counted = centres.stream().flatMap(centre -> centre.schoolGroups().stream())
                .collect(Collectors.groupingBy(group -> group, LinkedHashMap::new, Collectors.counting()));
        Map<String, CampaignPages.SchoolGroupChoice> byName = new TreeMap<>();
        counted.forEach((group, number) -> byName.put(group.name(),
                new CampaignPages.SchoolGroupChoice(group.id(), group.name(), number.intValue())));
        return List.copyOf(byName.values());
    }
}
