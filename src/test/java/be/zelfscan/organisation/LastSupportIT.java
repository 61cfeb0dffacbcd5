package be.zelfscan.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.support.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The team that supports the net never loses its last member. */
class LastSupportIT {
    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void theLastWhoCanSignInCannotBeRemoved() {
        UUID first = support("eerste");
        UUID last = support("laatste");
        support("weg");
        database.execute("update person set ended_on = date '2026-01-01' where name = 'weg'");
        Map<String, Object> settings = new HashMap<>(database.configuration());
        settings.put("zelfscan.mail.deliver", false);
        try (ApplicationContext context = ApplicationContext.run(settings)) {
            RemovePerson removePerson = context.getBean(RemovePerson.class);
            removePerson.remove(first);
            assertThat(removePerson.find(first).removed()).isTrue();

            assertThatThrownBy(() -> removePerson.remove(last)).isInstanceOf(CannotRemove.class)
                    .hasMessageContaining("laatste persoon van POC+");
            assertThat(removePerson.find(last).removed()).isFalse();
        }
    }

    private UUID support(String name) {
        UUID id = UUID.randomUUID();
        database.execute("insert into person (id, name, email) values ('%s', '%s', '%s@test.example')".formatted(id, name, name));
        database.execute("insert into support_member (person_id) values ('%s')".formatted(id));
        return id;
    }
}
