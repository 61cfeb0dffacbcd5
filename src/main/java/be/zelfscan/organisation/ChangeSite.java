package be.zelfscan.organisation;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.web.BelgianDutch;
import be.zelfscan.web.Overtaken;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Adds, renames and ends sites of centres. */
@Singleton
public class ChangeSite {
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
        String centre = now.centre(centreId).orElseThrow(NotThere::centre).name();
        Site site = new Site(UUID.randomUUID(), centreId, Wording.clean(name), Optional.empty());
        Refused.when(NetRules.of(now, site).stream().map(reason -> reason.at(CentrePages.SITE)).toList());
        save(site, Action.organisation_added, "vestiging " + site.name() + " van " + centre);
    }

    /**
     * Answers the centre of the site.
     *
     * @param seen the version of what the form was made from
     * @throws Refused when the name is none, or taken within the centre
     * @throws Overtaken when that is no longer what is kept
     */
    @Transactional
    public UUID rename(UUID id, String name, String seen) {
        Net now = net.readToChange();
        Site before = find(now, id);
        Site site = before.withName(Wording.clean(name));
        Refused.when(NetRules.of(now, site));
        Overtaken.check(seen, Edited.of(before), Edited.of(site));
        if (!site.equals(before)) {
            save(site, Action.organisation_changed, "vestiging " + before.name() + " heet nu " + site.name());
        }
        return site.centreId();
    }

    /** Answers the centre of the site. */
    @Transactional
    public UUID end(UUID id) {
        Site site = find(net.readToChange(), id);
        if (site.isActive()) {
            save(site.withEnd(Optional.of(LocalDate.now(clock.withZone(BelgianDutch.ZONE)))), Action.organisation_ended,
                    "vestiging " + site.name());
        }
        return site.centreId();
    }

    /** Answers the centre of the site. */
    @Transactional
    public UUID resume(UUID id) {
        Site site = find(net.readToChange(), id);
        if (!site.isActive()) {
            save(site.withEnd(Optional.empty()), Action.organisation_changed, "vestiging " + site.name() + " weer in gebruik");
        }
        return site.centreId();
    }

    private static Site find(Net now, UUID id) {
        return now.site(id).orElseThrow(NotThere::site);
    }

    private void save(Site site, Action action, String detail) {
        net.save(ChangeSet.of(site));
        log.note(action, site.id(), detail);
    }
}
