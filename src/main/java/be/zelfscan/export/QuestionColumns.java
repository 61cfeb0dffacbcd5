package be.zelfscan.export;

import be.zelfscan.export.Column.Kind;
import be.zelfscan.export.Column.Meaning;
import be.zelfscan.questionnaire.BuildingBlock;
import be.zelfscan.questionnaire.Option;
import be.zelfscan.questionnaire.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Stage;
import be.zelfscan.scan.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns that a question of a section has in the row of a centre: one with a code where one thing is chosen, one with 0 or 1 for each thing where several
 * can be. A cell is empty where the question was not answered, or not asked in the version that the centre answered.
 */
final class QuestionColumns {
    private static final Map<String, String> YES_OR_NO = yesOrNo();
    private static final String NOT_ANSWERED = "niet verzonden, niet beantwoord, of niet gevraagd in de versie van deze rij";

    private final Questionnaire questionnaire;
    private final String section;
    private final Question question;

    QuestionColumns(Questionnaire questionnaire, String section, Question question) {
        this.questionnaire = questionnaire;
        this.section = section;
        this.question = question;
    }

    private static Map<String, String> yesOrNo() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("1", "gekozen");
        codes.put("0", "niet gekozen");
        return codes;
    }

    List<Column<CentreInRound>> all() {
        return switch (question) {
            case Question.Placement placement -> List.of(code(stages()));
            case Question.Ambition ambition -> List.of(code(directions(ambition)));
            case Question.SingleChoice single -> List.of(code(options(single.options())));
            case Question.MultipleChoice multiple -> multiple.options().stream().map(this::option).toList();
            case Question.BlockSelection selection -> blocks(selection);
            case Question.BlockRanking ranking -> IntStream.rangeClosed(1, ranking.max()).mapToObj(place -> place(ranking, place)).toList();
        };
    }

    private Column<CentreInRound> code(Map<String, String> codes) {
        return column("", title(), Kind.code, codes, NOT_ANSWERED, answer -> Cell.of(AnswerParts.codes(answer)));
    }

    private Column<CentreInRound> option(Option option) {
        return yesOrNo("." + option.id(), title() + ": " + option.label(), answer -> AnswerParts.codes(answer).contains(option.id()),
                (version, asked) -> asked.option(option.id()).isPresent());
    }

    private List<Column<CentreInRound>> blocks(Question.BlockSelection selection) {
        String notYet = "." + Question.BlockSelection.NOT_YET;
        Stream<Column<CentreInRound>> picked = questionnaire.blocks().stream().map(block -> yesOrNo("." + block.id(),
                title() + ": " + block.title(), answer -> AnswerParts.codes(answer).contains(block.id()),
                (version, asked) -> version.block(block.id()).isPresent()));
        Stream<Column<CentreInRound>> none = Stream.of(yesOrNo(notYet, title() + ": " + selection.notYet().label(),
                answer -> AnswerParts.codes(answer).contains(Question.BlockSelection.NOT_YET), (version, asked) -> true));
        Stream<Column<CentreInRound>> considered = questionnaire.blocks().stream().filter(block -> asksMore(selection))
                .map(block -> yesOrNo(notYet + "." + block.id(),
                        title() + ", nog niet; " + selection.notYet().considered() + ": " + block.title(),
                        answer -> AnswerParts.considered(answer).contains(block.id()),
                        (version, asked) -> asksMore(asked) && version.block(block.id()).isPresent()));
        return Stream.of(picked, none, considered).flatMap(columns -> columns).toList();
    }

    private static boolean asksMore(Question question) {
        return question instanceof Question.BlockSelection selection && selection.notYet().asksMore();
    }

    private Column<CentreInRound> place(Question.BlockRanking ranking, int place) {
        return column("." + place, ranking.item().replace("{number}", String.valueOf(place)), Kind.code, blockTitles(),
                NOT_ANSWERED + ", of het centrum koos er minder", answer -> {
                    List<String> codes = AnswerParts.codes(answer);
                    return place <= codes.size() ? Cell.of(codes.get(place - 1)) : Cell.EMPTY;
                });
    }

    private Column<CentreInRound> yesOrNo(String ending, String sentence, Function<Answer, Boolean> chosen,
            BiPredicate<Questionnaire, Question> askedIn) {
        Column<CentreInRound> column = column(ending, sentence, Kind.yes_or_no, YES_OR_NO, NOT_ANSWERED,
                answer -> Cell.of(chosen.apply(answer)));
        return new Column<>(column.name(), column.meanings(), row -> row.sent().map(SentAnswers::questionnaire)
                .filter(version -> version.question(section, question.id()).filter(asked -> askedIn.test(version, asked)).isPresent())
                .isPresent()
                        ? column.value().apply(row)
                        : Cell.EMPTY);
    }

    private Column<CentreInRound> column(String ending, String sentence, Kind kind, Map<String, String> codes, String missing,
            Function<Answer, Cell> value) {
        Meaning meaning = new Meaning(sentence, kind, codes, question.labelFor(questionnaire.sectionTitle(section)),
                questionnaire.version(), missing);
        String id = question.id();
        String of = section;
        return new Column<>(section + "." + id + ending, List.of(meaning),
                row -> row.sent().flatMap(sent -> sent.answer(of, id)).map(value).orElse(Cell.EMPTY));
    }

    private String title() {
        return questionnaire.sectionTitle(section) + ", " + question.shortLabel();
    }

    private Map<String, String> stages() {
        Map<String, String> codes = new LinkedHashMap<>();
        questionnaire.scale().stages().forEach((Stage stage) -> codes.put(stage.id(), stage.label()));
        return codes;
    }

    private static Map<String, String> directions(Question.Ambition ambition) {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(Question.Ambition.HOLD, ambition.hold());
        codes.putAll(ambition.grow());
        return codes;
    }

    private static Map<String, String> options(List<Option> options) {
        Map<String, String> codes = new LinkedHashMap<>();
        options.forEach(option -> codes.put(option.id(), option.label()));
        return codes;
    }

    private Map<String, String> blockTitles() {
        Map<String, String> codes = new LinkedHashMap<>();
        questionnaire.blocks().forEach((BuildingBlock block) -> codes.put(block.id(), block.title()));
        return codes;
    }
}
