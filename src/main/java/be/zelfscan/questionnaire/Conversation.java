package be.zelfscan.questionnaire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Open questions for the conversation after the result. */
@Serdeable
public record Conversation(String title, String source, List<String> text, List<String> prompts) {}
