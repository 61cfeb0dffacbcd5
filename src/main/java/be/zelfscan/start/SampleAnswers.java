package be.zelfscan.start;

import be.zelfscan.questionnaire.QuestionnaireKey;
import com.fasterxml.jackson.core.type.TypeReference;
import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invented answers, as the fields that a page posts; they stand in {@code src/main/resources/demonstration}. */
enum SampleAnswers {
    TODAY("vandaag"), EARLIER("vorige");

    @Serdeable
    record Sample(String questionnaire, String version, Map<String, Map<String, List<String>>> sections) {}

    private final Sample sample;

    SampleAnswers(String name) {
        sample = Cast.resource("answers-" + name + ".json", new TypeReference<>() {
        });
    }

    QuestionnaireKey key() {
        return new QuestionnaireKey(sample.questionnaire(), sample.version());
    }

    /**
     * The fields by section, in order; every question of a section is among them.
     */
    Map<String, Map<String, List<String>>> read() {
        Map<String, Map<String, List<String>>> read = new LinkedHashMap<>();
        sample.sections().forEach((section, fields) -> {
            Map<String, List<String>> posted = new LinkedHashMap<>(fields);
            fields.keySet().forEach(field -> posted.put(field.substring(0, field.indexOf('.')) + ".revision", List.of("0")));
            read.put(section, posted);
        });
        return read;
    }
}
