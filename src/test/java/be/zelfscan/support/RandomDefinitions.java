package be.zelfscan.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Definitions as they come: every type of question that the definitions of the tests ask, with and without scale, shared questions,
 * conditions and closing questions; the same random numbers give the same definition.
 */
public final class RandomDefinitions {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> ABOUT_STAGES = Set.of("placement", "ambition");
    private static final String ABOUT_BLOCKS = "block-";
    private static final List<ObjectNode> QUESTIONS = questions();

    private final Random random;
    private int named;

    public RandomDefinitions(Random random) {
        this.random = random;
    }

    /** Every question of the definitions that the tests keep, as it is written there. */
    private static List<ObjectNode> questions() {
        List<ObjectNode> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/definitions"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json") && !path.toString().contains("broken")).sorted()
                    .toList()) {
                collect(MAPPER.readTree(file.toFile()), found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static void collect(JsonNode node, List<ObjectNode> found) {
        if (node.has("type") && node.has("shortLabel")) {
            found.add((ObjectNode) node);
            return; // the columns of a table are questions too, of that table only
        }
        node.forEach(child -> collect(child, found));
    }

    /** A definition without faults. */
    public ObjectNode definition() {
        boolean scaled = random.nextInt(3) > 0;
        ObjectNode definition = MAPPER.createObjectNode().put("id", id("vragenlijst")).put("version", "1").put("language", "nl-BE")
                .put("title", text(3)).put("source", text(4)).put("disclaimer", text(6));
        List<String> stages = new ArrayList<>();
        if (scaled) {
            scale(definition, stages);
        }
        int sections = 1 + (random.nextInt(10) == 0 ? random.nextInt(60) : random.nextInt(6));
        List<ObjectNode> shared = new ArrayList<>();
        if (scaled) {
            blockQuestions(definition, stages, shared);
        } else if (random.nextBoolean()) {
            ArrayNode set = definition.putObject("questionSets").putArray("samen");
            shared.addAll(list(set, 1 + random.nextInt(3), 0));
        }
        ArrayNode clusters = definition.putArray("clusters");
        for (int left = sections; left > 0;) {
            int here = 1 + random.nextInt(left);
            ObjectNode cluster = clusters.addObject().put("id", id("deel")).put("title", text(2)).put("source", "1");
            ArrayNode of = cluster.putArray(scaled ? "blocks" : "sections");
            for (int i = 0; i < here; i++) {
                section(of.addObject(), stages, !shared.isEmpty() && !scaled);
            }
            left -= here;
        }
        if (random.nextBoolean()) {
            ObjectNode closing = definition.putObject("closing").put("id", id("slot")).put("title", text(2)).put("source", "9");
            closing.putArray("text").add(text(5));
            list(closing.putArray("questions"), 1 + random.nextInt(3), sections);
        }
        if (random.nextBoolean()) {
            definition.putObject("words").putObject("block").put("one", "thema").put("many", "thema's").put("article", "het");
        }
        return definition;
    }

    private void scale(ObjectNode definition, List<String> stages) {
        definition.put("blockRemark", text(4));
        ObjectNode scale = definition.putObject("scale").put("title", text(2)).put("source", "2");
        scale.putArray("text").add(text(8));
        ArrayNode all = scale.putArray("stages");
        int most = 2 + random.nextInt(8);
        for (int i = 0; i < most; i++) {
            String id = "stap-" + (i + 1);
            stages.add(id);
            all.addObject().put("id", id).put("label", "Stap " + (i + 1)).putArray("description").add("{block} " + text(4));
        }
    }

    private void blockQuestions(ObjectNode definition, List<String> stages, List<ObjectNode> shared) {
        ArrayNode all = definition.putArray("blockQuestions");
        all.add(question("placement", "stage"));
        if (random.nextBoolean()) {
            ObjectNode ambition = question("ambition", "ambition").put("hold", "zo blijven").put("targets",
                    random.nextBoolean() ? "later" : "next");
            ObjectNode grow = ambition.putObject("grow");
            stages.stream().skip(1).forEach(stage -> grow.put(stage, "naar " + stage));
            all.add(ambition);
        }
        shared.addAll(list(all, random.nextInt(4), 0));
    }

    private static ObjectNode question(String type, String id) {
        return MAPPER.createObjectNode().put("id", id).put("type", type).put("label", "Hoe staat het met {block}?")
                .put("shortLabel", "Kort " + id)
                .put("source", "3").put("required", true);
    }

    private void section(ObjectNode section, List<String> stages, boolean shares) {
        section.put("id", id("stuk")).put("title", text(3)).put("source", "4");
        if (random.nextBoolean()) {
            section.putArray("text").add(text(7));
        }
        if (random.nextBoolean()) {
            section.putObject("definition").putArray("text").add(text(9));
        }
        if (!stages.isEmpty()) {
            ObjectNode texts = section.putObject("stages");
            stages.forEach(stage -> texts.putObject(stage).putArray("text").add(text(9)));
        }
        if (shares) {
            section.putArray("ask").add("samen");
        }
        if (!shares && stages.isEmpty() || random.nextBoolean()) {
            list(section.putArray("questions"), 1 + random.nextInt(4), 0);
        }
    }

    /** Questions of any type, of which some are asked by the answer to one before. */
    private List<ObjectNode> list(ArrayNode into, int most, int blocks) {
        List<ObjectNode> added = new ArrayList<>();
        List<ObjectNode> usable = QUESTIONS.stream().filter(one -> !ABOUT_STAGES.contains(one.get("type").asText())
                && (!one.get("type").asText().startsWith(ABOUT_BLOCKS) || blocks >= 5)).toList();
        for (int i = 0; i < most; i++) {
            ObjectNode question = usable.get(random.nextInt(usable.size())).deepCopy();
            question.remove(List.of("role", "visibleWhen"));
            question.path("options").forEach(option -> ((ObjectNode) option).remove("mark"));
            question.put("id", id("vraag")).put("label", text(6) + "?").put("shortLabel", "Vraag " + named).put("required",
                    random.nextBoolean());
            if (random.nextInt(4) == 0) {
                question.put("notDiscussed", "Niet besproken");
            }
            if (!added.isEmpty() && random.nextInt(3) == 0) {
                question.set("visibleWhen", condition(added, 2));
            }
            into.add(question);
            added.add(question);
        }
        return added;
    }

    private ObjectNode condition(List<ObjectNode> before, int depth) {
        ObjectNode condition = MAPPER.createObjectNode();
        switch (random.nextInt(depth == 0 ? 2 : 5)) {
            case 2 -> condition.putArray("any").add(condition(before, depth - 1)).add(condition(before, depth - 1));
            case 3 -> condition.putArray("all").add(condition(before, depth - 1)).add(condition(before, depth - 1));
            case 4 -> condition.set("not", condition(before, depth - 1));
            default -> {
                ObjectNode on = before.get(random.nextInt(before.size()));
                condition.put("question", on.get("id").asText());
                if (on.has("options") && random.nextBoolean()) {
                    condition.put(random.nextBoolean() ? "is" : "has", on.get("options").get(0).get("id").asText());
                } else {
                    condition.put("answered", random.nextBoolean());
                }
            }
        }
        return condition;
    }

    private String id(String word) {
        return word + "-" + ++named;
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder("Tekst " + ++named);
        for (int i = 0; i < words; i++) {
            text.append(' ').append(List.of("samen", "kijken", "hoe", "ver", "een", "team", "vandaag", "staat").get(random.nextInt(8)));
        }
        return text.toString();
    }
}
