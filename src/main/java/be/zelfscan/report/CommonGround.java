package be.zelfscan.report;

import be.zelfscan.comparison.ComparedCharts;
import be.zelfscan.comparison.Figures;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.report.pdf.Block.Definition;
import be.zelfscan.report.pdf.Block.Inline;
import be.zelfscan.text.BelgianDutch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where centres agree and where they differ most, in words made from the counts. It orders building blocks, never centres. Pure. */
final class CommonGround {
    private static final int FEW = 3;

    private final Words words;
    private final List<String> stages;
    private final List<Block> blocks;

    /** @param counts how many centres stand on each stage */
    private record Block(String title, List<Integer> counts) {
        int centres() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }

        int most() {
            return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        }

        boolean alike() {
            return most() == centres();
        }

        List<Integer> taken() {
            return IntStream.range(0, counts.size()).filter(stage -> counts.get(stage) > 0).boxed().toList();
        }

        /** How many steps of the scale lie between the outermost centres. */
        int reach() {
            return taken().getLast() - taken().getFirst();
        }
    }

    private CommonGround(Words words, List<String> stages, List<Block> blocks) {
        this.words = words;
        this.stages = stages;
        this.blocks = blocks;
    }

    /** @param figures of at least one centre */
    static CommonGround of(Questionnaire questionnaire, Figures figures) {
        List<Block> blocks = new ArrayList<>();
        for (Section block : questionnaire.blocks()) {
            Block one = new Block(block.title(), ComparedCharts.counts(questionnaire, figures, block.id()));
            if (one.centres() > 0) {
                blocks.add(one);
            }
        }
        return new CommonGround(questionnaire.words(),
                questionnaire.scale().stages().stream().map(Stage::label).map(BelgianDutch::inSentence).toList(), blocks);
    }

    /** The blocks on which all stand alike, by stage; those on which most stand alike when there are none. */
    Definition alike(String term) {
        Map<Integer, List<Block>> byStage = blocks.stream().filter(Block::alike)
                .collect(Collectors.groupingBy(block -> block.taken().getFirst(), TreeMap::new, Collectors.toList()));
        if (byStage.isEmpty()) {
            int most = blocks.stream().mapToInt(Block::most).max().orElse(0);
            return lines(term, Stream.concat(Stream.of(new Line("", "Nergens staan ze allemaal gelijk. Het dichtst bij elkaar:")),
                    blocks.stream().filter(block -> block.most() == most).limit(FEW)
                            .map(block -> new Line(block.title(), largest(block)))));
        }
        return lines(term, byStage.entrySet().stream()
                .map(entry -> new Line(String.join(", ", entry.getValue().stream().map(Block::title).toList()),
                        "allemaal op " + stages.get(entry.getKey()))));
    }

    /** The blocks whose centres lie farthest apart, those over the most stages first. */
    Definition apart(String term) {
        List<Line> lines = blocks.stream().filter(block -> !block.alike())
                .sorted(Comparator.comparingInt(Block::reach).thenComparing(block -> block.taken().size()).reversed()
                        .thenComparingInt(Block::most))
                .limit(FEW).map(block -> new Line(block.title(), spread(block))).toList();
        return lines(term, lines.isEmpty()
                ? Stream.of(new Line("", "Nergens: bij %s zitten alle centra in %s.".formatted(words.block().everyOne(),
                        words.stage().sameOne())))
                : lines.stream());
    }

    /** @param blocks what it is about; empty for a sentence by itself */
    private record Line(String blocks, String words) {}

    private static Definition lines(String term, Stream<Line> lines) {
        List<Inline.Span> spans = new ArrayList<>();
        for (Line line : lines.toList()) {
            if (!spans.isEmpty()) {
                spans.add(Inline.Span.plain("\n"));
            }
            if (!line.blocks().isEmpty()) {
                spans.add(Inline.Span.strong(line.blocks()));
                spans.add(Inline.Span.plain(": "));
            }
            spans.add(Inline.Span.plain(line.words()));
        }
        return Definition.of(term, new Inline(spans));
    }

    private String largest(Block block) {
        int stage = block.counts().indexOf(block.most());
        return "%d van %d op %s".formatted(block.most(), block.centres(), stages.get(stage));
    }

    private String spread(Block block) {
        return block.taken().stream().map(stage -> block.counts().get(stage) + " " + stages.get(stage)).collect(Collectors.joining(", "));
    }
}
