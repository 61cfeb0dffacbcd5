package be.zelfscan.organisation;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.organisation.Refused.Reason;
import be.zelfscan.text.Names;
import be.zelfscan.text.Texts;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.Overtaken;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Adds, changes and ends centres. */
@Singleton
public class ChangeCentre {
    private final NetRepository net;
    private final ActivityLog log;
    private final Clock clock;

    ChangeCentre(NetRepository net, ActivityLog log, Clock clock) {
        this.net = net;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @throws Refused when the name is none, or taken, or no school group is named
     */
    @Transactional
    public UUID add(String name, Set<UUID> schoolGroups) {
        NetCentre centre = new NetCentre(UUID.randomUUID(), Texts.line(name), schoolGroups, Optional.empty());
        check(net.readToChange(), centre);
        save(centre, Action.organisation_added, "centrum " + centre.name());
        return centre.id();
    }

    /**
     * @param seen the version of what the form was made from
     * @throws Refused when the name is none, or taken, or no school group is named
     * @throws Overtaken when that is no longer what is kept
     */
    @Transactional
    public void change(UUID id, String name, Set<UUID> schoolGroups, String seen) {
        Net now = net.readToChange();
        NetCentre before = find(now, id);
        NetCentre centre = new NetCentre(id, Texts.line(name), schoolGroups, before.endedOn());
        check(now, centre);
        Overtaken.check(seen, content(now, before), content(now, centre));
        if (!centre.equals(before)) {
            save(centre, Action.organisation_changed, "centrum " + before.name() + ": " + words(now, before, centre));
        }
    }

    private static void check(Net now, NetCentre centre) {
        Optional<Reason> unknown = NetRules.knownGroups(now, centre.schoolGroups());
        Refused.when(unknown.isPresent() ? unknown.stream().toList() : NetRules.of(now, centre));
    }

    private static String words(Net now, NetCentre before, NetCentre after) {
        List<String> words = new ArrayList<>();
        if (!before.name().equals(after.name())) {
            words.add("heet nu " + after.name());
        }
        if (!before.schoolGroups().equals(after.schoolGroups())) {
            words.add("werkt voor " + BelgianDutch.list(after.schoolGroups().stream().map(now::nameOf).sorted(Names.IN_ORDER).toList()));
        }
        return String.join(", ", words);
    }

    /** Ends a centre; its people, sites and answers stay as they are. */
    @Transactional
    public void end(UUID id) {
        NetCentre centre = find(net.readToChange(), id);
        if (centre.isActive()) {
            save(centre.withEnd(Optional.of(BelgianDutch.today(clock))), Action.organisation_ended,
                    "centrum " + centre.name());
        }
    }

    /**
     * @throws Refused when it works for no school group that goes on
     */
    @Transactional
    public void resume(UUID id) {
        Net now = net.readToChange();
        NetCentre centre = find(now, id).withEnd(Optional.empty());
        Refused.when(NetRules.of(now, centre));
        if (!centre.equals(find(now, id))) {
            save(centre, Action.organisation_changed, "centrum " + centre.name() + " weer in gebruik");
        }
    }

    /** What its form edits. */
    static FormContent content(Net net, NetCentre centre) {
        return FormContent.of("Naam", centre.name(), "Scholengroepen",
                String.join(", ", centre.schoolGroups().stream().map(net::nameOf).sorted().toList()), "Stand", centre.state());
    }

    private static NetCentre find(Net now, UUID id) {
        return now.centre(id).orElseThrow(Net::noCentre);
    }

    private void save(NetCentre centre, Action action, String detail) {
        net.save(NetRepository.Changes.of(centre));
        log.note(action, centre.id(), detail.length() > 2000 ? detail.substring(0, 2000) : detail);
    }
}
