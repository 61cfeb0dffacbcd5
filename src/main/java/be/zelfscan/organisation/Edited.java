package be.zelfscan.organisation;

import be.zelfscan.web.BelgianDutch;
import be.zelfscan.web.FormContent;
import java.util.Collection;

/** What the forms of the net edit. Pure. */
final class Edited {
    private Edited() {}

    static FormContent of(SchoolGroup group) {
        return FormContent.of("Naam", group.name(), "Stand", state(group));
    }

    static FormContent of(Net net, NetCentre centre) {
        return FormContent.of("Naam", centre.name(), "Scholengroepen", list(centre.schoolGroups().stream().map(net::nameOf).toList()),
                "Stand", state(centre));
    }

    static FormContent of(Site site) {
        return FormContent.of("Naam", site.name(), "Stand", state(site));
    }

    static FormContent of(Net net, NetPerson person) {
        return FormContent.of("Naam", person.name(), "E-mailadres", person.email(), "Rollen",
                list(person.roles().stream().map(net::words).toList()), "Stand", person.endedOn().map(day -> "niet actief sinds "
                        + BelgianDutch.date(day)).orElse("actief"));
    }

    private static String list(Collection<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }

    private static String state(Endable thing) {
        return thing.endedOn().map(day -> "beëindigd op " + BelgianDutch.date(day)).orElse("in gebruik");
    }
}
