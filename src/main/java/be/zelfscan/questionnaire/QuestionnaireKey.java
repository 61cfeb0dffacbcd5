package be.zelfscan.questionnaire;

/** Names one version of an instrument. */
public record QuestionnaireKey(String id, String version) {
    @Override
    public String toString() {
        return id + " " + version;
    }
}
