package be.zelfscan.organisation;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.text.Texts;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormRefusal;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Adds and renames school groups; {@link EndNetPart} ends them. */
@Singleton
public class ChangeSchoolGroup {
    private final NetRepository net;
    private final ActivityLog log;

    ChangeSchoolGroup(NetRepository net, ActivityLog log) {
        this.net = net;
        this.log = log;
    }

    /**
     * @throws FormRefusal when the name is none, or taken
     */
    @Transactional
    public UUID add(String name) {
        SchoolGroup group = new SchoolGroup(UUID.randomUUID(), Texts.line(name), Optional.empty());
        FormRefusal.when(NetRules.of(net.readToChange(), group));
        save(group, Action.organisation_added, "scholengroep " + group.name());
        return group.id();
    }

    /**
     * @param seen the version of what the form was made from
     * @throws FormRefusal when the name is none, or taken
     * @throws Overtaken when that is no longer what is kept
     */
    @Transactional
    public void rename(UUID id, String name, String seen) {
        Net now = net.readToChange();
        SchoolGroup before = find(now, id);
        SchoolGroup group = before.withName(Texts.line(name));
        FormRefusal.when(NetRules.of(now, group));
        Overtaken.check(seen, content(before), content(group));
        if (!group.equals(before)) {
            save(group, Action.organisation_changed, "scholengroep " + before.name() + " heet nu " + group.name());
        }
    }

    /** What its form edits. */
    static FormContent content(SchoolGroup group) {
        return FormContent.of("Naam", group.name(), "Stand", group.state());
    }

    private static SchoolGroup find(Net now, UUID id) {
        return now.schoolGroup(id).orElseThrow(Net::noSchoolGroup);
    }

    private void save(SchoolGroup group, Action action, String detail) {
        net.save(NetRepository.Changes.of(group));
        log.note(action, group.id(), detail);
    }
}
