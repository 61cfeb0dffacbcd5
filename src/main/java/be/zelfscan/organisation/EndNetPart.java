package be.zelfscan.organisation;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.text.Names;
import be.zelfscan.web.FormRefusal;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Ends a school group, a centre or a site, and takes it into use again. Nothing is deleted: people, sites and answers of what ended stay as
 * they are.
 */
@Singleton
public class EndNetPart {
    /** What can end, by its word in an address and in the log. */
    enum Kind {
        school_group("scholengroep"), centre("centrum"), site("vestiging");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        static Kind of(String word) {
            return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst().orElseThrow();
        }

        /** @throws be.zelfscan.web.Refusal when there is none of this kind with that id */
        NetPart find(Net net, UUID id) {
            return switch (this) {
                case school_group -> net.schoolGroup(id).orElseThrow(Net::noSchoolGroup);
                case centre -> net.centre(id).orElseThrow(Net::noCentre);
                case site -> net.site(id).orElseThrow(Net::noSite);
            };
        }
    }

    private final NetRepository net;
    private final ActivityLog log;
    private final Clock clock;

    EndNetPart(NetRepository net, ActivityLog log, Clock clock) {
        this.net = net;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Returns what it is about; does nothing when that had ended.
     *
     * @throws FormRefusal when it is a school group for which a centre still works
     */
    @Transactional
    NetPart end(Kind kind, UUID id) {
        Net now = net.readToChange();
        NetPart part = kind.find(now, id);
        FormRefusal.when(NetRules.end(now, part));
        if (part.isActive()) {
            save(part.withEnd(Optional.of(BelgianDutch.today(clock))), Action.organisation_ended, kind.word + " " + part.name());
        }
        return part;
    }

    /**
     * Returns what it is about; does nothing when that goes on.
     *
     * @throws FormRefusal when it is a centre that works for no school group that goes on
     */
    @Transactional
    NetPart resume(Kind kind, UUID id) {
        Net now = net.readToChange();
        NetPart part = kind.find(now, id);
        FormRefusal.when(NetRules.resume(now, part));
        if (!part.isActive()) {
            String said = kind.word + " " + part.name() + " weer in gebruik";
            if (part instanceof Centre centre) {
                Centre resumed = centre.resumed(group -> now.schoolGroup(group).filter(SchoolGroup::isActive).isPresent());
                List<String> left = centre.schoolGroups().stream().filter(group -> !resumed.schoolGroups().contains(group)).map(now::nameOf)
                        .sorted(Names.IN_ORDER).toList();
                save(resumed, Action.organisation_changed, left.isEmpty() ? said : said + "; niet meer voor " + BelgianDutch.list(left));
            } else {
                save(part.withEnd(Optional.empty()), Action.organisation_changed, said);
            }
        }
        return part;
    }

    private void save(NetPart part, Action action, String detail) {
        net.save(NetRepository.Changes.of(part));
        log.note(action, part.id(), detail);
    }
}
