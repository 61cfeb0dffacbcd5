package be.zelfscan.support;

import be.zelfscan.questionnaire.Questionnaire;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** Invented instruments of every size: the one of {@code definitions/village.json} with other numbers of stages, clusters and blocks. */
public final class Sizes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> STAGES = List.of("Kiemend", "Wortelend", "Uitlopend", "Groeiend", "Vertakkend", "Knoppend",
            "Bloeiend",
            "Vruchtdragend", "Uitzaaiend");
    private static final List<String> SUBJECTS = List.of("Samen school maken", "Ouders als partner", "Rust in de klas", "De buurt",
            "Taal in elk vak", "Wie nieuw is");
    private static final String MORE = " met iedereen die er in de wijk en in de school mee te maken heeft of krijgt";

    private Sizes() {}

    /** Two stages, one block, nothing at the end. */
    public static Questionnaire smallest() {
        return of(2, 1, 1, 20, false);
    }

    /** Three clusters of three blocks, three stages. */
    public static Questionnaire nine() {
        return of(3, 3, 3, 40, true);
    }

    /** Forty blocks with titles of eighty characters in six clusters, six stages. */
    public static Questionnaire forty() {
        return of(6, 6, 7, 80, true).only(block -> !List.of("blok-5-6", "blok-5-5").contains(block.id()));
    }

    /** Sixty blocks, nine stages. */
    public static Questionnaire largest() {
        return of(9, 6, 10, 48, true);
    }

    public static List<Questionnaire> all() {
        return List.of(smallest(), nine(), forty(), largest());
    }

    /** @param characters of each title */
    public static Questionnaire of(int stages, int clusters, int blocks, int characters, boolean closing) {
        String name = "sizes-%d-%d-%d.json".formatted(stages, clusters, blocks);
        return Definitions.read(name, text(stages, clusters, blocks, characters, closing));
    }

    /** The same as a file. */
    public static String text(int stages, int clusters, int blocks, int characters, boolean closing) {
        try {
            ObjectNode root = (ObjectNode) JSON.readTree(Definitions.text("/definitions/village.json"));
            root.put("id", "maat-%d-%d-%d".formatted(stages, clusters, blocks));
            root.put("title", "Groeiwijzer");
            ObjectNode scale = (ObjectNode) root.get("scale");
            scale.set("stages", list(stages, stage -> stage(stage)));
            ObjectNode block = (ObjectNode) root.at("/clusters/0/blocks/0");
            root.set("clusters", list(clusters, cluster -> JSON.createObjectNode().put("id", "deel-" + cluster)
                    .put("title", "Deel " + (cluster + 1) + ": " + SUBJECTS.get(cluster % SUBJECTS.size())).put("source", "1")
                    .set("blocks", list(blocks, at -> block(block.deepCopy(), cluster, at, stages, characters)))));
            ObjectNode grow = (ObjectNode) root.at("/blockQuestions/1/grow");
            grow.removeAll();
            IntStream.range(1, stages).forEach(stage -> grow.put("s" + stage, "naar " + STAGES.get(stage).toLowerCase()));
            if (!closing) {
                root.remove("closing");
            }
            return JSON.writeValueAsString(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Node {
        ObjectNode of(int at);
    }

    private static ArrayNode list(int count, Node node) {
        ArrayNode list = JSON.createArrayNode();
        IntStream.range(0, count).forEach(at -> list.add(node.of(at)));
        return list;
    }

    private static ObjectNode stage(int stage) {
        ObjectNode node = JSON.createObjectNode().put("id", "s" + stage).put("label", STAGES.get(stage)).put("cycle", "");
        node.putArray("description").add(STAGES.get(stage) + " betekent iets voor {block}.");
        return node;
    }

    private static ObjectNode block(ObjectNode node, int cluster, int at, int stages, int characters) {
        String title = SUBJECTS.get((cluster + at) % SUBJECTS.size()) + " " + (cluster + 1) + "." + (at + 1) + MORE;
        node.put("id", "blok-%d-%d".formatted(cluster, at)).put("title", title.substring(0, characters).strip());
        ObjectNode texts = node.putObject("stages");
        IntStream.range(0, stages).forEach(stage -> texts.putObject("s" + stage).put("reference", "Bron").putArray("text")
                .add("Wat jullie samen doen, is %s: iedereen weet waarom, en er is tijd voor.".formatted(STAGES.get(stage).toLowerCase())));
        return node;
    }
}
