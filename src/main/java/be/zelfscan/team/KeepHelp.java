package be.zelfscan.team;

import static be.zelfscan.database.schema.Tables.CENTRE;
import static be.zelfscan.database.schema.Tables.HELP;
import static be.zelfscan.database.schema.Tables.PERSON;
import static org.jooq.impl.DSL.count;

import be.zelfscan.access.Permission;
import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.database.NameOrder;
import be.zelfscan.database.Scope;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.RemovePerson;
import be.zelfscan.question.Stage;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.text.Texts;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormRefusal;
import be.zelfscan.web.Refusal;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;

/**
 * Help on the way: the support team keeps it, centres propose some, whoever signed in reads what is shown. It is kept by instrument, over
 * its versions: what belongs to a section that has another id in another version is found there too.
 */
@Singleton
public class KeepHelp {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_LINK = 500;
    /** How many proposals of a centre can wait at once. */
    private static final int MOST_WAITING = 30;

    /**
     * A form of help, as it was filled in; nothing is judged yet.
     *
     * @param reply of the support team, to the centre that proposed it
     */
    public record HelpForm(String section, String stage, String kind, String title, String text, String link, String reply) {
        static HelpForm of(Form form) {
            return new HelpForm(form.first("deel"), form.first("stap"), form.first("soort"), Texts.line(form.first("titel")),
                    Texts.lines(form.first("tekst")), Texts.line(form.first("link")), Texts.lines(form.first("antwoord")));
        }

        static HelpForm of(KeptHelp kept) {
            Help help = kept.help();
            return new HelpForm(help.section(), help.stage(), help.kind().name(), help.title(), help.text(), help.link(), kept.reply());
        }

        static HelpForm forSection(String section) {
            return new HelpForm(section, "", Help.Kind.material.name(), "", "", "", "");
        }
    }

    /**
     * Help with how it came and how it stands.
     *
     * @param centreId that proposed it; empty for what the support team put there itself
     * @param by who added it
     * @param reply of the support team to the centre; empty when there is none
     */
    public record KeptHelp(String questionnaireId, Help help, Help.State state, Optional<UUID> centreId, String centre, String by,
            Instant at, String reply) {
        public boolean isProposal() {
            return centreId.isPresent();
        }
    }

    /** How much there is of an instrument: all of it, and the proposals that wait. */
    record Counted(int all, int waiting) {}

    /** For how long what is shown may be what it was. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private record Shown(Instant at, List<Help> help) {}

    /** Somebody changed what is kept. */
    record HelpChanged() {}

    private final Map<String, Shown> shown = new ConcurrentHashMap<>();
    private final DSLContext sql;
    private final Instruments instruments;
    private final OrganisationRepository organisations;
    private final ActivityLog log;
    private final ApplicationEventPublisher<HelpChanged> events;
    private final Clock clock;

    KeepHelp(DSLContext sql, Instruments instruments, OrganisationRepository organisations, ActivityLog log,
            ApplicationEventPublisher<HelpChanged> events, Clock clock) {
        this.sql = sql;
        this.instruments = instruments;
        this.organisations = organisations;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** What is shown with each section of a version, by its id; a section without help is not there. */
    @ReadOnly
    public Map<String, List<Help>> shown(Questionnaire questionnaire) {
        List<Help> all = shown(questionnaire.id());
        return questionnaire.sections().stream()
                .collect(Collectors.toMap(Section::id, section -> with(idsOf(questionnaire, section.id()), all)));
    }

    /** What is shown with one section of a version. */
    @ReadOnly
    List<Help> shown(Questionnaire questionnaire, String section) {
        return with(idsOf(questionnaire, section), shown(questionnaire.id()));
    }

    private static List<Help> with(Set<String> ids, List<Help> all) {
        return all.stream().filter(one -> ids.contains(one.section())).toList();
    }

    /**
     * What is shown of an instrument. It is the same for whoever signed in and stands on every page that is answered, so that it is read
     * once for all: again after a change, and after {@link #FRESH} for one by another instance. Who changes it meanwhile waits until it is
     * read, and clears it then.
     */
    private List<Help> shown(String questionnaireId) {
        if (Scope.current() instanceof Scope.Nobody) {
            return List.of(); // nobody sees any, which is not kept for others
        }
        Shown known = shown.get(questionnaireId);
        return isFresh(known) ? known.help()
                : shown.compute(questionnaireId, (id, read) -> isFresh(read) ? read : new Shown(clock.instant(), read(id))).help();
    }

    private boolean isFresh(@Nullable Shown known) {
        return known != null && Duration.between(known.at(), clock.instant()).abs().compareTo(FRESH) < 0;
    }

    private List<Help> read(String questionnaireId) {
        return sql.select(HELP.ID, HELP.SECTION, HELP.STAGE, HELP.KIND.convertFrom(Help.Kind::valueOf), HELP.TITLE, HELP.TEXT, HELP.LINK)
                .from(HELP).where(HELP.QUESTIONNAIRE_ID.eq(questionnaireId), HELP.STATE.eq(Help.State.shown.name()))
                .orderBy(NameOrder.of(HELP.TITLE), HELP.ID).fetch(Records.mapping(Help::new));
    }

    @TransactionalEventListener
    void changed(HelpChanged change) {
        shown.clear();
    }

    /** The database took the name out of what is shown. */
    @TransactionalEventListener
    void removed(RemovePerson.Removed person) {
        shown.clear();
    }

    private void changed(Action action, UUID id, String about) {
        log.note(action, id, about);
        events.publishEvent(new HelpChanged());
    }

    /** The ids that a section of a version has, had before, and has in the newest version. */
    private Set<String> idsOf(Questionnaire questionnaire, String section) {
        Map<String, String> later = newest(questionnaire.id()).map(Questionnaire::continues).orElse(Map.of());
        return Stream.of(Stream.of(section), Optional.ofNullable(questionnaire.continues().get(section)).stream(),
                later.entrySet().stream().filter(one -> one.getValue().equals(section)).map(Map.Entry::getKey))
                .flatMap(ids -> ids).collect(Collectors.toSet());
    }

    /** The newest version of each instrument that a round can take, by id. */
    List<Questionnaire> newest() {
        return instruments.all().stream().map(Instruments.Definition::questionnaire)
                .collect(Collectors.toMap(Questionnaire::id, Function.identity(), (newest, older) -> newest, LinkedHashMap::new)).values()
                .stream().toList();
    }

    private Optional<Questionnaire> newest(String id) {
        return newest().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** @throws Refusal when there is no such instrument */
    Questionnaire questionnaire(String id) {
        return newest(id).orElseThrow(() -> Refusal.notFound("Deze vragenlijst bestaat niet. Kies er een uit de lijst."));
    }

    /** How much there is of each instrument. */
    @ReadOnly
    Map<String, Counted> counted() {
        return sql.select(HELP.QUESTIONNAIRE_ID, count(), count().filterWhere(HELP.STATE.eq(Help.State.proposed.name()))).from(HELP)
                .groupBy(HELP.QUESTIONNAIRE_ID).fetchMap(HELP.QUESTIONNAIRE_ID, row -> new Counted(row.value2(), row.value3()));
    }

    /** All of an instrument, shown or not, for the support team. */
    @ReadOnly
    List<KeptHelp> all(String questionnaireId) {
        return kept(HELP.QUESTIONNAIRE_ID.eq(questionnaireId));
    }

    /** @throws Refusal when there is no such help */
    @ReadOnly
    KeptHelp get(UUID id) {
        return kept(HELP.ID.eq(id)).stream().findFirst().orElseThrow(KeepHelp::notFound);
    }

    /**
     * What helps with an instrument, as a centre reads it, and what the centre proposed.
     *
     * @param proposals the newest first
     */
    record ForCentre(String centre, Questionnaire questionnaire, Map<String, List<Help>> shown, List<KeptHelp> proposals) {}

    /** @throws be.zelfscan.access.NotAllowed when the person is not of this centre */
    @ReadOnly
    ForCentre forCentre(UUID centreId, String questionnaireId, UUID personId) {
        Permission.propose_help.require(organisations.roles(personId, centreId));
        Questionnaire questionnaire = questionnaire(questionnaireId);
        return new ForCentre(organisations.centreName(centreId).orElseThrow(KeepHelp::notFound), questionnaire, shown(questionnaire),
                kept(HELP.QUESTIONNAIRE_ID.eq(questionnaireId).and(HELP.CENTRE_ID.eq(centreId))).reversed());
    }

    private List<KeptHelp> kept(Condition which) {
        return sql
                .select(HELP.QUESTIONNAIRE_ID, HELP.ID, HELP.SECTION, HELP.STAGE, HELP.KIND, HELP.TITLE, HELP.TEXT, HELP.LINK, HELP.STATE,
                        HELP.CENTRE_ID, CENTRE.NAME, PERSON.NAME, HELP.ADDED_AT, HELP.REPLY)
                .from(HELP).leftJoin(CENTRE).on(CENTRE.ID.eq(HELP.CENTRE_ID)).leftJoin(PERSON).on(PERSON.ID.eq(HELP.ADDED_BY))
                .where(which).orderBy(HELP.ADDED_AT, HELP.ID)
                .fetch(row -> new KeptHelp(row.value1(),
                        new Help(row.value2(), row.value3(), row.value4(), Help.Kind.valueOf(row.value5()), row.value6(), row.value7(),
                                row.value8()),
                        Help.State.valueOf(row.value9()), Optional.ofNullable(row.value10()),
                        Optional.ofNullable(row.value11()).orElse(""), Optional.ofNullable(row.value12()).orElse(""), row.value13(),
                        row.value14()));
    }

    /**
     * Adds help that is shown from now on.
     *
     * @param id names it, so that a form that is posted twice adds one
     * @throws FormRefusal when it is not right
     */
    @Transactional
    public void add(UUID id, String questionnaireId, HelpForm form, UUID personId) {
        Questionnaire questionnaire = questionnaire(questionnaireId);
        FormRefusal.when(problems(questionnaire, form, Help.State.shown));
        if (insert(id, questionnaireId, form, Help.State.shown, Optional.empty(), personId)) {
            changed(Action.help_added, id, about(questionnaire, form.section()));
        }
    }

    /**
     * Proposes help, for a centre; nobody else sees it before the support team decided.
     *
     * @param id names it, so that a form that is posted twice proposes one
     * @throws FormRefusal when it is not right
     * @throws Refusal when too many wait
     */
    @Transactional
    void propose(UUID id, UUID centreId, String questionnaireId, HelpForm form, UUID personId) {
        Permission.propose_help.require(organisations.roles(personId, centreId));
        Questionnaire questionnaire = questionnaire(questionnaireId);
        FormRefusal.when(problems(questionnaire, form, Help.State.proposed));
        if (sql.fetchCount(HELP, HELP.CENTRE_ID.eq(centreId).and(HELP.STATE.eq(Help.State.proposed.name()))) >= MOST_WAITING) {
            throw Refusal.conflict("Er wachten al %d voorstellen van jullie op POC+. Wacht tot die bekeken zijn, of trek er een in."
                    .formatted(MOST_WAITING));
        }
        if (insert(id, questionnaireId, form, Help.State.proposed, Optional.of(centreId), personId)) {
            changed(Action.help_proposed, id, about(questionnaire, form.section()));
        }
    }

    private boolean insert(UUID id, String questionnaireId, HelpForm form, Help.State state, Optional<UUID> centreId, UUID personId) {
        return sql.insertInto(HELP).set(HELP.ID, id).set(HELP.QUESTIONNAIRE_ID, questionnaireId).set(HELP.SECTION, form.section())
                .set(HELP.STAGE, form.stage()).set(HELP.KIND, form.kind()).set(HELP.TITLE, form.title()).set(HELP.TEXT, form.text())
                .set(HELP.LINK, form.link()).set(HELP.STATE, state.name()).set(HELP.CENTRE_ID, centreId.orElse(null))
                .set(HELP.ADDED_BY, personId).set(HELP.ADDED_AT, clock.instant()).onConflictDoNothing().execute() == 1;
    }

    /** Takes back what a centre proposed and nobody decided about. @throws Refusal when that is not there any more */
    @Transactional
    void takeBack(UUID centreId, UUID helpId, UUID personId) {
        Permission.propose_help.require(organisations.roles(personId, centreId));
        if (sql.deleteFrom(HELP).where(HELP.ID.eq(helpId), HELP.CENTRE_ID.eq(centreId), HELP.STATE.eq(Help.State.proposed.name()))
                .execute() == 0) {
            throw Refusal.conflict("Dit voorstel is er niet meer, of POC+ heeft er intussen over beslist.");
        }
    }

    /**
     * Changes help, and decides whether it is shown.
     *
     * @param seen the version of what the form was made from
     * @throws FormRefusal when it is not right
     * @throws Overtaken when that is no longer what is kept
     * @throws Refusal when it is not there
     */
    @Transactional
    void change(UUID id, HelpForm form, Help.State state, String seen, UUID personId) {
        sql.select(HELP.ID).from(HELP).where(HELP.ID.eq(id)).forUpdate().fetch();
        KeptHelp kept = get(id);
        Questionnaire questionnaire = questionnaire(kept.questionnaireId());
        FormRefusal.when(problems(questionnaire, form, state));
        HelpForm replied = kept.isProposal() ? form
                : new HelpForm(form.section(), form.stage(), form.kind(), form.title(), form.text(), form.link(), "");
        FormContent now = content(questionnaire, HelpForm.of(kept), kept.state());
        FormContent typed = content(questionnaire, replied, state);
        Overtaken.check(seen, now, typed);
        if (typed.equals(now)) {
            return;
        }
        sql.update(HELP).set(HELP.SECTION, replied.section()).set(HELP.STAGE, replied.stage()).set(HELP.KIND, replied.kind())
                .set(HELP.TITLE, replied.title()).set(HELP.TEXT, replied.text()).set(HELP.LINK, replied.link())
                .set(HELP.REPLY, replied.reply()).set(HELP.STATE, state.name()).set(HELP.CHANGED_BY, personId)
                .set(HELP.CHANGED_AT, clock.instant()).where(HELP.ID.eq(id)).execute();
        changed(Action.help_changed, id, about(questionnaire, replied.section()));
    }

    /** Erases help that is not shown. @throws Refusal when it is, or is not there */
    @Transactional
    void erase(UUID id) {
        KeptHelp kept = get(id);
        if (sql.deleteFrom(HELP).where(HELP.ID.eq(id), HELP.STATE.in(Help.State.withdrawn.name(), Help.State.declined.name()))
                .execute() == 0) {
            throw Refusal.conflict("Wat getoond wordt of nog op een beslissing wacht, kan je niet wissen. Toon het eerst niet meer.");
        }
        changed(Action.help_erased, id, about(questionnaire(kept.questionnaireId()), kept.help().section()));
    }

    /** Never what was typed: the log is kept for good. */
    private static String about(Questionnaire questionnaire, String section) {
        return questionnaire.title() + ": " + questionnaire.sectionTitle(section);
    }

    /** What the form of help edits. */
    static FormContent content(Questionnaire questionnaire, HelpForm form, Help.State state) {
        return FormContent.of(questionnaire.words().block().title(), questionnaire.sectionTitle(form.section()),
                questionnaire.words().stage().title(),
                questionnaire.stages().stream().filter(stage -> stage.id().equals(form.stage())).map(Stage::label).findFirst().orElse(""),
                "Soort", Stream.of(Help.Kind.values()).filter(kind -> kind.name().equals(form.kind())).map(Help.Kind::label).findFirst()
                        .orElse(""),
                "Titel", form.title(), "Uitleg", form.text(), "Link", form.link(), "Antwoord aan het centrum", form.reply(), "Stand",
                state.label());
    }

    private static List<FormRefusal.Reason> problems(Questionnaire questionnaire, HelpForm form, Help.State state) {
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<Section> section = questionnaire.clusters().stream().flatMap(cluster -> cluster.sections().stream())
                .filter(one -> one.id().equals(form.section())).findFirst();
        if (section.isEmpty()) {
            problems.put("deel", "Kies waarbij het helpt.");
        }
        if (!form.stage().isEmpty() && questionnaire.stages().stream().skip(1).noneMatch(stage -> stage.id().equals(form.stage()))) {
            problems.put("stap", "Kies er een uit de lijst.");
        } else if (!form.stage().isEmpty() && section.filter(one -> !one.isPlaced()).isPresent()) {
            problems.put("stap", "Hier hoort geen %s bij: laat dit open.".formatted(questionnaire.words().stage().one()));
        }
        if (Stream.of(Help.Kind.values()).noneMatch(kind -> kind.name().equals(form.kind()))) {
            problems.put("soort", "Kies wat het is.");
        }
        if (form.title().isEmpty()) {
            problems.put("titel", "Geef het een titel.");
        } else {
            tooLong("titel", form.title(), LONGEST_TITLE, problems);
            Texts.hiddenSign(form.title()).ifPresent(sentence -> problems.put("titel", sentence));
        }
        tooLong("tekst", form.text(), LONGEST_TEXT, problems);
        if (!form.link().isEmpty()) {
            linkProblem(form.link()).ifPresent(sentence -> problems.put("link", sentence));
        }
        tooLong("antwoord", form.reply(), LONGEST_TEXT, problems);
        if (state == Help.State.declined && form.reply().isEmpty()) {
            problems.put("antwoord", "Schrijf in een zin waarom niet: het centrum leest dat.");
        }
        return problems.entrySet().stream().map(one -> FormRefusal.Reason.typed(one.getKey(), one.getValue())).toList();
    }

    private static void tooLong(String field, String text, int most, Map<String, String> problems) {
        int length = Texts.length(text);
        if (length > most) {
            problems.put(field, "Dit telt %s tekens; er is plaats voor %s.".formatted(BelgianDutch.number(length),
                    BelgianDutch.number(most)));
        }
    }

    /** Why a text is no address to which a page of ours may lead; empty when it is. Pure. */
    static Optional<String> linkProblem(String link) {
        if (link.length() > LONGEST_LINK) {
            return Optional.of("Dit adres telt %s tekens; er is plaats voor %s.".formatted(BelgianDutch.number(link.length()),
                    BelgianDutch.number(LONGEST_LINK)));
        }
        try {
            URI address = new URI(link);
            boolean host = address.getHost() != null && address.getHost().contains(".") && address.getUserInfo() == null;
            return link.startsWith("https://") && host && address.getPort() == -1 && Texts.hiddenSign(link).isEmpty() ? Optional.empty()
                    : Optional.of("Neem het adres over zoals het in de browser staat. Het begint met https://.");
        } catch (URISyntaxException e) {
            return Optional.of("Neem het adres over zoals het in de browser staat. Het begint met https://.");
        }
    }

    private static Refusal notFound() {
        return Refusal.notFound("Dit staat niet meer bij de hulp. Kies iets uit de lijst.");
    }
}
