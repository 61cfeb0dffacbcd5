package be.zelfscan.questionnaire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** What blocks are picked or ordered for, for charts and comparisons; a question without a special place has {@link #other}. */
@Serdeable
public enum BlockRole {
    @JsonProperty("inspiring-practice")
    inspiring_practice, priority, other
}
