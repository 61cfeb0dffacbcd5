package be.zelfscan.questionnaire;

import be.zelfscan.question.Question;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The questions over all building blocks, at the end. The id is a section id and differs from every block's id. */
@Serdeable
public record Closing(String id, String title, String source, List<String> text, List<Question> questions) {}
