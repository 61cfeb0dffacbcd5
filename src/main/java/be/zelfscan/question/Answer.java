package be.zelfscan.question;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What was answered to a question, apart from the note that goes with it. What is stored, frozen, erased, opened, exported and compared
 * depends on the shape of an answer only; what its codes mean is known to the type of its question. The JSON of an answer is what the
 * database holds; answers that earlier versions stored are read by {@link AnswerReader}.
 */
@Serdeable.Serializable
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
        @JsonSubTypes.Type(value = Answer.Coded.class, name = "coded"),
        @JsonSubTypes.Type(value = Answer.Written.class, name = "written"),
        @JsonSubTypes.Type(value = Answer.Counted.class, name = "counted"),
        @JsonSubTypes.Type(value = Answer.Dated.class, name = "dated"),
        @JsonSubTypes.Type(value = Answer.Rows.class, name = "rows"),
        @JsonSubTypes.Type(value = Answer.NotDiscussed.class, name = "not-discussed")})
public sealed interface Answer {

    /** The same answer with every text that somebody typed replaced, at any depth. */
    Answer withTexts(UnaryOperator<String> replacement);

    /**
     * What somebody typed, at any depth, by where it stands: after this place, the code with which it was typed, or the key of a row and
     * a column, each after a dot.
     */
    default SortedMap<String, String> texts(String place) {
        SortedMap<String, String> texts = new TreeMap<>();
        switch (this) {
            case Written written -> texts.put(place, written.text());
            case Coded coded -> coded.texts().forEach((code, text) -> texts.put(place + "." + code, text));
            case Rows rows -> rows.rows().forEach(
                    row -> row.cells().forEach((column, cell) -> texts.putAll(cell.texts(place + "." + row.key() + "." + column))));
            case Counted counted -> {}
            case Dated dated -> {}
            case NotDiscussed open -> {}
        }
        texts.values().removeIf(String::isEmpty);
        return texts;
    }

    /** The same answer without what was typed by hand. */
    default Answer withoutTexts() {
        return withTexts(text -> "");
    }

    /**
     * Codes, in the order that the type of the question gives them: a stage, options, blocks by place.
     *
     * @param texts what was typed with a code; that of the code {@code ""} was typed with the only one that asks for a text
     */
    @Serdeable.Serializable
    record Coded(List<String> codes, SortedMap<String, String> texts) implements Answer {
        public Coded {
            codes = List.copyOf(codes);
            texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        }

        public static Coded of(String... codes) {
            return new Coded(List.of(codes));
        }

        public Coded(List<String> codes) {
            this(codes, new TreeMap<>());
        }

        public Coded(List<String> codes, Map<String, String> texts) {
            this(codes, new TreeMap<>(texts));
        }

        /** What was typed with a code; empty when nothing was. */
        public String textOf(String code) {
            return texts.getOrDefault(code, texts.getOrDefault("", ""));
        }

        @Override
        public Coded withTexts(UnaryOperator<String> replacement) {
            SortedMap<String, String> replaced = new TreeMap<>();
            texts.forEach((code, text) -> replaced.put(code, replacement.apply(text)));
            replaced.values().removeIf(String::isEmpty);
            return new Coded(codes, replaced);
        }
    }

    /** A text, which may have several lines. */
    @Serdeable.Serializable
    record Written(String text) implements Answer {
        @Override
        public Written withTexts(UnaryOperator<String> replacement) {
            return new Written(replacement.apply(text));
        }
    }

    /** A number, in the unit that the question names. */
    @Serdeable.Serializable
    record Counted(BigDecimal number) implements Answer {
        @Override
        public Counted withTexts(UnaryOperator<String> replacement) {
            return this;
        }
    }

    /** A day. */
    @Serdeable.Serializable
    record Dated(LocalDate day) implements Answer {
        @Override
        public Dated withTexts(UnaryOperator<String> replacement) {
            return this;
        }
    }

    /** Rows of a table that a team fills in. */
    @Serdeable.Serializable
    record Rows(List<Row> rows) implements Answer {
        public Rows {
            rows = List.copyOf(rows);
        }

        /**
         * One row.
         *
         * @param key stays when the row moves
         * @param cells by the id of the question that is the column
         */
        @Serdeable.Serializable
        public record Row(String key, SortedMap<String, Answer> cells) {
            public Row {
                cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
            }
        }

        @Override
        public Rows withTexts(UnaryOperator<String> replacement) {
            return new Rows(rows.stream().map(row -> {
                SortedMap<String, Answer> cells = new TreeMap<>();
                row.cells().forEach((column, cell) -> cells.put(column, cell.withTexts(replacement)));
                return new Row(row.key(), cells);
            }).toList());
        }
    }

    /** The team left the question open on purpose. */
    @Serdeable.Serializable
    record NotDiscussed() implements Answer {
        @Override
        public NotDiscussed withTexts(UnaryOperator<String> replacement) {
            return this;
        }
    }
}
