package be.zelfscan.followup;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.text.Names;
import be.zelfscan.text.Texts;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.Overtaken;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Makes, renames and ends the labels of the support team. */
@Singleton
public class ManageLabels {
    static final int LONGEST_NAME = 60;

    private final LabelRepository labels;
    private final ActivityLog log;
    private final Clock clock;

    ManageLabels(LabelRepository labels, ActivityLog log, Clock clock) {
        this.labels = labels;
        this.log = log;
        this.clock = clock;
    }

    /** @throws FollowupRefused when the name is no name, or another label has it */
    @Transactional
    public NoteLabel make(String typed) {
        String name = name(typed);
        UUID id = UUID.randomUUID();
        if (!labels.add(id, name, clock.instant())) {
            throw taken(name);
        }
        log.note(Action.label_made, id, name);
        return new NoteLabel(id, name, false);
    }

    /**
     * @param seen the version of what the form was made from
     * @throws FollowupRefused when there is no such label, the name is no name, or another label has it
     * @throws Overtaken when that is no longer what is kept
     */
    @Transactional
    public void rename(UUID labelId, String typed, String seen) {
        NoteLabel label = hold(labelId);
        String name = name(typed);
        Overtaken.check(seen, content(label), content(new NoteLabel(labelId, name, label.ended())));
        if (name.equals(label.name())) {
            return;
        }
        if (!labels.rename(labelId, name)) {
            throw taken(name);
        }
        log.note(Action.label_renamed, labelId, label.name() + " → " + name);
    }

    /** From now on it hangs on nothing more; where it hangs it stays, and counts. */
    @Transactional
    public void end(UUID labelId) {
        NoteLabel label = hold(labelId);
        if (!label.ended()) {
            labels.end(labelId, clock.instant());
            log.note(Action.label_ended, labelId, label.name());
        }
    }

    @Transactional
    public void resume(UUID labelId) {
        NoteLabel label = hold(labelId);
        if (label.ended()) {
            labels.resume(labelId);
            log.note(Action.label_resumed, labelId, label.name());
        }
    }

    /** What the form of a label edits. */
    static FormContent content(NoteLabel label) {
        return FormContent.of("Naam", label.name(), "Stand", label.ended() ? "beëindigd" : "in gebruik");
    }

    private NoteLabel hold(UUID labelId) {
        return labels.hold(labelId).orElseThrow(ManageLabels::notFound);
    }

    static FollowupRefused notFound() {
        return FollowupRefused.notFound("Dit label bestaat niet. Kies een label uit de lijst.");
    }

    private static String name(String typed) {
        String name = Texts.line(typed);
        int length = Texts.length(name);
        if (name.isEmpty()) {
            throw FollowupRefused.filledIn("Geef het label een naam, bijvoorbeeld ‘te weinig tijd’.");
        }
        if (length > LONGEST_NAME) {
            throw FollowupRefused.filledIn("Deze naam telt %d tekens; er is plaats voor %d.".formatted(length, LONGEST_NAME));
        }
        Names.oddSign(name).ifPresent(sentence -> {
            throw FollowupRefused.filledIn(sentence);
        });
        return name;
    }

    private static FollowupRefused taken(String name) {
        return FollowupRefused.now("Er is al een label ‘%s’. Kies een andere naam, of gebruik dat label.".formatted(name));
    }
}
