package be.zelfscan.question;

/**
 * What comparing reads of an answer; free text gives none.
 *
 * @param position from 0, in the order of the answer
 */
public record Fact(String code, int position) {}
