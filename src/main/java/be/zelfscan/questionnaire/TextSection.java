package be.zelfscan.questionnaire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A titled text in paragraphs, with the section of the source that it renders. */
@Serdeable
public record TextSection(String title, String source, List<String> text) {}
