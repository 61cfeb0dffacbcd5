package be.zelfscan.report.pdf;

/** How a {@link Block} is set: knows the room that it needs, and writes itself, over several pages if it must. Heights in points. */
interface Layout {
    static Layout of(Block block, LineBreaker breaker) {
        return switch (block) {
            case Block.Masthead masthead -> TextLayout.of(masthead, breaker);
            case Block.Heading heading -> TextLayout.of(heading, breaker);
            case Block.Paragraph paragraph -> TextLayout.of(paragraph, breaker);
            case Block.Items items -> TextLayout.of(items, breaker);
            case Block.Note note -> TextLayout.of(note, breaker);
            case Block.Definitions definitions -> new DefinitionsLayout(definitions, breaker);
            case Block.Table table -> new TableLayout(table, breaker);
            case Block.Strip strip -> new FigureLayout.OfStrip(strip, breaker);
            case Block.Figure figure -> new FigureLayout(figure);
            case Block.RuledLines lines -> new RuledLinesLayout(lines, breaker);
        };
    }

    /** The least room that must be left on a page for the block to begin there. */
    float firstHeight();

    /** The room that it takes as a whole. */
    float height();

    default float before() {
        return 0;
    }

    default float after() {
        return 0;
    }

    /** Whether the block must stand on the same page as the beginning of the next one. */
    default boolean keepsWithNext() {
        return false;
    }

    void write(Sheet sheet);
}
