package be.zelfscan.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.organisation.PersonWithRoles.HeldRole;
import be.zelfscan.text.EmailAddress;
import be.zelfscan.text.Names;
import be.zelfscan.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetRulesTest {
    private static final HeldRole SUPPORT = new HeldRole(Role.support, Optional.empty());

    private static PersonWithRoles person(String name, HeldRole... roles) {
        return new PersonWithRoles(UUID.randomUUID(), name, name.toLowerCase() + "@test.example", Set.of(roles), Optional.empty());
    }

    private static Net net(PersonWithRoles... people) {
        return new Net(List.of(), List.of(), List.of(), List.of(people));
    }

    @Test
    void theLastOfTheSupportTeamStays() {
        PersonWithRoles last = person("Ann", SUPPORT);
        Net net = net(last, person("Bo"));

        assertThat(NetRules.lastOfSupport(net, last.withRoles(Set.of())).orElseThrow().sentence()).isEqualTo(
                "Ann is de laatste van POC+. Geef eerst iemand anders de rol POC+.");
        assertThat(NetRules.lastOfSupport(net, last.withName("Anna"))).isEmpty();
        assertThat(NetRules.lastOfSupport(net(last, person("Cas", SUPPORT)), last.withRoles(Set.of()))).isEmpty();
        assertThat(NetRules.lastOfSupport(net(person("Bo")), person("Dora"))).as("a net without a support team").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"an@test", "an test@test.example", "@test.example", "an@.example", "an@test..example", "an@-test.example",
            "é@test.example"})
    void whatIsNoAddressIsRefused(String text) {
        assertThat(EmailAddress.problem(Names.key(text))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"An@Test.example", " o'neil+zelfscan@a-b.test.example "})
    void anAddressIsReadWithoutCaseAndSpaces(String text) {
        assertThat(EmailAddress.problem(Names.key(text))).isEmpty();
    }

    @Test
    void aNameIsOnOneLine() {
        assertThat(Texts.line(" a\u00a0\t\n b ")).isEqualTo("a b");
        assertThat(Names.problem(Texts.line("Centrum\u0096Noord")).orElseThrow()).contains("U+0096");
        assertThat(Names.key("  ÉÉN  Centrum")).isEqualTo("één centrum");
    }
}
