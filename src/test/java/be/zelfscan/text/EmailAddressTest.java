package be.zelfscan.text;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"jan.peeters@school.example", " Jan.Peeters@School.example\u00a0", "jan.peeters@school.example;",
            "jan.peeters@school.example,",
            "mailto:jan.peeters@school.example", "MAILTO:jan.peeters@school.example?subject=Dag", "<jan.peeters@school.example>",
            "Jan Peeters <jan.peeters@school.example>", "\"Peeters, Jan\" <jan.peeters@school.example>;", "“jan.peeters@school.example”",
            "'jan.peeters@school.example'", "jan.peeters@school.example\u200b", "\ufeffjan.peeters@school.example",
            "(jan.peeters@school.example)",
            "<mailto:jan.peeters@school.example>", "jan.peeters@school。example", "jan.peeters@school.example\t\r\n"})
    void whatIsAroundAPastedAddressIsTakenOff(String pasted) {
        assertThat(EmailAddress.problem(pasted)).isEmpty();
        assertThat(EmailAddress.tidy(pasted)).isEqualTo("jan.peeters@school.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jan", "@school.example", "jan@", "jan@school", "jan..p@school.example", "jan.@school.example",
            ".jan@school.example",
            "jan@school..example", "jan@school.example.", "jan@.example", "jan@-school.example", "jan p@school.example",
            "jan@school.example an@b.example",
            "jan@school.example;an@b.example", "jan@a@school.example", "é@school.example", "\"jan p\"@school.example", "jan@[127.0.0.1]",
            "jan@school.123",
            "jan\u200bp@school.example", "jan@scho\u0096ol.example", "jan\u0000p@school.example", "jan@school_x.example"})
    void whatCannotBeMailedIsRefused(String typed) {
        assertThat(EmailAddress.problem(typed)).isPresent();
    }

    @Test
    void aSignThatNobodySeesIsNamed() {
        assertThat(EmailAddress.problem("jan.pee\u200bters@school.example").orElseThrow()).contains("U+200B").contains("achter ‘jan.pee’");
    }

    @Test
    void aDomainIsKeptInAsciiAndShownAsWritten() {
        assertThat(EmailAddress.tidy("Jan@Café-de-zon.be")).isEqualTo("jan@xn--caf-de-zon-d7a.be");
        assertThat(EmailAddress.problem("jan@cafe\u0301-de-zon.be")).isEmpty();
        assertThat(EmailAddress.shown(EmailAddress.tidy("Jan@Café-de-zon.be"))).isEqualTo("jan@café-de-zon.be");
        assertThat(EmailAddress.problem("jan@школа.рф")).isEmpty();
        assertThat(EmailAddress.shown("geen adres")).isEqualTo("geen adres");
    }

    @Property(tries = 1000)
    void whatIsAcceptedIsMailableAndStaysWhatItIs(@ForAll("odd") String typed) throws Exception {
        String address = EmailAddress.tidy(typed);
        assertThat(EmailAddress.tidy(address)).isEqualTo(address);
        if (EmailAddress.problem(typed).isEmpty()) {
            assertThat(InternetAddress.parse(address, true)).singleElement().extracting(InternetAddress::getAddress).isEqualTo(address);
            assertThat(address).matches("\\p{ASCII}+");
            assertThat(EmailAddress.tidy(EmailAddress.shown(address))).isEqualTo(address);
        }
    }

    @Provide
    static Arbitrary<String> odd() {
        return Arbitraries
                .of("jan", ".", "..", "@", "school", ".be", "@a.be", "é", "<", ">", "\"", "'", ",", ";", ":", " ", "\u00a0", "mailto:", "?",
                        "\u200b",
                        "\u0000", "\u0096", "xn--", "-", "ß", "(", ")", "[", "\\", "/", "%40", "Jan <", "+", "_", "İ", "\ud800", "。")
                .list().ofMinSize(1).ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }
}
