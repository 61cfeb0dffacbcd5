package be.zelfscan.question;

/** Where a question can stand. */
public enum Place {
    /** Among the questions that every building block is asked. */
    block,
    /** In a section of its own. */
    section,
    /** As the column of a table. */
    cell
}
