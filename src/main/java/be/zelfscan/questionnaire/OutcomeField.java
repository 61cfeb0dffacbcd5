package be.zelfscan.questionnaire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A field of outcomes beside which a centre can lay its result, with suggestions of indicators. */
@Serdeable
public record OutcomeField(String id, String title, String source, List<String> items) {}
