package be.zelfscan.chart;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.chart.ChartStyle.Palette;
import java.awt.Color;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {
    private static final double FAR_APART = 18;
    /**
     * The two lightest of the ramp are nearer to each other than the rest, yet five times what a trained eye just notices; a name stands
     * with each.
     */
    private static final double FIRST_STEP = 11;
    /** Of nine stages the lightest two are the nearest; a trained eye notices 2.3, and a name stands with each. */
    private static final double NOTICED = 3.5;
    private static final double READABLE = 4.5;

    private final Palette palette = DataCharts.charts().look().style().palette();

    @ParameterizedTest
    @EnumSource(ColourVision.class)
    void fourStagesAreToldApartByEveryEyeAndInGrey(ColourVision eye) {
        assertThat(eye.distance(palette.stage(0, 4), palette.stage(1, 4))).isGreaterThan(FIRST_STEP);
        assertThat(eye.distance(palette.stage(1, 4), palette.stage(2, 4))).isGreaterThan(FAR_APART);
        assertThat(eye.distance(palette.stage(2, 4), palette.stage(3, 4))).isGreaterThan(FAR_APART);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 6, 7, 8, 9})
    void stagesOfOtherScalesDifferInLightnessToo(int stages) {
        for (int stage = 1; stage < stages; stage++) {
            assertThat(ColourVision.GREY.distance(palette.stage(stage - 1, stages), palette.stage(stage, stages))).as("stage %d", stage)
                    .isGreaterThan(NOTICED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9})
    void whatStandsOnTheTintOfAStageCanBeRead(int stages) {
        for (int stage = 0; stage < stages; stage++) {
            Color ground = palette.stage(stage, stages);
            assertThat(ColourVision.contrast(palette.on(ground), ground)).as("stage %d of %d", stage + 1, stages)
                    .isGreaterThanOrEqualTo(READABLE);
        }
    }

    @Test
    void aTrafficLightWouldNotPassTheSameTest() {
        assertThat(ColourVision.DEUTERANOPIA.distance(Color.decode("#d73027"), Color.decode("#7a9a01"))).isLessThan(FIRST_STEP);
    }

    @Test
    void theDistanceIsTheOneOfThePublishedExamples() {
        assertThat(ColourVision.ciede2000(new double[]{50, 2.6772, -79.7751}, new double[]{50, 0, -82.7485})).isCloseTo(2.0425,
                Offset.offset(0.0001));
        assertThat(ColourVision.ciede2000(new double[]{22.7233, 20.0904, -46.6940}, new double[]{23.0331, 14.9730, -42.5619})).isCloseTo(
                2.0373,
                Offset.offset(0.0001));
        assertThat(ColourVision.FULL.distance(Color.WHITE, Color.BLACK)).isCloseTo(100, Offset.offset(0.1));
    }

    @Test
    void everyTextCanBeReadOnItsGround() {
        Color paper = Palette.color(palette.paper());
        assertThat(ColourVision.contrast(Palette.color(palette.ink()), palette.tint(1))).isGreaterThan(READABLE);
        assertThat(ColourVision.contrast(Palette.color(palette.muted()), paper)).isGreaterThan(READABLE);
        assertThat(ColourVision.contrast(Palette.color(palette.accent()), paper)).isGreaterThan(READABLE);
        assertThat(ColourVision.contrast(Palette.color(palette.ramp().getLast()), paper)).isGreaterThan(READABLE);
    }

    @Test
    void aLargerShareHasADarkerTintAndNoneIsAlmostPaper() {
        assertThat(ColourVision.contrast(palette.tint(0), Color.WHITE)).isLessThan(1.1);
        assertThat(ColourVision.contrast(palette.tint(0.6), Color.WHITE))
                .isGreaterThan(ColourVision.contrast(palette.tint(0.3), Color.WHITE));
    }
}
