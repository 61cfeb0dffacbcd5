package be.zelfscan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class FormTest {
    private static final UUID ID = UUID.fromString("0d9f4b7e-6a51-4f0e-9f4e-2f6f2b1c9a10");

    @Test
    void anIdIsReadAsAPageWritesItAndNothingElseIs() {
        Form form = Form.of("a=" + ID + "&a=0-0-0-0-0&a=" + ID.toString().toUpperCase() + "&b=1&c=");

        assertThat(form.id("a")).contains(ID);
        assertThat(form.ids("a")).containsExactly(ID);
        assertThat(form.id("b")).isEmpty();
        assertThat(form.id("c")).isEmpty();
        assertThat(form.id("d")).isEmpty();
    }
}
