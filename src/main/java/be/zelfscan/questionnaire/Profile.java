package be.zelfscan.questionnaire;

import be.zelfscan.question.Question;
import be.zelfscan.question.StageScale;
import java.util.Optional;

/**
 * What makes charts and comparisons of an instrument possible: a scale, and the one question that places its building blocks on it.
 *
 * @param ambition the question that asks where a centre wants to go, in instruments that ask it
 */
public record Profile(StageScale scale, Question placement, Optional<Question> ambition) {}
