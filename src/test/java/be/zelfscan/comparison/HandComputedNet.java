package be.zelfscan.comparison;

import be.zelfscan.TestService;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The centres and school groups of {@link HandComputedRound}, with a director and a member, a leader, and somebody of the support team. */
public final class HandComputedNet {
    private final TestService service;
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final Map<Integer, UUID> centres = new HashMap<>();
    private final Map<Integer, String> centreNames = new HashMap<>();
    private final Map<Integer, UUID> directors = new HashMap<>();
    private final Map<Integer, UUID> members = new HashMap<>();
    private final Map<String, UUID> schoolGroups = new HashMap<>();
    private final Map<String, String> schoolGroupNames = new HashMap<>();
    private final Map<String, UUID> leaders = new HashMap<>();
    private final UUID support;

    HandComputedNet(TestService service, HandComputedAnswers answers) {
        this.service = service;
        answers.centres().forEach(this::add);
        answers.schoolGroups().forEach(this::add);
        support = person("Pia Plus");
        service.change("insert into support_member (person_id) values (?)", support);
    }

    private void add(HandComputedAnswers.Centre centre) {
        UUID id = UUID.randomUUID();
        centres.put(centre.number(), id);
        centreNames.put(centre.number(), named(centre.name()));
        service.change("insert into centre (id, name) values (?, ?)", id, named(centre.name()));
        directors.put(centre.number(), member("Dina Directeur " + centre.number(), id, "director"));
        members.put(centre.number(), member("Lou Lid " + centre.number(), id, "member"));
    }

    private void add(HandComputedAnswers.SchoolGroup group) {
        UUID id = UUID.randomUUID();
        schoolGroups.put(group.letter(), id);
        schoolGroupNames.put(group.letter(), named(group.name()));
        service.change("insert into school_group (id, name) values (?, ?)", id, named(group.name()));
        group.centres().forEach(number -> service.change("insert into centre_school_group (centre_id, school_group_id) values (?, ?)",
                centre(number), id));
        UUID leader = person("Lena Leider " + group.letter());
        leaders.put(group.letter(), leader);
        service.change("insert into school_group_leader (person_id, school_group_id) values (?, ?)", leader, id);
    }

    private UUID member(String name, UUID centre, String role) {
        UUID id = person(name);
        service.change("insert into membership (person_id, centre_id, role) values (?, ?, ?)", id, centre, role);
        return id;
    }

    private UUID person(String name) {
        UUID id = UUID.randomUUID();
        service.change("insert into person (id, name, email) values (?, ?, ?)", id, name, id + "@test.example");
        return id;
    }

    /** A name that no other net has. */
    String named(String name) {
        return name + " " + unique;
    }

    public UUID centre(int number) {
        return centres.get(number);
    }

    /** As it stands on pages. */
    public String centreName(int number) {
        return centreNames.get(number);
    }

    public UUID schoolGroup(String letter) {
        return schoolGroups.get(letter);
    }

    /** As it stands on pages. */
    public String schoolGroupName(String letter) {
        return schoolGroupNames.get(letter);
    }

    public UUID director(int centre) {
        return directors.get(centre);
    }

    public UUID member(int centre) {
        return members.get(centre);
    }

    public UUID leader(String letter) {
        return leaders.get(letter);
    }

    public UUID support() {
        return support;
    }

    /** The person that a viewer of the figures stands for. */
    public UUID person(HandComputedFigures.Viewer viewer) {
        return switch (viewer.role()) {
            case "member" -> member(Integer.parseInt(viewer.of()));
            case "leader" -> leader(viewer.of());
            default -> support();
        };
    }
}
