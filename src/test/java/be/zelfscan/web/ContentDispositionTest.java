package be.zelfscan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentDispositionTest {
    @Test
    void aPlainNameIsSaidOnce() {
        assertThat(ContentDisposition.inline("datagrafiek-2026.pdf")).isEqualTo("inline; filename=\"datagrafiek-2026.pdf\"");
    }

    @Test
    void aFileNameCannotLeaveItsHeader() {
        assertThat(ContentDisposition.attachment("é\"; x=\"y.pdf"))
                .isEqualTo("attachment; filename=\"___ x__y.pdf\"; filename*=UTF-8''%C3%A9%22%3B%20x%3D%22y.pdf");
    }
}
