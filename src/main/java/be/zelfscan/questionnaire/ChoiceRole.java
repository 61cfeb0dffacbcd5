package be.zelfscan.questionnaire;

/** What a multiple choice question is about, for charts and comparisons; a question without a special place has {@link #other}. */
public enum ChoiceRole {
    lever, bottleneck, difference, other
}
