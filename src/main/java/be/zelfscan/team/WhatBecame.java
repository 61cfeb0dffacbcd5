package be.zelfscan.team;

import static be.zelfscan.database.schema.Tables.WHAT_BECAME;
import static org.jooq.impl.DSL.excluded;

import be.zelfscan.access.Permission;
import be.zelfscan.question.Fact;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.scan.EarlierScan;
import be.zelfscan.scan.LookingBack;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.ScanState;
import be.zelfscan.text.Texts;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormRefusal;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Records;

/**
 * What became of the agreements and priorities of the round before: said by the team when it begins a scan, until that scan is sent. It is
 * the team's own, and no part of what is sent.
 */
@Singleton
public class WhatBecame implements LookingBack {
    private static final int LONGEST_LINE = 500;

    /** What became of something. */
    public enum Became {
        done("gedaan"), going_on("loopt nog"), dropped("losgelaten"), changed_mind("van gedacht veranderd");

        private final String label;

        Became(String label) {
            this.label = label;
        }

        /** As the interface words it. */
        public String label() {
            return label;
        }

        static Optional<Became> of(String word) {
            return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
        }
    }

    /**
     * Something of the round before.
     *
     * @param id of the agreement, or of the section that came first
     * @param agreementId empty for a priority
     * @param about as it read then
     */
    public record Subject(String id, Optional<UUID> agreementId, String about) {}

    /**
     * What is said of it.
     *
     * @param became empty as long as nothing is said
     */
    public record Said(Optional<Became> became, String line) {
        static final Said NOTHING = new Said(Optional.empty(), "");

        private FormContent form(String about) {
            return FormContent.of(about, became.map(Became::label).orElse("") + (line.isEmpty() ? "" : ": " + line));
        }

        /** Of which content it is, so that a form says from which it was made. */
        String version() {
            return form("").version();
        }
    }

    /** A subject with what is said of it so far. */
    public record Item(Subject subject, Said said) {
        /** What somebody filled in, again, with what they were shown meanwhile: what was kept may have changed once more since. */
        Typed again(Typed typed, Overtaken overtaken) {
            List<FormContent.Field> now = said.form(subject.about()).fields();
            boolean isShown = overtaken.differences().stream()
                    .anyMatch(one -> now.contains(new FormContent.Field(one.label(), one.kept())));
            return isShown ? new Typed(typed.became(), typed.line(), said.version()) : typed;
        }
    }

    /**
     * The look back at the beginning of a scan.
     *
     * @param earlier what the centre sent before; empty when it sent nothing, so that there is nothing to look back at
     */
    public record LookBack(ScanState state, Optional<EarlierScan> earlier, List<Item> items) {
        public boolean isOpen() {
            return state.scan().isOpen();
        }

        public List<Item> agreements() {
            return items.stream().filter(item -> item.subject().agreementId().isPresent()).toList();
        }

        public List<Item> priorities() {
            return items.stream().filter(item -> item.subject().agreementId().isEmpty()).toList();
        }

        /** Whether something is not said yet. */
        boolean asks() {
            return items.stream().anyMatch(item -> item.said().became().isEmpty());
        }
    }

    /**
     * One line of a report. What it was about is empty when that was erased.
     *
     * @param ofAgreement whether it was an agreement, or else a priority
     */
    public record Line(boolean ofAgreement, String about, Became became, String line) {}

    private record Row(String subject, UUID agreementId, String about, String became, String line, int revision) {
        Said said() {
            return new Said(Became.of(became), line);
        }
    }

    private final DSLContext sql;
    private final ScanReading reading;
    private final Agreements agreements;
    private final Clock clock;

    WhatBecame(DSLContext sql, ScanReading reading, Agreements agreements, Clock clock) {
        this.sql = sql;
        this.reading = reading;
        this.agreements = agreements;
        this.clock = clock;
    }

    /**
     * @throws be.zelfscan.scan.ScanNotFound when there is no such scan
     * @throws be.zelfscan.access.NotAllowed when it is not of this person's centre
     */
    @ReadOnly
    public LookBack read(UUID scanId, UUID personId) {
        ScanState state = reading.scan(scanId, personId);
        return lookBack(state, personId);
    }

    @Override
    @ReadOnly
    public boolean hasSubjects(ScanState state, UUID personId) {
        return !lookBack(state, personId).items().isEmpty();
    }

    private LookBack lookBack(ScanState state, UUID personId) {
        Optional<EarlierScan> earlier = reading.earlier(state, personId);
        Map<String, Row> rows = rows(state.scan().id());
        return new LookBack(state, earlier, earlier.map(this::subjects).orElse(List.of()).stream()
                .map(subject -> new Item(subject, Optional.ofNullable(rows.get(subject.id())).map(Row::said).orElse(Said.NOTHING)))
                .toList());
    }

    private List<Subject> subjects(EarlierScan earlier) {
        List<Subject> priorities = new ArrayList<>();
        earlier.then().priorities().ifPresent(asked -> earlier.sent().answers().at(asked.section(), asked.question().id()).answer()
                .map(answer -> asked.question().facts(answer)).orElse(List.of()).stream().map(Fact::code).distinct()
                .flatMap(code -> earlier.then().section(code).stream()).forEach(section -> priorities.add(priority(section, priorities))));
        return Stream.concat(agreements.ofScan(earlier.sent().scanId()).stream()
                .map(one -> new Subject(one.id().toString(), Optional.of(one.id()), one.what())), priorities.stream()).toList();
    }

    private static Subject priority(Section section, List<Subject> before) {
        return new Subject(section.id(), Optional.empty(), "%d. %s".formatted(before.size() + 1, section.title()));
    }

    private Map<String, Row> rows(UUID scanId) {
        return sql
                .select(WHAT_BECAME.SUBJECT, WHAT_BECAME.AGREEMENT_ID, WHAT_BECAME.ABOUT, WHAT_BECAME.BECAME, WHAT_BECAME.LINE,
                        WHAT_BECAME.REVISION)
                .from(WHAT_BECAME).where(WHAT_BECAME.SCAN_ID.eq(scanId)).orderBy(WHAT_BECAME.ABOUT)
                .fetch(Records.mapping(Row::new)).stream()
                .collect(Collectors.toMap(Row::subject, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** What was said in a scan, the agreements first; for who is not of its centre, nothing. Needs a transaction. */
    List<Line> ofScan(UUID scanId) {
        List<Line> lines = rows(scanId).values().stream()
                .map(row -> new Line(row.agreementId() != null, row.about(), Became.valueOf(row.became()), row.line())).toList();
        return Stream.concat(lines.stream().filter(Line::ofAgreement), lines.stream().filter(line -> !line.ofAgreement())).toList();
    }

    /** What somebody filled in of one subject, and the version of what they were shown of it. */
    public record Typed(String became, String line, String seen) {
        Said said() {
            return new Said(Became.of(became), Texts.clean(line));
        }

        /** Whether it is other than what they were shown. */
        boolean isTouched() {
            return !said().version().equals(seen);
        }
    }

    /**
     * Keeps what was said, by subject; one that is not among them stays as it is. Give it those only that were {@link Typed#isTouched touched}.
     *
     * @throws FormRefusal when a line is too long, or stands with nothing
     * @throws Overtaken when somebody else said something else of the same subject meanwhile
     * @throws Refusal when the scan was sent meanwhile, or its round closed
     */
    @Transactional
    public void write(UUID scanId, Map<String, Typed> typed, UUID personId) {
        ScanState state = reading.held(scanId, personId);
        Permission.answer.require(state.scan().roles());
        if (!state.scan().isOpen()) {
            throw Refusal.conflict("Deze zelfscan is intussen verzonden of afgesloten. Wat er over de vorige keer staat, blijft zo.");
        }
        Map<String, String> problems = new LinkedHashMap<>();
        List<FormContent.Field> kept = new ArrayList<>();
        List<FormContent.Field> other = new ArrayList<>();
        Map<String, Row> rows = rows(scanId);
        Map<Subject, Said> changes = new LinkedHashMap<>();
        for (Item item : lookBack(state, personId).items()) {
            Typed filled = typed.get(item.subject().id());
            if (filled == null) {
                continue;
            }
            Said said = filled.said();
            if (said.equals(item.said())) {
                continue;
            }
            if (Texts.length(said.line()) > LONGEST_LINE) {
                problems.put(item.subject().id(), "Dit telt %d tekens; er is plaats voor %d. Kort het in."
                        .formatted(Texts.length(said.line()), LONGEST_LINE));
            } else if (said.became().isEmpty()) {
                problems.put(item.subject().id(), "Kies ook wat er van geworden is.");
            }
            if (!item.said().version().equals(filled.seen())) {
                kept.addAll(item.said().form(item.subject().about()).fields());
                other.addAll(said.form(item.subject().about()).fields());
            }
            changes.put(item.subject(), said);
        }
        if (!problems.isEmpty()) {
            throw FormRefusal.typed(problems);
        }
        Overtaken.check("", new FormContent(kept), new FormContent(other));
        for (Map.Entry<Subject, Said> change : changes.entrySet()) {
            int base = Optional.ofNullable(rows.get(change.getKey().id())).map(Row::revision).orElse(0);
            if (!put(scanId, change.getKey(), change.getValue(), base, personId)) {
                throw Refusal
                        .conflict("Iemand anders bewaarde op hetzelfde moment iets over ‘%s’. Kijk na wat er nu staat, en bewaar opnieuw."
                                .formatted(change.getKey().about()));
            }
        }
    }

    private boolean put(UUID scanId, Subject subject, Said said, int base, UUID personId) {
        return sql.insertInto(WHAT_BECAME).set(WHAT_BECAME.SCAN_ID, scanId).set(WHAT_BECAME.SUBJECT, subject.id())
                .set(WHAT_BECAME.AGREEMENT_ID, subject.agreementId().orElse(null)).set(WHAT_BECAME.ABOUT, subject.about())
                .set(WHAT_BECAME.BECAME, said.became().orElseThrow().name()).set(WHAT_BECAME.LINE, said.line())
                .set(WHAT_BECAME.REVISION, base + 1).set(WHAT_BECAME.CHANGED_BY, personId).set(WHAT_BECAME.CHANGED_AT, clock.instant())
                .onConflict(WHAT_BECAME.SCAN_ID, WHAT_BECAME.SUBJECT).doUpdate()
                .set(WHAT_BECAME.ABOUT, excluded(WHAT_BECAME.ABOUT)).set(WHAT_BECAME.BECAME, excluded(WHAT_BECAME.BECAME))
                .set(WHAT_BECAME.LINE, excluded(WHAT_BECAME.LINE)).set(WHAT_BECAME.REVISION, excluded(WHAT_BECAME.REVISION))
                .set(WHAT_BECAME.CHANGED_BY, excluded(WHAT_BECAME.CHANGED_BY))
                .set(WHAT_BECAME.CHANGED_AT, excluded(WHAT_BECAME.CHANGED_AT)).where(WHAT_BECAME.REVISION.eq(base)).execute() == 1;
    }
}
