package be.zelfscan.text;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The database tells names apart and puts them in order as the service does. */
class NamesIT {
    private static final List<String> PARTS = List.of("a", "B", "é", "e\u0301", "Zon", "’", "'", "´", "„", "\"", "–", "-", " ", "\u00a0",
            "\u2003", "\t", "10", "9", "007",
            "ﬁ", "½", "Ⅱ", "ß", "\u200b", "\u00ad", "\ufeff", "\u0096", "\u0085", "\u0301", "🌱", ".", "/", "ö", "Ç", "ﬀ", "＋", "…");

    private final TestService service = TestService.get();

    @Test
    void theDatabaseCleansComparesAndOrdersAsTheServiceDoes() throws Exception {
        Random random = new Random(10);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int part = 0; part < 1 + random.nextInt(6); part++) {
                name.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            names.add(name.toString());
        }
        String all = "jsonb_array_elements_text('" + new ObjectMapper().writeValueAsString(names).replace("'", "''")
                + "') with ordinality as n (name, place)";

        assertThat(service.texts("select one_line(name) from " + all + " order by place"))
                .isEqualTo(names.stream().map(Texts::clean).toList());
        assertThat(service.texts("select name_key(name) from " + all + " order by place"))
                .isEqualTo(names.stream().map(Names::key).toList());
        List<String> clean = names.stream().map(Texts::clean).distinct().toList();
        String cleaned = "jsonb_array_elements_text('" + new ObjectMapper().writeValueAsString(clean).replace("'", "''") + "') as n (name)";
        assertThat(service.texts("select name from " + cleaned + " order by name_order(name), name collate \"C\""))
                .isEqualTo(clean.stream().sorted(Names.IN_ORDER).toList());
    }
}
