package be.zelfscan.question.rating;

import be.zelfscan.question.OneAnswerType;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;

/** One of some steps in order. The codes are their numbers, from 1. */
@Singleton
public class RatingType extends OneAnswerType {
    /** @param labels the steps, in order */
    @Serdeable
    public record Own(List<String> labels) {}

    @Override
    public String id() {
        return "rating";
    }

    @Override
    public Class<?> own() {
        return Own.class;
    }

    @Override
    public List<Option> options(Question question) {
        return Option.numbered(((Own) question.own()).labels());
    }
}
