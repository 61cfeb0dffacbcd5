package be.zelfscan.report;

import be.zelfscan.comparison.ComparedCharts;
import be.zelfscan.comparison.Figures;
import be.zelfscan.questionnaire.BuildingBlock;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Stage;
import be.zelfscan.web.BelgianDutch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where centres agree and where they differ most, in words made from the counts. It orders building blocks, never centres. Pure. */
final class Agreement {
    private static final int FEW = 3;

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

    private Agreement(List<String> stages, List<Block> blocks) {
        this.stages = stages;
        this.blocks = blocks;
    }

    /** @param figures of at least one centre */
    static Agreement of(Questionnaire questionnaire, Figures figures) {
        List<Block> blocks = new ArrayList<>();
        for (BuildingBlock block : questionnaire.blocks()) {
            Block one = new Block(block.title(), ComparedCharts.counts(questionnaire, figures, block.id()));
            if (one.centres() > 0) {
                blocks.add(one);
            }
        }
        return new Agreement(questionnaire.scale().stages().stream().map(Stage::label).map(Agreement::inSentence).toList(), blocks);
    }

    static String inSentence(String label) {
        return label.substring(0, 1).toLowerCase(BelgianDutch.LOCALE) + label.substring(1);
    }

    /** The blocks on which all stand alike, by stage; those on which most stand alike when there are none. */
    List<String> alike() {
        Map<Integer, List<Block>> byStage = blocks.stream().filter(Block::alike)
                .collect(Collectors.groupingBy(block -> block.taken().getFirst(), LinkedHashMap::new, Collectors.toList()));
        if (byStage.isEmpty()) {
            int most = blocks.stream().mapToInt(Block::most).max().orElse(0);
            return blocks.stream().filter(block -> block.most() == most).limit(FEW)
                    .map(block -> "%s: niet allemaal, wel %s".formatted(block.title(), largest(block))).toList();
        }
        return byStage.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> "Allemaal op %s: %s"
                .formatted(stages.get(entry.getKey()), BelgianDutch.list(entry.getValue().stream().map(Block::title).toList()))).toList();
    }

    /** The blocks whose centres lie farthest apart, those over the most stages first. */
    List<String> apart() {
        return blocks.stream().filter(block -> !block.alike())
                .sorted(Comparator.comparingInt(Block::reach).thenComparing(block -> block.taken().size()).reversed()
                        .thenComparingInt(Block::most))
                .limit(FEW).map(block -> "%s: %s".formatted(block.title(), spread(block))).toList();
    }

    private String largest(Block block) {
        return "%d van %d op %s".formatted(block.most(), block.centres(), BelgianDutch.list(block.taken().stream()
                .filter(stage -> block.counts().get(stage) == block.most()).limit(1).map(stages::get).toList()));
    }

    private String spread(Block block) {
        return BelgianDutch.list(block.taken().stream().map(stage -> block.counts().get(stage) + " op " + stages.get(stage)).toList());
    }
}
