package be.zelfscan.comparison;

import be.zelfscan.question.Word;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Cluster;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which centres of a round are taken together. Stage and ambition are those of {@code block}, so that they mean nothing without it.
 *
 * @param schoolGroup only centres that worked for it
 * @param block a building block
 * @param stage only centres that placed that block on this stage
 * @param ambition only centres that want to go from there to this stage; the stage itself means holding it
 */
public record NetFilter(Optional<UUID> schoolGroup, Optional<String> block, Optional<String> stage, Optional<String> ambition) {
    public static final NetFilter NONE = new NetFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether centres are chosen by what they answered, and not only by for whom they work. */
    boolean byAnswers() {
        return block.isPresent() && (stage.isPresent() || ambition.isPresent());
    }

    public boolean isNarrow() {
        return schoolGroup.isPresent() || byAnswers();
    }

    /**
     * What was chosen in the filter above the comparison of the net, as texts; empty texts mean "all".
     *
     * @param cluster only the rows of this cluster are shown
     * @param block only this row is shown; stage and ambition are about it
     */
    public record FilterForm(String schoolGroup, String cluster, String block, String stage, String ambition) {
        /** The filter that this means. @throws Refused with a sentence when it means nothing */
        NetFilter filter(Questionnaire questionnaire, List<ComparedRound.SchoolGroup> groups) {
            Words words = questionnaire.words();
            Optional<UUID> group = chosen(schoolGroup).map(id -> groups.stream().filter(one -> one.id().toString().equals(id)).findFirst()
                    .orElseThrow(() -> new Refused(
                            "In deze ronde werkt geen enkel centrum voor die scholengroep. Kies een scholengroep uit de lijst."))
                    .id());
            Optional<String> cluster = chosen(this.cluster);
            cluster.filter(id -> questionnaire.clustersOfBlocks().stream().map(Cluster::id).noneMatch(id::equals)).ifPresent(unknown -> {
                throw new Refused(unknown(words.cluster(), unknown));
            });
            Optional<String> block = chosen(this.block);
            block.filter(id -> questionnaire.block(id).isEmpty()).ifPresent(unknown -> {
                throw new Refused(unknown(words.block(), unknown));
            });
            for (Optional<String> stage : List.of(chosen(this.stage), chosen(ambition))) {
                stage.filter(id -> questionnaire.scale().stage(id).isEmpty()).ifPresent(unknown -> {
                    throw new Refused(unknown(words.stage(), unknown));
                });
            }
            if (block.isEmpty() && (!this.stage.isEmpty() || !ambition.isEmpty())) {
                throw new Refused("Kies ook %s waarover %s of %s gaat.".formatted(words.block().theOne(),
                        words.stage().theOne(), words.ambition().theOne()));
            }
            return new NetFilter(group, block, chosen(this.stage), chosen(ambition));
        }

        private static String unknown(Word word, String id) {
            return "Deze vragenlijst heeft geen %s ‘%s’. Kies een %s uit de lijst.".formatted(word.one(), id, word.one());
        }

        private static Optional<String> chosen(String text) {
            return Optional.of(text.strip()).filter(value -> !value.isEmpty());
        }

        /** The instrument with only the rows that are shown. */
        Questionnaire rows(Questionnaire questionnaire) {
            if (!block.isBlank()) {
                return questionnaire.only(one -> one.id().equals(block));
            }
            return cluster.isBlank() ? questionnaire
                    : questionnaire.only(one -> questionnaire.clusterOf(one.id()).filter(found -> found.id().equals(cluster)).isPresent());
        }

        /** As a part of an address, beginning with a question mark; empty when nothing was chosen. */
        public String query() {
            Map<String, String> chosen = new LinkedHashMap<>();
            chosen.put("scholengroep", schoolGroup);
            chosen.put("rubriek", cluster);
            chosen.put("deel", block);
            chosen.put("stap", stage);
            chosen.put("doel", ambition);
            return chosen.entrySet().stream().filter(entry -> !entry.getValue().isBlank())
                    .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.collectingAndThen(Collectors.joining("&"), all -> all.isEmpty() ? "" : "?" + all));
        }

        /** What is filtered, in words; empty when nothing is. */
        String words(Questionnaire questionnaire, List<ComparedRound.SchoolGroup> groups) {
            List<String> parts = new ArrayList<>();
            groups.stream().filter(group -> group.id().toString().equals(schoolGroup)).findFirst()
                    .ifPresent(group -> parts.add(group.name()));
            String title = questionnaire.block(block).map(Section::title).orElse("");
            questionnaire.scale().stage(stage).ifPresent(one -> parts.add("%s: %s".formatted(title, one.label())));
            questionnaire.scale().stage(ambition)
                    .ifPresent(one -> parts.add("%s voor %s: %s".formatted(questionnaire.words().ambition().one(), title, one.label())));
            return String.join("; ", parts);
        }
    }

    /** What was chosen means nothing; the sentence says what was expected. */
    static final class Refused extends Problem {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
        }
    }
}
