package be.zelfscan.question;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.support.Definitions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as earlier versions stored them, and answers within answers. */
class StoredAnswersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"type\":\"placed\",\"stage\":\"kiem\"} | kiem",
            "{\"type\":\"hold\"} | hold",
            "{\"type\":\"grow\",\"stage\":\"oogst\"} | oogst",
            "{\"type\":\"chosen\",\"options\":[\"sun\",\"rain\"],\"text\":\"\",\"texts\":{}} | sun,rain",
            "{\"type\":\"selected\",\"blocks\":[\"water\",\"delen\"],\"notYet\":false,\"considered\":[]} | water,delen",
            "{\"type\":\"selected\",\"blocks\":[],\"notYet\":true,\"considered\":[\"water\"]} | not-yet,water",
            "{\"type\":\"ranked\",\"blocks\":[\"water\",\"\",\"delen\"]} | water,,delen"})
    void whatEachTypeOfQuestionStoredInAWayOfItsOwnIsRead(String json, String codes) throws IOException {
        assertThat(read(json)).isEqualTo(new Answer.Coded(List.of(codes.split(",", -1))));
    }

    @Test
    void aTextThatWasStoredWithTheOnlyOptionThatAsksForOneBelongsToThatOption() throws IOException {
        Answer.Coded one = (Answer.Coded) read("{\"type\":\"chosen\",\"options\":[\"other\"],\"text\":\"de serre\"}");
        assertThat(one.textOf("other")).isEqualTo("de serre");
        Answer.Coded two = (Answer.Coded) read(
                "{\"type\":\"chosen\",\"options\":[\"a\",\"b\"],\"text\":\"\",\"texts\":{\"a\":\"van a\",\"b\":\"van b\"}}");
        assertThat(two.textOf("b")).isEqualTo("van b");
    }

    @Test
    void rowsHoldAnswersOfEveryShapeAndLoseWhatWasTypedAtAnyDepth() throws IOException {
        Answer.Coded chosen = new Answer.Coded(List.of("other"), Map.of("other", "de serre"));
        Answer rows = new Answer.Rows(List.of(new Answer.Rows.Row("r1", new TreeMap<>(Map.of("wat", new Answer.Written("een tekst"), "wie",
                chosen, "open", new Answer.NotDiscussed())))));

        assertThat(read(Definitions.MAPPER.writeValueAsString(rows))).isEqualTo(rows);
        assertThat(Definitions.MAPPER.writeValueAsString(rows.withoutTexts())).doesNotContain("serre", "tekst").contains("other", "r1");
    }

    private static Answer read(String json) throws IOException {
        return Definitions.MAPPER.readValue(json, Answer.class);
    }
}
