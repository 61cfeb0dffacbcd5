package be.zelfscan.question;

import java.util.List;

/** How a question stands on paper before it is answered. */
public sealed interface Widget {
    /** The descriptions of the stages side by side, to tick one. */
    record Stages() implements Widget {}

    /** Words to read before answering. */
    record Text(String text) implements Widget {}

    /** Boxes to tick. */
    record Boxes(List<String> labels) implements Widget {}

    /** Lines to write on, by a label. */
    record Lines(String label, int lines) implements Widget {}

    /** Places to write something at, by their names. */
    record Places(List<String> names) implements Widget {}

    /** A table to fill in. */
    record Table(List<String> columns, int rows) implements Widget {}
}
