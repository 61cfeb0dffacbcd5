package be.zelfscan.comparison;

import be.zelfscan.chart.ChartText.DataTable;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.text.BelgianDutch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Figures as tables in Dutch, for pages and reports; every number is a number of centres unless its column says otherwise. Pure. */
public final class FigureTables {
    private static final String NONE = "–";

    private final Questionnaire questionnaire;
    private final Words words;

    public FigureTables(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        this.words = questionnaire.words();
    }

    /** As far as the instrument asks them: the ambitions, the questions of each block that have options, the closing questions. */
    List<DataTable> all(Figures figures) {
        List<DataTable> tables = new ArrayList<>();
        if (questionnaire.ambition().isPresent()) {
            tables.add(ambitions(figures));
        }
        questionnaire.blockQuestions().stream().filter(question -> !question.options().isEmpty())
                .map((Question question) -> choices(question, figures)).forEach(tables::add);
        closing(figures).ifPresent(tables::add);
        return List.copyOf(tables);
    }

    /** From which stage how many want to go where: a column for each stage of today. */
    public DataTable ambitions(Figures figures) {
        List<String> header = new ArrayList<>(List.of(words.block().title()));
        questionnaire.scale().stages().forEach(stage -> header.add("Nu " + lower(stage)));
        return table("%s per %s van vandaag".formatted(words.ambition().titles(), words.stage().one()), header,
                (block, cells) -> questionnaire.scale().stages()
                        .forEach(stage -> cells.add(flows(figures.block(block.id()), stage))));
    }

    private String flows(Figures.BlockFigures block, Stage from) {
        List<String> parts = questionnaire.scale().stages().stream().flatMap(to -> {
            int centres = block.flow(from.id(), to.id());
            return centres == 0 ? Stream.empty()
                    : Stream.of(to.equals(from) ? centres + " aanhouden" : "%d naar %s".formatted(centres, lower(to)));
        }).toList();
        return parts.isEmpty() ? NONE : String.join(", ", parts);
    }

    /** How many chose each option of a question that every block asks. */
    public DataTable choices(Question question, Figures figures) {
        List<String> header = new ArrayList<>(List.of(words.block().title()));
        header.addAll(question.options().stream().map(Option::shortLabel).toList());
        return table("%s: aantal van %s".formatted(question.shortLabel(), centres(figures.centres())), header,
                (block, cells) -> question.options()
                        .forEach(option -> cells.add(String.valueOf(figures.block(block.id()).chosen(question.id(), option.id())))));
    }

    /**
     * How many offer an inspiring practice, how many made it a priority, and the points of these priorities; empty when neither is asked.
     */
    public Optional<DataTable> closing(Figures figures) {
        boolean inspiring = questionnaire.inspiringPractices().isPresent();
        boolean priorities = questionnaire.priorities().isPresent();
        List<String> header = new ArrayList<>(List.of(words.block().title()));
        if (inspiring) {
            header.add(words.inspiringPractice().title());
        }
        if (priorities) {
            header.addAll(List.of(words.priority().title(), "Punten"));
        }
        return header.size() == 1 ? Optional.empty() : Optional.of(table(closingCaption(inspiring, priorities), header, (block, cells) -> {
            Figures.BlockFigures counted = figures.block(block.id());
            if (inspiring) {
                cells.add(String.valueOf(counted.inspiring()));
            }
            if (priorities) {
                cells.addAll(List.of(String.valueOf(counted.priorities()), String.valueOf(counted.points())));
            }
        }));
    }

    private String closingCaption(boolean inspiring, boolean priorities) {
        return !priorities ? words.inspiringPractice().titles()
                : inspiring ? words.inspiringPractice().titles() + " en " + words.priority().many() : words.priority().titles();
    }

    /** School groups beside each other: how many of their centres stand on each stage, from the first to the last. */
    public DataTable groups(List<NetComparison.GroupWithFigures> groups) {
        List<String> header = new ArrayList<>(List.of(words.block().title()));
        groups.forEach(one -> header.add("%s (%s)".formatted(one.group().name(), centres(one.figures().centres()))));
        return table("Aantal centra per %s, van %s tot %s".formatted(words.stage().one(), lower(questionnaire.scale().stages().getFirst()),
                lower(questionnaire.scale().stages().getLast())), header,
                (block, cells) -> groups.forEach(one -> cells.add(one.figures().centres() == 0 ? NONE
                        : ComparedCharts.counts(questionnaire, one.figures(), block.id()).stream().map(String::valueOf)
                                .collect(Collectors.joining(" · ")))));
    }

    /**
     * What each centre offers as inspiring practice, and what its priorities are, in their order; the centres are seen by name. Empty when
     * neither is asked.
     */
    public Optional<DataTable> closingOf(List<CentreFacts> centres) {
        if (questionnaire.inspiringPractices().isEmpty() && questionnaire.priorities().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DataTable("%s en %s per centrum".formatted(words.priority().titles(), words.inspiringPractice().many()),
                List.of("Centrum", words.priority().titles() + ", in volgorde", words.inspiringPractice().title()),
                List.of(new DataTable.RowGroup("", centres
                        .stream().filter(facts -> facts.centre().sent()).map(facts -> List.of(facts.centre().name(),
                                titles(questionnaire.priorities().map(facts::chosen).orElse(List.of())),
                                titles(questionnaire.inspiringPractices().map(facts::chosen).orElse(List.of()))))
                        .toList()))));
    }

    private String titles(List<String> blocks) {
        List<String> titles = blocks.stream().flatMap(id -> questionnaire.block(id).stream()).map(Section::title).toList();
        return titles.isEmpty() ? NONE : String.join("; ", titles);
    }

    /** What the points of priorities are; empty in an instrument without priorities. */
    public String points() {
        return questionnaire.priorities().map(Questionnaire.OverallQuestion::question)
                .map(question -> "Punten: een eerste plaats telt voor %d, een tweede voor %d, enzovoort tot 1 voor plaats %d."
                        .formatted(question.most(), question.most() - 1, question.most()))
                .orElse("");
    }

    /** How many are on a later, the same and an earlier stage than in the round before. */
    public DataTable movements(String earlierRound, List<Figures.Movement> movements) {
        return table("Verandering sinds " + earlierRound,
                List.of(words.block().title(), BelgianDutch.capital(words.stage().laterOne()), "Zelfde " + words.stage().one(),
                        BelgianDutch.capital(words.stage().earlierOne()), "Van waar naar waar"),
                (block, cells) -> {
                    List<Figures.Movement> ofBlock = movements.stream().filter(one -> one.block().equals(block.id())).toList();
                    IntStream.of(1, 0, -1).forEach(direction -> cells.add(String.valueOf(
                            ofBlock.stream().filter(one -> direction(one) == direction).mapToInt(Figures.Movement::centres).sum())));
                    List<String> parts = ofBlock.stream().filter(one -> direction(one) != 0)
                            .sorted((a, b) -> 10 * (position(a.from()) - position(b.from())) + position(a.to()) - position(b.to()))
                            .map(one -> "%d van %s naar %s".formatted(one.centres(), lower(one.from()), lower(one.to()))).toList();
                    cells.add(parts.isEmpty() ? NONE : String.join(", ", parts));
                });
    }

    private int direction(Figures.Movement movement) {
        return Integer.signum(position(movement.to()) - position(movement.from()));
    }

    private int position(String stage) {
        return questionnaire.scale().position(stage).orElseThrow();
    }

    private String lower(String stage) {
        return lower(questionnaire.scale().stage(stage).orElseThrow());
    }

    private static String lower(Stage stage) {
        return BelgianDutch.inSentence(stage.label());
    }

    /** 1 centrum, 5 centra. */
    public static String centres(int number) {
        return BelgianDutch.counted(number, "centrum", "centra");
    }

    private DataTable table(String caption, List<String> header, BiConsumer<Section, List<String>> fill) {
        List<DataTable.RowGroup> sections = questionnaire.clustersOfBlocks().stream()
                .map(cluster -> new DataTable.RowGroup(cluster.title(), cluster.blocks().stream().map(block -> {
                    List<String> cells = new ArrayList<>(List.of(block.title()));
                    fill.accept(block, cells);
                    return cells;
                }).toList())).toList();
        return new DataTable(caption, header, sections);
    }
}
