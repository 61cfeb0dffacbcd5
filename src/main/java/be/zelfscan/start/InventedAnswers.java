package be.zelfscan.start;

import be.zelfscan.question.Answer;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Use;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.questionnaire.Section;
import com.fasterxml.jackson.core.type.TypeReference;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Plausible answers of one centre to any instrument, as the fields that its pages post: the same centre and year give the same answers. A
 * centre stands somewhere near its usual stage, further where it is strong, and mostly wants one stage more; what it notes fits what it
 * chose.
 */
final class InventedAnswers {
    private static final double NOTED = 0.6;
    private static final double SECOND_SENTENCE = 0.35;
    private static final double GROWS = 0.75;
    private static final double GROWS_FAR = 0.2;

    private final Questionnaire questionnaire;
    private final Notes notes;
    private final InventedNet.Tendency tendency;
    private final double grown;
    private final Random random;
    private final Map<String, Integer> stages = new LinkedHashMap<>();

    /**
     * @param seed the answers that are a matter of chance
     * @param grown how far the centre came since its usual stage was written down, in stages
     */
    InventedAnswers(Questionnaire questionnaire, Notes notes, InventedNet.Tendency tendency, long seed, double grown) {
        this.questionnaire = questionnaire;
        this.notes = notes;
        this.tendency = tendency;
        this.grown = grown;
        this.random = new Random(seed);
    }

    /** The first blocks; with all of them also the closing questions. */
    Map<String, Map<String, List<String>>> sections(int blocks) {
        Map<String, Map<String, List<String>>> sections = new LinkedHashMap<>();
        List<Section> all = questionnaire.blocks();
        all.forEach(block -> stages.put(block.id(), stage(block.id())));
        all.stream().limit(blocks).forEach(block -> sections.put(block.id(), fields(block.id(), questionnaire.blockQuestions())));
        if (blocks >= all.size()) {
            questionnaire.closing().ifPresent(closing -> sections.put(closing.id(), fields(closing.id(), closing.questions())));
        }
        return sections;
    }

    private int stage(String block) {
        double tends = tendency.stage() + grown + (tendency.strong().contains(block) ? 1 : 0) - (tendency.weak().contains(block) ? 1 : 0);
        long rounded = Math.round(tends + random.nextGaussian() * 0.45);
        return Math.clamp(rounded, 0, questionnaire.scale().stages().size() - 1);
    }

    private Map<String, List<String>> fields(String section, List<Question> questions) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Question question : questions) {
            List<String> chosen = choose(section, question);
            fields.put(question.id() + ".revision", List.of("0"));
            fields.put(question.id() + ".choice", chosen);
            if (chosen.stream().flatMap(id -> question.option(id).stream()).anyMatch(Option::text)) {
                fields.put(question.id() + ".text", List.of(one(notes.of("text", question.id(), "other"))));
            }
            if (question.hasNote() && random.nextDouble() < NOTED) {
                note(section, question, chosen).ifPresent(note -> fields.put(question.id() + ".note", List.of(note)));
            }
        }
        return fields;
    }

    private List<String> choose(String section, Question question) {
        if (question.isFor(Use.PLACEMENT)) {
            return List.of(stageOf(section).id());
        }
        if (question.isFor(Use.AMBITION)) {
            Asked asked = new Asked(questionnaire, section, other -> Optional.of(Answer.Coded.of(stageOf(section).id())));
            return List.of(ambition(question.type().offered(question, asked).stream().map(Option::id).toList()));
        }
        if (!question.options().isEmpty()) {
            return question.most() > 1 ? several(section, question)
                    : List.of(question.options().get(leaning(question.options().size(), isLate(section))).id());
        }
        int least = question.type().least(question);
        int most = question.most();
        return question.type().nothing(question).map(nothing -> inspiring(least, most, nothing))
                .orElseGet(() -> blocks(Comparator.comparing(stages::get), least + random.nextInt(most - least + 1)));
    }

    private Stage stageOf(String section) {
        return questionnaire.scale().stages().get(stages.get(section));
    }

    private boolean isLate(String section) {
        return stages.get(section) * 2 >= questionnaire.scale().stages().size();
    }

    /** @param offered to stay first, then the stages to grow to */
    private String ambition(List<String> offered) {
        if (offered.size() == 1 || random.nextDouble() > GROWS) {
            return offered.getFirst();
        }
        return offered.get(offered.size() > 2 && random.nextDouble() < GROWS_FAR ? 2 : 1);
    }

    /** Who stands far chose it more often; the first option is the deliberate one. */
    private int leaning(int options, boolean late) {
        return late && random.nextInt(3) > 0 ? 0 : random.nextInt(options);
    }

    /** One to three, or none: differences are rare, levers are rare at the beginning, bottlenecks where a centre stands far. */
    private List<String> several(String section, Question question) {
        double nothing = switch (question.use()) {
            case Use.LEVER -> isLate(section) ? 0.05 : 0.35;
            case Use.BOTTLENECK -> isLate(section) ? 0.3 : 0.05;
            default -> 0.55;
        };
        List<Option> exclusive = question.options().stream().filter(Option::exclusive).toList();
        if (!exclusive.isEmpty() && random.nextDouble() < nothing) {
            return List.of(exclusive.getFirst().id());
        }
        List<Option> others = new ArrayList<>(question.options().stream().filter(option -> !option.exclusive()).toList());
        Option first = others.get(random.nextInt(others.size()));
        return others.stream().filter(option -> option.equals(first) || !option.text() && random.nextInt(4) == 0).map(Option::id).toList();
    }

    private List<String> inspiring(int least, int most, String nothing) {
        List<String> far = blocks(Comparator.comparing((String block) -> stages.get(block)).reversed(), most).stream()
                .filter(this::isLate)
                .limit(1 + random.nextInt(most)).toList();
        return far.size() >= least ? far : List.of(nothing);
    }

    /** The first blocks in this order; chance decides between equals. */
    private List<String> blocks(Comparator<String> order, int most) {
        List<String> ids = new ArrayList<>(stages.keySet());
        java.util.Collections.shuffle(ids, random);
        return ids.stream().sorted(order).limit(most).toList();
    }

    private Optional<String> note(String section, Question question, List<String> chosen) {
        String phase = isLate(section) ? Notes.LATE : Notes.EARLY;
        List<String> first = new ArrayList<>(notes.of(section, question.id(), phase));
        chosen.forEach(option -> first.addAll(notes.of(section, question.id(), option)));
        List<String> general = chosen.stream().flatMap(option -> notes.of(Notes.ANY, question.id(), option).stream()).toList();
        if (first.isEmpty()) {
            return general.isEmpty() ? Optional.empty() : Optional.of(one(general));
        }
        return Optional.of(one(first) + (!general.isEmpty() && random.nextDouble() < SECOND_SENTENCE ? " " + one(general) : ""));
    }

    private String one(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    /**
     * Invented notes, in {@code src/main/resources/demonstration/notes.json}.
     *
     * @param texts by block (or {@link #ANY}), by question, by chosen option or by how far the block is
     */
    record Notes(Map<String, Map<String, Map<String, List<String>>>> texts) {
        static final String ANY = "*";
        static final String EARLY = "early";
        static final String LATE = "late";

        static Notes read() {
            return new Notes(InventedNet.resource("notes.json", new TypeReference<>() {
            }));
        }

        List<String> of(String block, String question, String key) {
            return texts.getOrDefault(block, Map.of()).getOrDefault(question, Map.of()).getOrDefault(key, List.of());
        }
    }

    /** Invented answers, as the fields that a page posts; they stand in {@code src/main/resources/demonstration}. */
    enum SampleAnswers {
        TODAY("vandaag"), EARLIER("vorige");

        @Serdeable
        record Sample(String questionnaire, String version, Map<String, Map<String, List<String>>> sections) {}

        private final Sample sample;

        SampleAnswers(String name) {
            sample = InventedNet.resource("answers-" + name + ".json", new TypeReference<>() {
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
}
