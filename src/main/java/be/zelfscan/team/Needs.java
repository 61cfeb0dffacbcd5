package be.zelfscan.team;

import static be.zelfscan.database.schema.Tables.CENTRE_SCHOOL_GROUP;
import static be.zelfscan.database.schema.Tables.NEED;
import static be.zelfscan.database.schema.Tables.NEED_RECIPIENTS;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP;
import static be.zelfscan.database.schema.Tables.SENT_SCAN;

import be.zelfscan.access.Permission;
import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.database.NameOrder;
import be.zelfscan.mail.Outbox;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Role;
import be.zelfscan.organisation.SchoolGroup;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.question.Use;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.SentScan;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.text.Texts;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormRefusal;
import be.zelfscan.web.FormRefusal.Reason;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * What centres need: said by the people of a centre, passed on when they want it, answered by the school group, or by the support team for
 * itself and for the net. Nobody else reads any of it.
 */
@Singleton
public class Needs {
    /** The kind of the mail that tells a centre of an answer; its subject is the need. */
    static final String MAIL = "need-answered";
    /** What a need is about that is about no section. */
    static final String NO_SECTION = "alles samen";
    private static final int LONGEST_NEED = 500;
    private static final int LONGEST_ANSWER = 2_000;
    /** How much a centre can ask about one scan. */
    private static final int MOST_OF_SCAN = 200;

    /**
     * A form of a need, as it was filled in; nothing is judged yet.
     *
     * @param section what it is about; not read of one that is for an agreement, which says so itself
     * @param agreement the id of the agreement for which it is; empty when it is for none
     * @param of who is asked: a word of {@link Need.Asked}, or the id of a school group
     */
    public record NeedForm(String section, String agreement, String bottleneck, String of, String what, boolean passedOn) {
        static final NeedForm EMPTY = new NeedForm("", "", "", "", "", false);

        static NeedForm of(Form form) {
            return new NeedForm(form.first("deel"), form.first("afspraak"), form.first("hindert"), form.first("wie"),
                    Texts.lines(form.first("wat")),
                    !form.first("doorgeven").isEmpty());
        }
    }

    /** Somebody who can be asked. @param value as a form posts it */
    public record Choice(String value, String label) {}

    /**
     * What a centre needs after a scan, and what it can ask.
     *
     * @param needs of this scan, the oldest first
     * @param choices who can be asked
     * @param agreements that came from it
     */
    record OfScan(SentScan sent, Questionnaire questionnaire, List<Need> needs, List<Choice> choices, List<Agreement> agreements) {
        /** The agreement that a form is for. */
        Optional<Agreement> agreement(NeedForm form) {
            return agreements.stream().filter(one -> one.id().toString().equals(form.agreement())).findFirst();
        }

        /** The section that a form is about. */
        Optional<Section> section(NeedForm form) {
            String id = agreement(form).map(Agreement::section).orElse(form.section());
            return questionnaire.clusters().stream().flatMap(cluster -> cluster.sections().stream())
                    .filter(one -> one.id().equals(id)).findFirst();
        }
    }

    private final DSLContext sql;
    private final NeedQueries needs;
    private final ScanReading scans;
    private final Instruments instruments;
    private final OrganisationRepository organisations;
    private final Agreements agreements;
    private final Outbox outbox;
    private final ActivityLog log;
    private final Clock clock;

    Needs(DSLContext sql, NeedQueries needs, ScanReading scans, Instruments instruments, OrganisationRepository organisations,
            Agreements agreements, Outbox outbox,
            ActivityLog log, Clock clock) {
        this.sql = sql;
        this.needs = needs;
        this.scans = scans;
        this.instruments = instruments;
        this.organisations = organisations;
        this.agreements = agreements;
        this.outbox = outbox;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @throws be.zelfscan.scan.ScanNotFound when there is no such sent scan
     * @throws be.zelfscan.access.NotAllowed when it is not of this person's own centre
     */
    @ReadOnly
    OfScan ofScan(UUID sentId, UUID personId) {
        SentScan sent = sent(sentId, personId);
        return new OfScan(sent, instruments.get(sent.questionnaire()), ofScan(sent.scanId()), choices(sent.centreId()),
                agreements.ofScan(sent.scanId()));
    }

    private SentScan sent(UUID sentId, UUID personId) {
        SentScan sent = scans.sentScan(sentId, personId);
        Permission.ask_need.require(sent.roles());
        return sent;
    }

    /** What the reader's own centre needs after a scan, or what was passed on to the reader, the oldest first. */
    @ReadOnly
    public List<Need> ofScan(UUID scanId) {
        return needs.ofScan(scanId);
    }

    private List<Choice> choices(UUID centreId) {
        Stream<Choice> groups = sql.select(SCHOOL_GROUP.ID, SCHOOL_GROUP.NAME).from(CENTRE_SCHOOL_GROUP).join(SCHOOL_GROUP)
                .on(SCHOOL_GROUP.ID.eq(CENTRE_SCHOOL_GROUP.SCHOOL_GROUP_ID))
                .where(CENTRE_SCHOOL_GROUP.CENTRE_ID.eq(centreId), SCHOOL_GROUP.ENDED_ON.isNull())
                .orderBy(NameOrder.of(SCHOOL_GROUP.NAME), SCHOOL_GROUP.NAME)
                .fetch(row -> new Choice(row.value1().toString(), row.value2())).stream();
        return Stream.concat(groups, Stream.of(Need.Asked.support, Need.Asked.net).map(one -> new Choice(one.name(), one.label())))
                .toList();
    }

    /** The options by which a centre said, in one section, what hinders it; none where it said that nothing does. */
    public static List<Option> bottlenecks(SentScan sent, Section section) {
        return section.questions().stream().filter(question -> question.isFor(Use.BOTTLENECK))
                .flatMap(question -> chosen(sent, section, question)).toList();
    }

    private static Stream<Option> chosen(SentScan sent, Section section, Question question) {
        return sent.answers().codes(section.id(), question.id()).stream().flatMap(code -> question.option(code).stream())
                .filter(option -> !option.exclusive());
    }

    /**
     * Says what a centre needs.
     *
     * @param id names it, so that a form that is posted twice asks once
     * @throws FormRefusal when it is not right
     */
    @Transactional
    void ask(UUID id, UUID sentId, NeedForm form, UUID personId) {
        OfScan of = ofScan(sentId, personId);
        FormRefusal.when(problems(of, form));
        boolean ofNet = form.of().equals(Need.Asked.support.name()) || form.of().equals(Need.Asked.net.name());
        boolean isNew = sql.insertInto(NEED).set(NEED.ID, id).set(NEED.CENTRE_ID, of.sent().centreId())
                .set(NEED.SCAN_ID, of.sent().scanId()).set(NEED.SECTION, of.section(form).map(Section::id).orElse(""))
                .set(NEED.AGREEMENT_ID, of.agreement(form).map(Agreement::id).orElse(null)).set(NEED.BOTTLENECK, form.bottleneck())
                .set(NEED.ASKED_OF, ofNet ? form.of() : Need.Asked.school_group.name())
                .set(NEED.SCHOOL_GROUP_ID, ofNet ? null : UUID.fromString(form.of())).set(NEED.WHAT, form.what())
                .set(NEED.PASSED_ON, form.passedOn()).set(NEED.ASKED_BY, personId).set(NEED.ASKED_AT, clock.instant())
                .onConflictDoNothing().execute() == 1;
        if (isNew) {
            log.note(Action.need_asked, id, of.sent().centreName());
        }
    }

    private static List<Reason> problems(OfScan of, NeedForm form) {
        List<Reason> problems = new ArrayList<>();
        Optional<Section> section = of.section(form);
        if (!form.agreement().isEmpty() && of.agreement(form).isEmpty()) {
            problems.add(Reason.inTheWay("", "Deze afspraak is er niet meer. Kies waarover het gaat."));
        } else if (section.isEmpty() && form.agreement().isEmpty()) {
            problems.add(Reason.typed("deel", "Kies waarover het gaat."));
        }
        if (!form.bottleneck().isEmpty() && section.stream().flatMap(one -> bottlenecks(of.sent(), one).stream())
                .noneMatch(option -> option.id().equals(form.bottleneck()))) {
            problems.add(Reason.typed("hindert", "Dat kozen jullie hier niet. Kies er een uit de lijst, of laat dit open."));
        }
        if (of.choices().stream().noneMatch(choice -> choice.value().equals(form.of()))) {
            problems.add(Reason.typed("wie", "Kies van wie jullie iets nodig hebben."));
        }
        textProblem("wat", "Schrijf in een paar zinnen wat jullie nodig hebben.", form.what(), LONGEST_NEED).ifPresent(problems::add);
        if (of.needs().size() >= MOST_OF_SCAN) {
            problems.add(Reason.inTheWay("", "Jullie schreven bij deze zelfscan al %d keer op wat jullie nodig hebben. Trek eerst iets in."
                    .formatted(MOST_OF_SCAN)));
        }
        return problems;
    }

    private static Optional<Reason> textProblem(String field, String missing, String text, int most) {
        int length = Texts.length(text);
        return text.isEmpty() ? Optional.of(Reason.typed(field, missing)) : length <= most ? Optional.empty()
                : Optional.of(Reason.typed(field, "Dit telt %s tekens; er is plaats voor %s.".formatted(BelgianDutch.number(length),
                        BelgianDutch.number(most))));
    }

    /**
     * Passes a need on to who is asked, or not any more.
     *
     * @throws Refusal when it is not there, or was answered
     */
    @Transactional
    void passOn(UUID sentId, UUID needId, boolean passedOn, UUID personId) {
        SentScan sent = sent(sentId, personId);
        if (sql.update(NEED).set(NEED.PASSED_ON, passedOn).where(isOpenOf(sent, needId)).execute() == 0) {
            throw changedMeanwhile();
        }
        log.note(passedOn ? Action.need_passed_on : Action.need_kept, needId, sent.centreName());
    }

    /** Takes a need back. @throws Refusal when it is not there, or was answered */
    @Transactional
    void takeBack(UUID sentId, UUID needId, UUID personId) {
        SentScan sent = sent(sentId, personId);
        if (sql.deleteFrom(NEED).where(isOpenOf(sent, needId)).execute() == 0) {
            throw changedMeanwhile();
        }
        log.note(Action.need_taken_back, needId, sent.centreName());
    }

    private static Condition isOpenOf(SentScan sent, UUID needId) {
        return NEED.ID.eq(needId).and(NEED.SCAN_ID.eq(sent.scanId())).and(NEED.CENTRE_ID.eq(sent.centreId()))
                .and(NEED.ANSWERED_AT.isNull());
    }

    /**
     * What was passed on to a school group.
     *
     * @throws be.zelfscan.access.NotAllowed when this person does not lead it
     */
    @ReadOnly
    ToAnswer ofSchoolGroup(UUID schoolGroupId, UUID personId) {
        Optional<SchoolGroup> led = organisations.schoolGroupsLedBy(personId).stream().filter(group -> group.id().equals(schoolGroupId))
                .findFirst();
        Permission.answer_school_group.require(led.isPresent() ? Set.of(Role.leader) : Set.of());
        return new ToAnswer(led.orElseThrow().name(), needs.where(passedOnTo(schoolGroupId)));
    }

    /** What was passed on, and to whom. */
    record ToAnswer(String name, List<Need> needs) {}

    /** What was passed on to the support team, for itself and for the net. */
    @ReadOnly
    ToAnswer ofNet() {
        return new ToAnswer(Role.support.label(), needs.where(passedOnToNet()));
    }

    private static Condition passedOnTo(UUID schoolGroupId) {
        return NEED.PASSED_ON.isTrue().and(NEED.ASKED_OF.eq(Need.Asked.school_group.name())).and(NEED.SCHOOL_GROUP_ID.eq(schoolGroupId));
    }

    private static Condition passedOnToNet() {
        return NEED.PASSED_ON.isTrue().and(NEED.ASKED_OF.in(Need.Asked.support.name(), Need.Asked.net.name()));
    }

    /** How much of what was passed on to a school group waits for its reader, who leads it; 0 for anybody else. */
    @ReadOnly
    public int waitingFor(UUID schoolGroupId) {
        return sql.fetchCount(NEED, passedOnTo(schoolGroupId).and(NEED.ANSWERED_AT.isNull()));
    }

    /**
     * Answers what was passed on to a school group, and mails the centre the first time.
     *
     * @param seen the version of the answer that the form was made from
     * @throws be.zelfscan.access.NotAllowed when this person does not lead it
     * @throws FormRefusal when there is no answer, or too long a one
     * @throws Overtaken when somebody else answered meanwhile
     * @throws Refusal when it is not there any more
     */
    @Transactional
    void answerForSchoolGroup(UUID schoolGroupId, UUID needId, String answer, String seen, UUID personId) {
        ofSchoolGroup(schoolGroupId, personId);
        answer(passedOnTo(schoolGroupId), needId, answer, seen, personId);
    }

    /** Answers what was passed on to the support team; throws what {@link #answerForSchoolGroup} does. */
    @Transactional
    void answerForNet(UUID needId, String answer, String seen, UUID personId) {
        answer(passedOnToNet(), needId, answer, seen, personId);
    }

    private void answer(Condition mine, UUID needId, String answer, String seen, UUID personId) {
        sql.select(NEED.ID).from(NEED).where(NEED.ID.eq(needId)).forUpdate().fetch();
        Need need = needs.where(mine.and(NEED.ID.eq(needId))).stream().findFirst().orElseThrow(() -> Refusal.conflict(
                "Deze vraag is er niet meer: het centrum trok ze intussen in. Wat je schreef, is niet bewaard: ‘%s’".formatted(answer)));
        FormRefusal.when(textProblem("antwoord", "Schrijf een antwoord.", answer, LONGEST_ANSWER));
        FormContent kept = content(need.answered().map(Need.Answered::text).orElse(""));
        Overtaken.check(seen, kept, content(answer));
        if (content(answer).equals(kept)) {
            return;
        }
        sql.update(NEED).set(NEED.STATE, "answered").set(NEED.ANSWER, answer).set(NEED.ANSWERED_BY, personId)
                .set(NEED.ANSWERED_AT, clock.instant()).where(NEED.ID.eq(needId)).execute();
        sql.select(NEED_RECIPIENTS.ROUND_ID, NEED_RECIPIENTS.EMAIL).from(NEED_RECIPIENTS.call(needId)).fetch()
                .forEach(recipient -> outbox.putOfRound(recipient.value1(), MAIL, recipient.value2(), needId, 1));
        log.note(Action.need_answered, needId, need.centre());
    }

    /** What the form of an answer edits. */
    static FormContent content(String answer) {
        return FormContent.of("Antwoord", answer);
    }

    /** For the mail about its answer. */
    @ReadOnly
    Optional<Need> find(UUID needId) {
        return needs.where(NEED.ID.eq(needId)).stream().findFirst();
    }

    /**
     * The newest snapshot of the scan that an agreement came from, where it is said what is needed for it.
     *
     * @throws Refusal when there is no such agreement
     * @throws be.zelfscan.access.NotAllowed when it is not of this person's centre
     */
    @ReadOnly
    UUID latestSentOfAgreement(UUID agreementId, UUID personId) {
        return latestSent(agreements.get(agreementId, personId).agreement().scanId());
    }

    /** The newest snapshot of a scan that was sent. */
    @ReadOnly
    UUID latestSent(UUID scanId) {
        return sql.select(SENT_SCAN.ID).from(SENT_SCAN).where(SENT_SCAN.SCAN_ID.eq(scanId)).orderBy(SENT_SCAN.NUMBER.desc())
                .limit(1).fetchSingle(SENT_SCAN.ID);
    }

    /** What a need is about, in words: the title of a section, or that it is about none. */
    String about(Need need) {
        return need.section().isEmpty() ? NO_SECTION
                : questionnaire(need).map(one -> one.sectionTitle(need.section())).orElse(need.section());
    }

    /** The instrument of what a need is about; empty when nobody can read it any more. */
    Optional<Questionnaire> questionnaire(Need need) {
        return instruments.find(new QuestionnaireKey(need.round().questionnaireId(), need.round().version()));
    }

    private static Refusal changedMeanwhile() {
        return Refusal.conflict("Dit is er niet meer, of er kwam intussen een antwoord op. Hieronder staat hoe het nu is.");
    }
}
