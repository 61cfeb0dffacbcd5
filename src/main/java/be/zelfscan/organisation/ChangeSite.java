package be.zelfscan.organisation;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.text.Texts;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.Overtaken;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Adds, renames and ends sites of centres. */
@Singleton
public class ChangeSite {
    /** The field of the form of a centre that names a new one. */
    static final String NEW_SITE = "vestiging";

    private final NetRepository net;
    private final ActivityLog log;
    private final Clock clock;

    ChangeSite(NetRepository net, ActivityLog log, Clock clock) {
        this.net = net;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @throws Refused when the name is none, or taken within the centre
     */
    @Transactional
    public void add(UUID centreId, String name) {
        Net now = net.readToChange();
        String centre = now.centre(centreId).orElseThrow(Net::noCentre).name();
        Site site = new Site(UUID.randomUUID(), centreId, Texts.line(name), Optional.empty());
        Refused.when(NetRules.of(now, site).stream().map(reason -> reason.at(NEW_SITE)).toList());
        save(site, Action.organisation_added, "vestiging " + site.name() + " van " + centre);
    }

    /**
     * Returns the centre of the site.
     *
     * @param seen the version of what the form was made from
     * @throws Refused when the name is none, or taken within the centre
     * @throws Overtaken when that is no longer what is kept
     */
    @Transactional
    public UUID rename(UUID id, String name, String seen) {
        Net now = net.readToChange();
        Site before = find(now, id);
        Site site = before.withName(Texts.line(name));
        Refused.when(NetRules.of(now, site));
        Overtaken.check(seen, content(before), content(site));
        if (!site.equals(before)) {
            save(site, Action.organisation_changed, "vestiging " + before.name() + " heet nu " + site.name());
        }
        return site.centreId();
    }

    /** Returns the centre of the site. */
    @Transactional
    public UUID end(UUID id) {
        Site site = find(net.readToChange(), id);
        if (site.isActive()) {
            save(site.withEnd(Optional.of(BelgianDutch.today(clock))), Action.organisation_ended,
                    "vestiging " + site.name());
        }
        return site.centreId();
    }

    /** Returns the centre of the site. */
    @Transactional
    public UUID resume(UUID id) {
        Site site = find(net.readToChange(), id);
        if (!site.isActive()) {
            save(site.withEnd(Optional.empty()), Action.organisation_changed, "vestiging " + site.name() + " weer in gebruik");
        }
        return site.centreId();
    }

    /** What its form edits. */
    static FormContent content(Site site) {
        return FormContent.of("Naam", site.name(), "Stand", site.state());
    }

    private static Site find(Net now, UUID id) {
        return now.site(id).orElseThrow(Net::noSite);
    }

    private void save(Site site, Action action, String detail) {
        net.save(NetRepository.Changes.of(site));
        log.note(action, site.id(), detail);
    }
}
