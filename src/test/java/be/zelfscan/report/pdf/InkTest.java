package be.zelfscan.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class InkTest {
    @Test
    void everyTextColourIsReadableOnPaper() {
        assertThat(List.of(Ink.TEXT, Ink.MUTED, Ink.DEEP, Ink.PICKED)).allSatisfy(
                colour -> assertThat(Ink.contrast(colour, Ink.PAPER)).isGreaterThanOrEqualTo(4.5));
        assertThat(Ink.contrast(Ink.MUTED, Ink.WASH)).isGreaterThanOrEqualTo(4.5);
        assertThat(Ink.contrast(Ink.PAPER, Ink.DEEP)).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void textOnAFilledGroundTakesTheColourThatStandsOutMost() {
        assertThat(Ink.on(new Color(0xd6e6ec))).isEqualTo(Ink.TEXT);
        assertThat(Ink.on(new Color(0x93bccd))).isEqualTo(Ink.TEXT);
        assertThat(Ink.on(new Color(0x3f7f9f))).isEqualTo(Ink.PAPER);
        assertThat(Ink.on(new Color(0x0b3a5b))).isEqualTo(Ink.PAPER);
    }
}
