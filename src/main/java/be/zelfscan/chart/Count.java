package be.zelfscan.chart;

/** How many centres, as exactly as it may be told to whoever reads the chart. */
public sealed interface Count {
    record Exactly(int centres) implements Count {}

    /** Perhaps one less. */
    record FewerThan(int centres) implements Count {}

    /** Perhaps one more; {@code nearlyAll} when these are all centres but one, or all. */
    record AtLeast(int centres, boolean nearlyAll) implements Count {}

    /** The number would tell what single centres answered. */
    record NotShown() implements Count {}

    /** The number that can be drawn without telling more. */
    default int drawn() {
        return switch (this) {
            case Exactly(int centres) -> centres;
            case FewerThan(int centres) -> centres - 2;
            case AtLeast(int centres, boolean nearlyAll) -> centres;
            case NotShown() -> 0;
        };
    }

    /** As short as it can be, beside a mark. */
    default String sign() {
        return switch (this) {
            case Exactly(int centres) -> Integer.toString(centres);
            case FewerThan(int centres) -> "<" + centres;
            case AtLeast(int centres, boolean nearlyAll) -> "≥" + centres;
            case NotShown() -> "–";
        };
    }

    default String words() {
        return switch (this) {
            case Exactly(int centres) -> Integer.toString(centres);
            case FewerThan(int centres) -> "minder dan " + centres;
            case AtLeast(int centres, boolean nearlyAll) -> nearlyAll ? "bijna alle" : "minstens " + centres;
            case NotShown() -> "niet getoond";
        };
    }
}
