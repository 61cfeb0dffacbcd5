package be.zelfscan.access;

import be.zelfscan.organisation.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What can be done, and by whom. {@link Rights} says which of these each address needs. */
public enum Permission {
    /** Pages that tell nothing of anybody: the start page, signing in, what a page is made of. */
    visit(Reach.everybody),
    /** One's own: where one belongs, one's own sessions. */
    be_signed_in(Reach.signed_in),

    /** See a centre, its rounds and how far its scans are. */
    see_centre(Reach.centre, Role.member, Role.coordinator, Role.director),
    /** See the answers of a scan, sent or not. */
    see_scan(Reach.centre, Role.member, Role.coordinator, Role.director),
    /** Answer questions. */
    answer(Reach.centre, Role.member, Role.coordinator, Role.director),
    /** Open and close what the team does alone before it meets. */
    lead_team(Reach.centre, Role.coordinator, Role.director),
    /** Send a scan. */
    send(Reach.centre, Role.director),
    /** See what was sent, with its documents. */
    see_result(Reach.centre, Role.member, Role.coordinator, Role.director, Role.leader, Role.support),

    /** See a centre beside its school groups and the net. */
    see_comparison(Reach.centre, Role.member, Role.coordinator, Role.director),
    /** Open the result of a centre to another one, and end that. */
    open_result(Reach.centre, Role.director),

    /** Propose help on the way for others, and read what became of it. */
    propose_help(Reach.centre, Role.member, Role.coordinator, Role.director),

    /** Say what a centre needs, pass it on, and read the answer. */
    ask_need(Reach.centre, Role.member, Role.coordinator, Role.director),
    /** Read and answer what centres need of a school group. */
    answer_school_group(Reach.school_group, Role.leader),

    /** See the centres of a school group, and what they sent. */
    see_school_group(Reach.school_group, Role.leader, Role.support),

    /** Make, open, follow, extend and close rounds; open a sent scan again. */
    run_rounds(Reach.net, Role.support),
    /** Compare all centres and school groups of the net, by name. */
    compare_net(Reach.net, Role.support),
    /** Read and answer what centres need of the support team, or of the net. */
    answer_needs(Reach.net, Role.support),
    /** Keep help on the way, and decide about what centres propose. */
    keep_help(Reach.net, Role.support),
    /** Add, change and end school groups, centres, sites and people; import and export them. */
    manage_organisations(Reach.net, Role.support),
    /** See every message and its state; send one again. */
    follow_mails(Reach.net, Role.support),
    /** Take out what was sent, as files and by a program. */
    take_data_out(Reach.net, Role.support),
    /** See who did what. */
    read_log(Reach.net, Role.support),
    /** See the measurements of the service. */
    measure(Reach.net, Role.support);

    /** Of what one must have a role. */
    enum Reach {
        everybody, signed_in,
        /** Of the centre that the address is about; the use case that reads it asks {@link Permission#require}. */
        centre,
        /** Of the school group that the address is about; likewise. */
        school_group,
        /** Of the net as a whole; judged before the address is reached. */
        net
    }

    private final Reach reach;
    private final Set<Role> roles;

    Permission(Reach reach, Role... roles) {
        this.reach = reach;
        this.roles = roles.length == 0 ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(Set.of(roles));
    }

    Reach reach() {
        return reach;
    }

    /** Whether somebody who has these roles may do it; for {@link #visit} and {@link #be_signed_in} no role is needed. */
    public boolean allowed(Collection<Role> held) {
        return roles.isEmpty() || held.stream().anyMatch(roles::contains);
    }

    /**
     * @throws NotAllowed when somebody who has these roles may not do it
     */
    public void require(Collection<Role> held) {
        if (!allowed(held)) {
            throw held.isEmpty() ? NotAllowed.notYours() : NotAllowed.otherRole(roles);
        }
    }
}
