package be.zelfscan.organisation;

import be.zelfscan.organisation.OrganisationPages.CentrePage;
import be.zelfscan.organisation.OrganisationPages.CentreParts;
import be.zelfscan.organisation.OrganisationPages.Choice;
import be.zelfscan.organisation.OrganisationPages.Frame;
import be.zelfscan.organisation.OrganisationPages.Problems;
import be.zelfscan.web.Shell;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The pages of a centre, made of the net. */
final class CentrePages {
    static final String SITE = "vestiging";

    private CentrePages() {}

    static CentrePage fresh(Net net, Shell shell, String name, Set<UUID> chosen, Problems problems) {
        return new CentrePage(Frame.ofNew(shell, problems, CentreManagementController.PATH), name, groups(net, chosen), Optional.empty(),
                Optional.empty());
    }

    static CentrePage of(Net net, NetCentre centre, Shell shell, String notice, String name, Set<UUID> chosen, String siteName,
            Problems problems) {
        String address = CentreManagementController.address(centre.id());
        Lines lines = new Lines(net, "");
        List<Site> sites = net.sitesOf(centre.id());
        CentreParts parts = new CentreParts(centre.isActive() ? address + "/vestiging" : "", siteName, problems.at(SITE),
                sites.stream().filter(Site::isActive).map(Lines::line).toList(),
                sites.stream().filter(site -> !site.isActive()).map(Lines::line).toList(),
                net.peopleOf(centre.id()).stream().map(person -> lines.line(person, centre.id())).toList(),
                centre.isActive() ? "/organisatie/persoon/nieuw?centrum=" + centre.id() : "");
        return new CentrePage(Frame.of(shell, notice, problems, address, Edited.of(net, centre)), name, groups(net, chosen),
                Optional.of(parts),
                Optional.of(Notices.ending(centre, address, OrganisationPages.EndingWords.of("dit centrum"))));
    }

    /** Every school group that goes on, and what was chosen already. */
    private static List<Choice> groups(Net net, Set<UUID> chosen) {
        return net.schoolGroups().stream().filter(group -> group.isActive() || chosen.contains(group.id()))
                .map(group -> new Choice(group.id().toString(), group.name() + (group.isActive() ? "" : " (beëindigd)"),
                        chosen.contains(group.id())))
                .toList();
    }
}
