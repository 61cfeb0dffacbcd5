package be.zelfscan.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The check of every text of a definition: placeholders where they are filled in, no characters that cannot be shown or stored. Pure. */
final class DefinitionTexts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    private static final Pattern WITH_BLOCK = Pattern
            .compile("/(?:blockQuestions|questionSets/[^/]+)/[0-9]+/label|/scale/stages/[0-9]+/description/[0-9]+");
    private static final Pattern WITH_NUMBER = Pattern.compile(".*/[0-9]+/(?:item|row)");

    private static final Pattern WITH_CODE = Pattern.compile("/references/(?:expectations|developmentScales)/code");

    private DefinitionTexts() {}

    static void check(JsonNode document, FaultList faults) {
        check("", document, faults);
    }

    private static void check(String pointer, JsonNode node, FaultList faults) {
        if (node.isTextual()) {
            text(pointer, node.textValue(), faults);
        }
        node.properties().forEach(property -> check(pointer + "/" + property.getKey(), property.getValue(), faults));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            check(pointer + "/" + i, node.get(i), faults);
        }
    }

    private static void text(String pointer, String text, FaultList faults) {
        Matcher unfit = UNFIT.matcher(text);
        if (unfit.find()) {
            faults.add(pointer, "the character U+%04X".formatted((int) unfit.group().charAt(0)),
                    "a text without control characters and line ends");
        }
        String allowed = WITH_BLOCK.matcher(pointer).matches() ? "{block}"
                : WITH_NUMBER.matcher(pointer).matches() ? "{number}" : WITH_CODE.matcher(pointer).matches() ? References.Frame.CODE : "";
        PLACEHOLDER.matcher(text).results().map(found -> found.group()).filter(found -> !found.equals(allowed)).distinct()
                .forEach(found -> faults.add(pointer, "the placeholder %s is not filled in here".formatted(found),
                        allowed.isEmpty() ? "a text without placeholders" : "no placeholder but " + allowed));
    }
}
