package be.zelfscan.export;

import be.zelfscan.text.BelgianDutch;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;

/** What stands in a cell of a sheet. */
sealed interface ExportCell {
    ExportCell EMPTY = new Text("");

    /** What parts several codes or names in one cell. */
    String SEPARATOR = "|";

    /** Empty text is an empty cell. It never holds a sign that a workbook cannot hold. */
    record Text(String text) implements ExportCell {
        public Text {
            text = clean(text);
        }

        private static String clean(String text) {
            if (text.codePoints().allMatch(Text::canStand)) {
                return text;
            }
            StringBuilder cleaned = new StringBuilder(text.length());
            text.codePoints().map(sign -> canStand(sign) ? sign : '\uFFFD').forEach(cleaned::appendCodePoint);
            return cleaned.toString();
        }

        /** What XML 1.0 can hold. */
        private static boolean canStand(int sign) {
            return sign >= ' ' && !(sign >= 0xD800 && sign <= 0xDFFF) && sign != 0xFFFE && sign != 0xFFFF || sign == '\t' || sign == '\n'
                    || sign == '\r';
        }
    }

    record Number(BigDecimal number) implements ExportCell {}

    record Day(LocalDate day) implements ExportCell {}

    /** Told to the second, in Belgian time. */
    record Moment(Instant at) implements ExportCell {
        LocalDateTime here() {
            return LocalDateTime.ofInstant(at, BelgianDutch.ZONE).truncatedTo(ChronoUnit.SECONDS);
        }
    }

    static ExportCell of(String text) {
        return text.isEmpty() ? EMPTY : new Text(text);
    }

    static ExportCell of(long number) {
        return new Number(BigDecimal.valueOf(number));
    }

    static ExportCell of(boolean yes) {
        return of(yes ? 1 : 0);
    }

    static ExportCell of(UUID id) {
        return new Text(id.toString());
    }

    static ExportCell of(Instant moment) {
        return new Moment(moment);
    }

    static ExportCell of(Collection<String> parts) {
        return of(String.join(SEPARATOR, parts));
    }
}
