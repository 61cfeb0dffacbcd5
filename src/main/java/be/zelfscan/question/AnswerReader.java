package be.zelfscan.question;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the JSON of an answer, also what was stored when each type of question had a kind of answer of its own. */
@Singleton
class AnswerReader implements Deserializer<Answer> {
    @Override
    public Answer deserialize(Decoder decoder, DecoderContext context, Argument<? super Answer> type) throws IOException {
        return read(decoder.decodeNode());
    }

    private static Answer read(JsonNode json) throws IOException {
        String type = text(json, "type");
        return switch (type) {
            case "coded" -> new Answer.Coded(texts(json, "codes"), map(json, "texts"));
            case "written" -> new Answer.Written(text(json, "text"));
            case "counted" -> new Answer.Counted(new BigDecimal(json.get("number").coerceStringValue()));
            case "dated" -> new Answer.Dated(LocalDate.parse(text(json, "day")));
            case "rows" -> rows(json);
            case "not-discussed" -> new Answer.NotDiscussed();
            case "placed", "grow" -> Answer.Coded.of(text(json, "stage"));
            case "hold" -> Answer.Coded.of("hold");
            case "chosen" -> chosen(json);
            case "selected" -> selected(json);
            case "ranked" -> new Answer.Coded(texts(json, "blocks"));
            default -> throw new IOException("An answer of the unknown type " + type);
        };
    }

    private static Answer rows(JsonNode json) throws IOException {
        List<Answer.Rows.Row> rows = new ArrayList<>();
        if (json.get("rows") != null) {
            for (JsonNode row : json.get("rows").values()) {
                SortedMap<String, Answer> cells = new TreeMap<>();
                if (row.get("cells") != null) {
                    for (Map.Entry<String, JsonNode> cell : row.get("cells").entries()) {
                        cells.put(cell.getKey(), read(cell.getValue()));
                    }
                }
                rows.add(new Answer.Rows.Row(text(row, "key"), cells));
            }
        }
        return new Answer.Rows(rows);
    }

    private static Answer chosen(JsonNode json) {
        SortedMap<String, String> typed = map(json, "texts");
        if (!text(json, "text").isEmpty()) {
            typed.put("", text(json, "text"));
        }
        return new Answer.Coded(texts(json, "options"), typed);
    }

    private static Answer selected(JsonNode json) {
        List<String> codes = new ArrayList<>(texts(json, "blocks"));
        if (json.get("notYet") != null && json.get("notYet").getBooleanValue()) {
            codes.add("not-yet");
            codes.addAll(texts(json, "considered"));
        }
        return new Answer.Coded(codes);
    }

    private static String text(JsonNode json, String property) {
        JsonNode value = json.get(property);
        return value == null || value.isNull() ? "" : value.getStringValue();
    }

    private static List<String> texts(JsonNode json, String property) {
        List<String> texts = new ArrayList<>();
        JsonNode values = json.get(property);
        if (values != null && values.isArray()) {
            values.values().forEach(value -> texts.add(value.getStringValue()));
        }
        return texts;
    }

    private static SortedMap<String, String> map(JsonNode json, String property) {
        SortedMap<String, String> map = new TreeMap<>();
        JsonNode values = json.get(property);
        if (values != null && values.isObject()) {
            values.entries().forEach(entry -> map.put(entry.getKey(), entry.getValue().getStringValue()));
        }
        return map;
    }
}
