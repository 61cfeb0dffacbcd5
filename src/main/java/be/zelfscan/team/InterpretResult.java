package be.zelfscan.team;

import static be.zelfscan.database.schema.Tables.INTERPRETATION;
import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.ROUND_CENTRE;
import static be.zelfscan.database.schema.Tables.SCAN;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.select;

import be.zelfscan.access.Permission;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.EarlierScan;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.SentScan;
import be.zelfscan.text.Texts;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormRefusal;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * What a team says of its own result: one text a screen, fed by what it sent, that it can change until the next round of the same
 * instrument opens for its centre. It is the team's own, and no part of what was sent.
 */
@Singleton
public class InterpretResult {
    private static final int LONGEST = 10_000;

    /** The steps from the result to agreements, in order. */
    public enum Screen {
        striking("opvallend", "Wat valt ons op?",
                "Kijk eerst, oordeel later. Wat verrast jullie, wat bevestigt wat jullie al dachten?"), //
        agreeing("eens-en-oneens", "Waar zijn we het eens, waar verschillen we?",
                "Een verschil is geen fout: het zegt waar een gesprek iets oplevert."), //
        safeguarding("behouden", "Wat willen we behouden?", "Wat goed loopt, blijft niet vanzelf. Wat mag zeker niet verloren gaan?"), //
        choosing("keuzes", "Onze twee of drie keuzes", "Niet alles tegelijk. Waar zetten jullie eerst op in, en waarom daar?"), //
        exploring("uitzoeken", "Wat willen we nog uitzoeken?",
                "Waarvan weten jullie nog te weinig, en wie of wat kan jullie verder helpen?"), //
        agreements("afspraken", "Onze afspraken",
                "Wie doet wat, en tegen wanneer? Enkele kleine afspraken zijn meer waard dan een groot plan.");

        private final String word;
        private final String title;
        private final String hint;

        Screen(String word, String title, String hint) {
            this.word = word;
            this.title = title;
            this.hint = hint;
        }

        /** As an address says it. */
        public String word() {
            return word;
        }

        public String title() {
            return title;
        }

        public String hint() {
            return hint;
        }

        /** From 1. */
        public int number() {
            return ordinal() + 1;
        }

        /** The next one; empty after the last. */
        public Optional<Screen> next() {
            return Arrays.stream(values()).filter(one -> one.ordinal() == ordinal() + 1).findFirst();
        }

        /** The one before; empty for the first. */
        public Optional<Screen> previous() {
            return Arrays.stream(values()).filter(one -> one.ordinal() == ordinal() - 1).findFirst();
        }

        /** Whether a text stands on it, as on all but the last. */
        public boolean isWritten() {
            return this != agreements;
        }

        static Screen of(String word) {
            return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst()
                    .orElseThrow(() -> Refusal.notFound("Deze stap bestaat niet. Begin bij jullie resultaat."));
        }
    }

    /**
     * What stands on a screen.
     *
     * @param revision from 1; 0 when nobody wrote anything
     * @param by who wrote it; empty for nobody
     */
    public record Written(String content, int revision, String by, Optional<Instant> at) {
        static final Written NOTHING = new Written("", 0, "", Optional.empty());

        /** What the form of a screen edits. */
        FormContent form() {
            return formOf(content);
        }

        static FormContent formOf(String content) {
            return FormContent.of("Jullie tekst", content);
        }
    }

    /**
     * The conversation of a team about what it sent.
     *
     * @param earlier what it sent before, to lay beside it; empty when there is nothing
     * @param spreads how the team was spread before it met, by section; none where it is not known
     * @param closure why the texts cannot be changed any more, as a sentence; empty while they can
     */
    public record Conversation(SentScan sent, Questionnaire questionnaire, Optional<EarlierScan> earlier, Map<String, Spread> spreads,
            Map<Screen, Written> texts, String closure) {
        public boolean isOpen() {
            return closure.isEmpty();
        }

        public Written text(Screen screen) {
            return texts.getOrDefault(screen, Written.NOTHING);
        }

        public List<ResultFigures.Figure> figures(Screen screen) {
            return ResultFigures.of(screen, sent, questionnaire, earlier, spreads);
        }
    }

    private final DSLContext sql;
    private final ScanReading reading;
    private final PlaceAlone alone;
    private final Instruments instruments;
    private final Clock clock;

    InterpretResult(DSLContext sql, ScanReading reading, PlaceAlone alone, Instruments instruments, Clock clock) {
        this.sql = sql;
        this.reading = reading;
        this.alone = alone;
        this.instruments = instruments;
        this.clock = clock;
    }

    /**
     * @throws be.zelfscan.scan.ScanNotFound when there is no such sent scan
     * @throws be.zelfscan.access.NotAllowed when it is not of this person's own centre
     */
    @ReadOnly
    public Conversation read(UUID sentId, UUID personId) {
        SentScan sent = reading.sentScan(sentId, personId);
        Permission.see_scan.require(sent.roles());
        return new Conversation(sent, instruments.get(sent.questionnaire()),
                reading.earlier(reading.scan(sent.scanId(), personId), personId), alone.spreads(sent.scanId()),
                texts(sent.scanId()), closure(sent));
    }

    /** The texts about a scan; those of somebody else's are not there. Needs a transaction. */
    Map<Screen, Written> texts(UUID scanId) {
        Map<Screen, Written> texts = new EnumMap<>(Screen.class);
        sql.select(INTERPRETATION.SCREEN, INTERPRETATION.CONTENT, INTERPRETATION.REVISION,
                function("person_name", String.class, INTERPRETATION.CHANGED_BY), INTERPRETATION.CHANGED_AT)
                .from(INTERPRETATION).where(INTERPRETATION.SCAN_ID.eq(scanId))
                .forEach(row -> texts.put(Screen.valueOf(row.value1()),
                        new Written(row.value2(), row.value3(), row.value4(), Optional.of(row.value5()))));
        return texts;
    }

    /** The next round of the same instrument in which the centre takes part ends it, from its opening on. */
    private String closure(SentScan sent) {
        var own = ROUND.as("own");
        return sql.select(ROUND.TITLE).from(ROUND).join(ROUND_CENTRE).on(ROUND_CENTRE.ROUND_ID.eq(ROUND.ID))
                .where(ROUND_CENTRE.CENTRE_ID.eq(sent.centreId()), ROUND.QUESTIONNAIRE_ID.eq(sent.questionnaire().id()),
                        ROUND.STATE.ne("draft"),
                        ROUND.OPENS_ON.gt(select(own.OPENS_ON).from(own).join(SCAN).on(SCAN.ROUND_ID.eq(own.ID))
                                .where(SCAN.ID.eq(sent.scanId()))))
                .orderBy(ROUND.OPENS_ON).limit(1).fetchOptional(ROUND.TITLE)
                .map("De ronde ‘%s’ is intussen geopend. Wat jullie hier schreven, blijft zoals het is."::formatted).orElse("");
    }

    /**
     * Keeps the text of a screen.
     *
     * @param seen the version of what the form was made from
     * @throws FormRefusal when it is too long
     * @throws Overtaken when somebody else wrote there meanwhile
     * @throws Refusal when it cannot be changed any more
     */
    @Transactional
    public void write(UUID sentId, Screen screen, String typed, String seen, UUID personId) {
        Conversation conversation = read(sentId, personId);
        Permission.answer.require(conversation.sent().roles());
        if (!conversation.isOpen()) {
            throw Refusal.conflict(conversation.closure());
        }
        String content = Texts.lines(typed);
        if (Texts.length(content) > LONGEST) {
            throw FormRefusal.typed(Map.of("tekst", "Deze tekst telt %d tekens; er is plaats voor %d. Kort hem in."
                    .formatted(Texts.length(content), LONGEST)));
        }
        Written kept = conversation.text(screen);
        Overtaken.check(seen, kept.form(), Written.formOf(content));
        if (!content.equals(kept.content()) && !put(conversation.sent().scanId(), screen, content, kept.revision(), personId)) {
            // Somebody else wrote between reading and writing.
            Overtaken.check("", texts(conversation.sent().scanId()).get(screen).form(), Written.formOf(content));
        }
    }

    /** Writes over a revision; returns false, and does nothing, when another one stands there by now. */
    private boolean put(UUID scanId, Screen screen, String content, int base, UUID personId) {
        return sql
                .insertInto(INTERPRETATION, INTERPRETATION.SCAN_ID, INTERPRETATION.SCREEN, INTERPRETATION.CONTENT, INTERPRETATION.REVISION,
                        INTERPRETATION.CHANGED_BY, INTERPRETATION.CHANGED_AT)
                .values(scanId, screen.name(), content, base + 1, personId, clock.instant())
                .onConflict(INTERPRETATION.SCAN_ID, INTERPRETATION.SCREEN).doUpdate()
                .set(INTERPRETATION.CONTENT, excluded(INTERPRETATION.CONTENT))
                .set(INTERPRETATION.REVISION, excluded(INTERPRETATION.REVISION))
                .set(INTERPRETATION.CHANGED_BY, excluded(INTERPRETATION.CHANGED_BY))
                .set(INTERPRETATION.CHANGED_AT, excluded(INTERPRETATION.CHANGED_AT))
                .where(INTERPRETATION.REVISION.eq(base)).execute() == 1;
    }
}
