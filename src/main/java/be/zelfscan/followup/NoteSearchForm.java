package be.zelfscan.followup;

import be.zelfscan.followup.FollowedRounds.FollowedRound;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.text.Texts;
import be.zelfscan.web.Form;
import io.micronaut.http.HttpParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was filled in to search notes, as texts; it stands in the address, also of what is done with what was found. Empty texts
 * mean "all".
 */
public record NoteSearchForm(String words, String scope, String section, String question, String schoolGroup, String label, String page) {
    /** The scope of all rounds; that of one round is empty. */
    public static final String ALL_ROUNDS = "alle";
    /** Stands for notes without any label. */
    public static final String UNLABELLED = "zonder";
    private static final int LONGEST = 200;

    /**
     * Which notes are looked for, of the snapshots that count.
     *
     * @param roundId of all rounds that were opened when empty
     * @param words as one types them in a search: words, "a phrase", or, -not; empty for all notes
     * @param unlabelled only notes without a label
     */
    record Filter(Optional<UUID> roundId, String words, Optional<String> section, Optional<String> question, Optional<UUID> schoolGroup,
            Optional<UUID> label, boolean unlabelled) {
        private static final Pattern ITEM = Pattern.compile("(-?)(?:\"([^\"]*)\"|([^\\s\"]+))");
        private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$");
        private static final String OR = "|";

        /**
         * What must stand in a note, as {@code says_all} of the database takes it: words, and phrases behind a quotation mark; with a minus
         * before it what must not; and a bar between what may stand in each other's place.
         */
        List<String> parts() {
            return ITEM.matcher(words).results().map(Filter::part).filter(part -> !part.isEmpty()).toList();
        }

        private static String part(MatchResult item) {
            boolean phrase = item.group(2) != null;
            String text = AROUND.matcher(phrase ? item.group(2) : item.group(3)).replaceAll("");
            if (!phrase && item.group(1).isEmpty() && text.equalsIgnoreCase("or")) {
                return OR;
            }
            return text.isEmpty() ? "" : item.group(1) + (phrase ? "\"" : "") + text;
        }

        /** The words that may stand as parts of longer ones. */
        List<String> wordsToMark() {
            return parts().stream().filter(part -> !part.startsWith("-") && !part.startsWith("\"") && !part.equals(OR)).toList();
        }
    }

    static NoteSearchForm of(HttpParameters parameters) {
        return new NoteSearchForm(text(parameters, "zoek"), text(parameters, "rondes"), text(parameters, "deel"),
                text(parameters, "vraag"), text(parameters, "scholengroep"), text(parameters, "label"), text(parameters, "bladzijde"));
    }

    private static String text(HttpParameters parameters, String name) {
        return Texts.clean(parameters.getFirst(name).orElse(""));
    }

    /** What is wrong; empty when nothing is. */
    String problem(FollowedRound round, List<NoteLabels.Label> labels) {
        if (words.length() > LONGEST) {
            return "Dit is te lang om te zoeken: gebruik hoogstens %d tekens.".formatted(LONGEST);
        }
        if (!scope.isEmpty() && !scope.equals(ALL_ROUNDS)) {
            return "Kies of je in deze ronde zoekt of in alle rondes.";
        }
        if (!section.isEmpty() && !round.questionnaire().section(section).isPresent()) {
            return round.unknownBlock(section);
        }
        if (!question.isEmpty() && questions(round.questionnaire()).stream().map(Question::id).noneMatch(question::equals)) {
            return "Deze vragenlijst heeft geen vraag ‘%s’ waarbij een centrum iets typt. Kies een vraag uit de lijst.".formatted(question);
        }
        if (!schoolGroup.isEmpty() && round.schoolGroup(schoolGroup).isEmpty()) {
            return "In deze ronde werkt geen enkel centrum voor die scholengroep. Kies een scholengroep uit de lijst.";
        }
        if (!label.isEmpty() && !label.equals(UNLABELLED) && labels.stream().noneMatch(one -> one.id().toString().equals(label))) {
            return "Dit label bestaat niet. Kies een label uit de lijst.";
        }
        return "";
    }

    /**
     * “Of” between two words means either of them; the search itself knows that word in English only. Between quotation marks it
     * is a word like another.
     */
    private static String operators(String words) {
        String[] parts = words.split("\"", -1);
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = parts[i].replaceAll("(?i)(?<=\\s|^)of(?=\\s|$)", "or");
        }
        return String.join("\"", parts);
    }

    /** What it means, when there is no problem with it. */
    Filter filter(UUID roundId) {
        return new Filter(scope.equals(ALL_ROUNDS) ? Optional.empty() : Optional.of(roundId), operators(words), filled(section),
                filled(question), Form.idOf(schoolGroup), Form.idOf(label), label.equals(UNLABELLED));
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }

    /** From 1. */
    int pageNumber() {
        return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }

    NoteSearchForm onPage(int number) {
        return new NoteSearchForm(words, scope, section, question, schoolGroup, label, number == 1 ? "" : String.valueOf(number));
    }

    public boolean isNarrow() {
        return !query().isEmpty();
    }

    /** As a part of an address, beginning with a question mark; empty when nothing was filled in. */
    public String query() {
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("zoek", words);
        filled.put("rondes", scope);
        filled.put("deel", section);
        filled.put("vraag", question);
        filled.put("scholengroep", schoolGroup);
        filled.put("label", label);
        filled.put("bladzijde", page);
        return filled.entrySet().stream().filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.collectingAndThen(Collectors.joining("&"), all -> all.isEmpty() ? "" : "?" + all));
    }

    /** The questions with which something can be typed, a note or an answer, each once. */
    static List<Question> questions(Questionnaire questionnaire) {
        return questionnaire.questions().stream().filter(question -> question.hasNote() || question.isTyped()).toList();
    }
}
