package be.zelfscan;

import be.zelfscan.database.Scope;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.scan.SaveAnswers;
import be.zelfscan.scan.SendScan;
import be.zelfscan.scan.StartScan;
import be.zelfscan.support.SampleForms;
import be.zelfscan.support.Visitor;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A small net of a test's own: two centres, each of another school group, with everybody who has something to do with them. Both take part
 * in a round that is open; of the first centre one scan is open there and one was sent in an earlier round.
 */
public final class TestNet {
    /** Whoever can come to an address. */
    public enum Actor {
        nobody, member, coordinator, director, director_of_another_centre, leader, leader_of_another_group, support
    }

    private final TestService service;
    private final Map<Actor, UUID> people = new EnumMap<>(Actor.class);
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    public final UUID schoolGroup;
    public final UUID otherSchoolGroup;
    public final UUID centre;
    public final UUID otherCentre;
    public final UUID site = UUID.randomUUID();
    public final UUID round;
    public final UUID scan;
    public final UUID sent;
    public final UUID message = UUID.randomUUID();

    public TestNet() {
        this(TestService.get());
    }

    /** In a service of a test's own. */
    public TestNet(TestService service) {
        this.service = service;
        schoolGroup = schoolGroup("Scholengroep Een ");
        otherSchoolGroup = schoolGroup("Scholengroep Twee ");
        centre = centre("Centrum Een ", schoolGroup);
        otherCentre = centre("Centrum Twee ", otherSchoolGroup);
        change("insert into site (id, centre_id, name) values (?, ?, 'Vestiging')", site, centre);
        for (Actor actor : Actor.values()) {
            if (actor != Actor.nobody) {
                people.put(actor, person(actor.name()));
            }
        }
        membership(person(Actor.member), centre, "member");
        membership(person(Actor.coordinator), centre, "coordinator");
        membership(person(Actor.director), centre, "director");
        membership(person(Actor.director_of_another_centre), otherCentre, "director");
        leader(person(Actor.leader), schoolGroup);
        leader(person(Actor.leader_of_another_group), otherSchoolGroup);
        change("insert into support_member (person_id) values (?)", person(Actor.support));
        round = round("afname nu");
        scan = start(round, centre, person(Actor.director));
        start(round, otherCentre, person(Actor.director_of_another_centre));
        sent = sendSample(round("afname eerder"));
        change("""
                insert into message (id, kind, recipient, subject_id, number, message_id, created_at, due_at, state, round_id)
                values (?, 'reminder', 'iemand@test.example', gen_random_uuid(), 1, gen_random_uuid(), now(), now() + interval '10 years',
                        'waiting', ?)""", message, round);
    }

    public UUID person(Actor actor) {
        return people.get(actor);
    }

    /** Somebody in front of a browser. */
    public Visitor visitor(Actor actor) {
        return actor == Actor.nobody ? service.visitor() : service.inSession(person(actor));
    }

    /** One more member of the first centre, for what is done to people. */
    public UUID bystander() {
        UUID bystander = person("bystander");
        membership(bystander, centre, "member");
        return bystander;
    }

    /** A closed round of both centres, in which neither sent anything, with an opening between them that is in force. */
    public UUID openedRound() {
        UUID closed = round("afname gesloten");
        change("update round set state = 'closed', closed_at = now() where id = ?", closed);
        change("insert into comparison (round_id, method, questionnaire_id, version, minimum_group_size, frozen_at)"
                + " select id, 1, questionnaire_id, version, minimum_group_size, now() from round where id = ?", closed);
        change("insert into comparison_centre (round_id, centre_id, name) select c.round_id, n.id, n.name from round_centre c"
                + " join centre n on n.id = c.centre_id where c.round_id = ?", closed);
        change("""
                insert into opening (id, round_id, offering_id, offered_by, offered_at, offered_notes, accepting_id,
                                     accepted_by, accepted_at, accepted_notes)
                values (?, ?, ?, ?, now(), true, ?, ?, now(), true)""", UUID.randomUUID(), closed, otherCentre,
                person(Actor.director_of_another_centre), centre, person(Actor.director));
        return closed;
    }

    /** Such an opening. */
    public UUID opening() {
        return UUID.fromString(service.texts("select id::text from opening where round_id = '" + openedRound() + "'").getFirst());
    }

    /** A sheet that the support team uploaded and has not confirmed yet. */
    public UUID importDraft() {
        UUID draft = UUID.randomUUID();
        change("insert into import_draft (id, person_id, file_name, rows, created_at) values (?, ?, 'blad.csv', '[]', now())", draft,
                person(Actor.support));
        return draft;
    }

    /** A token of somebody of the support team. */
    public UUID apiToken() {
        UUID token = UUID.randomUUID();
        change("""
                insert into api_token (id, person_id, name, secret_hash, created_at, ends_at)
                values (?, ?, 'programma', sha256(convert_to(gen_random_uuid()::text, 'UTF8')), now(), now() + interval '1 day')""", token,
                person(Actor.support));
        return token;
    }

    /** A label of the support team. */
    public UUID label() {
        UUID label = UUID.randomUUID();
        change("insert into note_label (id, name, made_at) values (?, ?, now())", label, "label " + label);
        return label;
    }

    /** Help on the way that the first centre proposed, and nobody decided about. */
    public UUID proposedHelp() {
        UUID help = UUID.randomUUID();
        change("""
                insert into help (id, questionnaire_id, section, kind, title, state, centre_id, added_by, added_at)
                values (?, ?, ?, 'material', 'Wegwijzer', 'proposed', ?, ?, now())""", help, service.questionnaire().id(),
                service.questionnaire().blocks().getFirst().id(), centre, person(Actor.member));
        return help;
    }

    /** An agreement of the first centre's team, made with what it sent, with a text beside it and a look back in the scan that is open. */
    public UUID agreement() {
        UUID agreement = UUID.randomUUID();
        UUID director = person(Actor.director);
        change("""
                insert into agreement (id, centre_id, scan_id, what, who, by_when, dated_on, created_by, created_at, changed_by, changed_at)
                select ?, ?, scan_id, 'Elke zes weken een intervisie', 'Otto', current_date + 60, current_date, ?, now(), ?, now()
                from sent_scan where id = ?""", agreement, centre, director, director, sent);
        change("""
                insert into interpretation (scan_id, screen, content, revision, changed_by, changed_at)
                select scan_id, 'striking', 'Dat viel ons op.', 1, ?, now() from sent_scan where id = ? on conflict do nothing""", director,
                sent);
        change("""
                insert into what_became (scan_id, subject, agreement_id, about, became, line, revision, changed_by, changed_at)
                values (?, ?, ?, 'Elke zes weken een intervisie', 'going_on', 'half', 1, ?, now())""", scan, agreement.toString(),
                agreement,
                director);
        return agreement;
    }

    /** What the first centre needs of its school group, which it passed on. */
    public UUID need() {
        return need("school_group", schoolGroup, true);
    }

    /** @param ofGroup none for the support team and for the net */
    public UUID need(String askedOf, UUID ofGroup, boolean passedOn) {
        UUID need = UUID.randomUUID();
        change("""
                insert into need (id, centre_id, scan_id, section, asked_of, school_group_id, what, passed_on, asked_by, asked_at)
                select ?, ?, scan_id, ?, ?, ?::uuid, 'Tijd om te overleggen.', ?, ?, now() from sent_scan where id = ?""", need, centre,
                service.questionnaire().blocks().getFirst().id(), askedOf, ofGroup, passedOn, person(Actor.member), sent);
        return need;
    }

    /** Runs a use case for somebody. */
    public static <T> T as(UUID person, Supplier<T> task) {
        return new Scope.Person(person).call(task);
    }

    /** Sends a scan as it is now. */
    public static UUID send(SendScan sending, UUID scan, UUID person) {
        return as(person, () -> sending.send(scan, sending.version(scan, person), person));
    }

    private UUID sendSample(UUID inRound) {
        UUID director = person(Actor.director);
        UUID complete = start(inRound, centre, director);
        SampleForms.all().forEach((section, fields) -> {
            Map<String, List<String>> posted = new LinkedHashMap<>(fields);
            fields.keySet().forEach(field -> posted.put(field.substring(0, field.indexOf('.')) + ".revision", List.of("0")));
            as(director, () -> bean(SaveAnswers.class).save(complete, director, section, posted, UUID.randomUUID()));
        });
        return send(bean(SendScan.class), complete, director);
    }

    private UUID start(UUID inRound, UUID ofCentre, UUID by) {
        return as(by, () -> bean(StartScan.class).start(inRound, ofCentre, by));
    }

    private UUID round(String title) {
        UUID id = UUID.randomUUID();
        service.openRound(id, title + " " + id, service.questionnaire().key());
        RoundRepository rounds = bean(RoundRepository.class);
        rounds.addCentre(id, centre);
        rounds.addCentre(id, otherCentre);
        return id;
    }

    private UUID schoolGroup(String name) {
        UUID id = UUID.randomUUID();
        change("insert into school_group (id, name) values (?, ?)", id, name + unique);
        return id;
    }

    private UUID centre(String name, UUID group) {
        UUID id = UUID.randomUUID();
        change("insert into centre (id, name) values (?, ?)", id, name + unique);
        change("insert into centre_school_group (centre_id, school_group_id) values (?, ?)", id, group);
        return id;
    }

    private UUID person(String name) {
        UUID id = UUID.randomUUID();
        change("insert into person (id, name, email) values (?, ?, ?)", id, name, id + "@test.example");
        return id;
    }

    private void membership(UUID person, UUID ofCentre, String role) {
        change("insert into membership (person_id, centre_id, role) values (?, ?, ?)", person, ofCentre, role);
    }

    private void leader(UUID person, UUID ofGroup) {
        change("insert into school_group_leader (person_id, school_group_id) values (?, ?)", person, ofGroup);
    }

    private void change(String sql, Object... values) {
        service.change(sql, values);
    }

    private <T> T bean(Class<T> type) {
        return service.context().getBean(type);
    }
}
