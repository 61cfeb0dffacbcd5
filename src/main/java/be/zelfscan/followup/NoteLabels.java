package be.zelfscan.followup;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.followup.FollowedRounds.FollowedRound;
import be.zelfscan.text.Names;
import be.zelfscan.text.Texts;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The labels of the support team: made, renamed and ended; hung on notes and taken off; counted. Who hung one and when stays with it. */
@Singleton
public class NoteLabels {
    private static final int LONGEST_NAME = 60;
    /** More notes than stand on a page. */
    private static final int MOST_NOTES = 100;

    /**
     * A label, to hang on notes.
     *
     * @param ended whether it hangs on nothing more, but where it hung
     */
    public record Label(UUID id, String name, boolean ended) {}

    /** How often labels hang on what counts in a round: {@code overall} by label, {@code bySection} by label, then by section. */
    record Counted(FollowedRound round, List<Label> labels, Map<UUID, LabelQueries.LabelCount> overall,
            Map<UUID, Map<String, LabelQueries.LabelCount>> bySection) {}

    private final FollowedRounds rounds;
    private final LabelQueries labels;
    private final ActivityLog log;
    private final Clock clock;

    NoteLabels(FollowedRounds rounds, LabelQueries labels, ActivityLog log, Clock clock) {
        this.rounds = rounds;
        this.labels = labels;
        this.log = log;
        this.clock = clock;
    }

    /** @throws Refusal when the name is no name, or another label has it */
    @Transactional
    Label make(String typed) {
        String name = name(typed);
        UUID id = UUID.randomUUID();
        if (!labels.add(id, name, clock.instant())) {
            throw taken(name);
        }
        log.note(Action.label_made, id, name);
        return new Label(id, name, false);
    }

    /**
     * @param seen the version of what the form was made from
     * @throws Refusal when there is no such label, the name is no name, or another label has it
     * @throws Overtaken when that is no longer what is kept
     */
    @Transactional
    public void rename(UUID labelId, String typed, String seen) {
        Label label = hold(labelId);
        String name = name(typed);
        Overtaken.check(seen, content(label), content(new Label(labelId, name, label.ended())));
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
        Label label = hold(labelId);
        if (!label.ended()) {
            labels.end(labelId, clock.instant());
            log.note(Action.label_ended, labelId, label.name());
        }
    }

    @Transactional
    public void resume(UUID labelId) {
        Label label = hold(labelId);
        if (label.ended()) {
            labels.resume(labelId);
            log.note(Action.label_resumed, labelId, label.name());
        }
    }

    /**
     * Hangs one label on some notes; those that have it keep it.
     *
     * @param chosen the id of a label, as it was posted; empty when there is none
     * @param newName of a label that is made first; empty when there is none
     * @return how many notes got it
     * @throws Refusal with what to choose
     */
    @Transactional
    int hang(List<NoteKey> notes, String chosen, String newName, UUID person) {
        if (notes.isEmpty()) {
            throw Refusal.invalid("Vink eerst de toelichtingen aan die het label krijgen.");
        }
        if (notes.size() > MOST_NOTES) {
            throw Refusal.invalid("Je kan hoogstens %s toelichtingen tegelijk een label geven.".formatted(BelgianDutch.number(MOST_NOTES)));
        }
        return labels.hang(label(chosen, newName).id(), notes, person, clock.instant());
    }

    private Label label(String chosen, String newName) {
        if (!chosen.isBlank() && !newName.isBlank()) {
            throw Refusal.invalid("Kies een label of geef een nieuw label een naam, niet allebei.");
        }
        if (!newName.isBlank()) {
            return make(newName);
        }
        if (chosen.isBlank()) {
            throw Refusal.invalid("Kies een label, of geef een nieuw label een naam.");
        }
        Label label = Form.idOf(chosen).flatMap(labels::hold).orElseThrow(NoteLabels::notFound);
        if (label.ended()) {
            throw Refusal.conflict("Het label ‘%s’ is beëindigd. Kies een ander, of neem het opnieuw in gebruik.".formatted(label.name()));
        }
        return label;
    }

    /** Takes a label off a note; does nothing when it does not hang there. */
    @Transactional
    void take(NoteKey note, UUID labelId) {
        labels.take(labelId, note);
    }

    /** @throws be.zelfscan.comparison.ComparisonNotFound when there is no such round, or it is a draft */
    @ReadOnly(isolation = Isolation.REPEATABLE_READ)
    Counted count(UUID roundId) {
        return new Counted(rounds.get(roundId), labels.all(),
                labels.overall(roundId).stream().collect(Collectors.toMap(LabelQueries.LabelCount::label, Function.identity())),
                labels.bySection(roundId).stream().collect(Collectors.groupingBy(LabelQueries.LabelCount::label,
                        Collectors.toMap(LabelQueries.LabelCount::section, Function.identity()))));
    }

    /** What the form of a label edits. */
    static FormContent content(Label label) {
        return FormContent.of("Naam", label.name(), "Stand", label.ended() ? "beëindigd" : "in gebruik");
    }

    private Label hold(UUID labelId) {
        return labels.hold(labelId).orElseThrow(NoteLabels::notFound);
    }

    private static Refusal notFound() {
        return Refusal.notFound("Dit label bestaat niet. Kies een label uit de lijst.");
    }

    private static String name(String typed) {
        String name = Texts.line(typed);
        int length = Texts.length(name);
        if (name.isEmpty()) {
            throw Refusal.invalid("Geef het label een naam, bijvoorbeeld ‘te weinig tijd’.");
        }
        if (length > LONGEST_NAME) {
            throw Refusal.invalid("Deze naam telt %d tekens; er is plaats voor %d.".formatted(length, LONGEST_NAME));
        }
        Names.oddSign(name).ifPresent(sentence -> {
            throw Refusal.invalid(sentence);
        });
        return name;
    }

    private static Refusal taken(String name) {
        return Refusal.conflict("Er is al een label ‘%s’. Kies een andere naam, of gebruik dat label.".formatted(name));
    }
}
