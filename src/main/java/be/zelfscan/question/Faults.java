package be.zelfscan.question;

/** Takes in what is wrong with a definition. */
public interface Faults {
    /**
     * @param pointer JSON pointer of what is wrong
     */
    void add(String pointer, String wrong, String expected);
}
