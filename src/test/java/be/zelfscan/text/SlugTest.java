package be.zelfscan.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlugTest {
    @Test
    void lettersKeepTheirBaseAndTheRestBecomesOneHyphen() {
        assertThat(Slug.of("zelfscan", "Democentrum Noord", "afname 2025–2026")).isEqualTo("zelfscan-democentrum-noord-afname-2025-2026");
        assertThat(Slug.of("CLB “De Zeeën” / Oost-Één")).isEqualTo("clb-de-zeeen-oost-een");
    }

    @Test
    void nothingCanStepOutOfAHeaderOrAFolder() {
        assertThat(Slug.of("zelfscan", "../..\r\nSet-Cookie: \"a\"; 中文", "")).isEqualTo("zelfscan-set-cookie-a");
        assertThat(Slug.of("a".repeat(500))).hasSize(60);
    }
}
