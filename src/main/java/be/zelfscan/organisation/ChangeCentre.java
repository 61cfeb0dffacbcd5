package be.zelfscan.organisation;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.text.Names;
import be.zelfscan.text.Texts;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormRefusal;
import be.zelfscan.web.FormRefusal.Reason;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Adds and changes centres and their sites; {@link EndNetPart} ends them. */
@Singleton
public class ChangeCentre {
    /** The field of the form of a centre that names a new site. */
    static final String NEW_SITE = "vestiging";

    private final NetRepository net;
    private final ActivityLog log;

    ChangeCentre(NetRepository net, ActivityLog log) {
        this.net = net;
        this.log = log;
    }

    /**
     * @throws FormRefusal when the name is none, or taken, or no school group is named
     */
    @Transactional
    public UUID add(String name, Set<UUID> schoolGroups) {
        Centre centre = new Centre(UUID.randomUUID(), Texts.line(name), schoolGroups, Optional.empty());
        check(net.readToChange(), centre);
        save(centre, Action.organisation_added, "centrum " + centre.name());
        return centre.id();
    }

    /**
     * @param seen the version of what the form was made from
     * @throws FormRefusal when the name is none, or taken, or no school group is named
     * @throws Overtaken when that is no longer what is kept
     */
    @Transactional
    public void change(UUID id, String name, Set<UUID> schoolGroups, String seen) {
        Net now = net.readToChange();
        Centre before = find(now, id);
        Centre centre = new Centre(id, Texts.line(name), schoolGroups, before.endedOn());
        check(now, centre);
        Overtaken.check(seen, content(now, before), content(now, centre));
        if (!centre.equals(before)) {
            save(centre, Action.organisation_changed, "centrum " + before.name() + ": " + words(now, before, centre));
        }
    }

    private static void check(Net now, Centre centre) {
        Optional<Reason> unknown = NetRules.knownGroups(now, centre.schoolGroups());
        FormRefusal.when(unknown.isPresent() ? unknown.stream().toList() : NetRules.of(now, centre));
    }

    private static String words(Net now, Centre before, Centre after) {
        List<String> words = new ArrayList<>();
        if (!before.name().equals(after.name())) {
            words.add("heet nu " + after.name());
        }
        if (!before.schoolGroups().equals(after.schoolGroups())) {
            words.add("werkt voor " + BelgianDutch.list(after.schoolGroups().stream().map(now::nameOf).sorted(Names.IN_ORDER).toList()));
        }
        return String.join(", ", words);
    }

    /** What its form edits. */
    static FormContent content(Net net, Centre centre) {
        return FormContent.of("Naam", centre.name(), "Scholengroepen",
                String.join(", ", centre.schoolGroups().stream().map(net::nameOf).sorted().toList()), "Stand", centre.state());
    }

    private static Centre find(Net now, UUID id) {
        return now.centre(id).orElseThrow(Net::noCentre);
    }

    private void save(Centre centre, Action action, String detail) {
        net.save(NetRepository.Changes.of(centre));
        log.note(action, centre.id(), detail.length() > 2000 ? detail.substring(0, 2000) : detail);
    }

    /**
     * @throws FormRefusal when the name is none, or taken within the centre
     */
    @Transactional
    public void addSite(UUID centreId, String name) {
        Net now = net.readToChange();
        String centre = find(now, centreId).name();
        Site site = new Site(UUID.randomUUID(), centreId, Texts.line(name), Optional.empty());
        FormRefusal.when(NetRules.of(now, site).stream().map(reason -> reason.at(NEW_SITE)).toList());
        save(site, Action.organisation_added, "vestiging " + site.name() + " van " + centre);
    }

    /**
     * Returns the centre of the site.
     *
     * @param seen the version of what the form was made from
     * @throws FormRefusal when the name is none, or taken within the centre
     * @throws Overtaken when that is no longer what is kept
     */
    @Transactional
    public UUID renameSite(UUID id, String name, String seen) {
        Net now = net.readToChange();
        Site before = findSite(now, id);
        Site site = before.withName(Texts.line(name));
        FormRefusal.when(NetRules.of(now, site));
        Overtaken.check(seen, content(before), content(site));
        if (!site.equals(before)) {
            save(site, Action.organisation_changed, "vestiging " + before.name() + " heet nu " + site.name());
        }
        return site.centreId();
    }

    /** What the form of a site edits. */
    static FormContent content(Site site) {
        return FormContent.of("Naam", site.name(), "Stand", site.state());
    }

    private static Site findSite(Net now, UUID id) {
        return now.site(id).orElseThrow(Net::noSite);
    }

    private void save(Site site, Action action, String detail) {
        net.save(NetRepository.Changes.of(site));
        log.note(action, site.id(), detail);
    }
}
