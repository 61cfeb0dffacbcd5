package be.zelfscan.organisation;

import be.zelfscan.organisation.OrganisationPages.Choice;
import be.zelfscan.organisation.OrganisationPages.Frame;
import be.zelfscan.organisation.OrganisationPages.PersonPage;
import be.zelfscan.organisation.OrganisationPages.Problems;
import be.zelfscan.text.Names;
import be.zelfscan.web.Shell;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The pages of a person, made of the net. */
final class PersonPages {
    private PersonPages() {}

    static PersonPage fresh(Net net, Shell shell, PersonForm form, Problems problems) {
        return page(net, Frame.ofNew(shell, problems, PersonController.PATH), form, List.of(), Optional.empty());
    }

    static PersonPage of(Net net, NetPerson person, Shell shell, String notice, PersonForm form, Problems problems) {
        String address = PersonController.address(person.id());
        List<Choice> roles = person.roles().stream()
                .map(held -> new Choice(PersonForm.key(held), net.words(held), form.kept().contains(PersonForm.key(held))))
                .sorted(Comparator.comparing(Choice::label, Names.IN_ORDER)).toList();
        return page(net, Frame.of(shell, notice, problems, address, Edited.of(net, person)), form, roles,
                Optional.of(new EndingOf(person, address)));
    }

    private record EndingOf(NetPerson person, String address) {}

    private static PersonPage page(Net net, Frame frame, PersonForm form, List<Choice> roles, Optional<EndingOf> ending) {
        List<Choice> newRoles = Stream.of(Role.values())
                .map(role -> new Choice(role.name(), role.label(), role.name().equals(form.newRole())))
                .toList();
        return new PersonPage(frame, form.name(), form.email(), roles, newRoles,
                choices(net.centres(), NetCentre::id, NetCentre::name, form.newWhere()),
                choices(net.schoolGroups(), SchoolGroup::id, SchoolGroup::name, form.newWhere()),
                ending.map(of -> Notices.ending(of.person(), of.address(), OrganisationPages.EndingWords.PERSON)),
                ending.map(of -> "/organisatie/mensen/" + of.person().id() + "/verwijdering").orElse(""));
    }

    private static <T extends Endable> List<Choice> choices(List<T> all, Function<T, UUID> id, Function<T, String> name, String chosen) {
        return all.stream().filter(Endable::isActive)
                .map(one -> new Choice(id.apply(one).toString(), name.apply(one), id.apply(one).toString().equals(chosen))).toList();
    }
}
