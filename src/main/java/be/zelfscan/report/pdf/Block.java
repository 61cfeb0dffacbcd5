package be.zelfscan.report.pdf;

/** A piece of content that knows the room it needs and writes itself, over several pages if it must. Heights in points. */
interface Block {
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
