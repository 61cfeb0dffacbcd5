package be.zelfscan.scan;

import be.zelfscan.questionnaire.BuildingBlock;
import be.zelfscan.questionnaire.Cluster;
import be.zelfscan.questionnaire.Questionnaire;
import java.util.List;
import java.util.Optional;

/**
 * The way through a scan, as every page of it shows it.
 *
 * @param current the section of this page; empty on the other pages
 */
public record Navigation(List<Group> groups, Entry closing, String introduction, String overview, boolean overviewIsCurrent, String current,
        long completeBlocks, int blocks) {

    /** The building blocks of a cluster. */
    public record Group(String title, List<Entry> entries) {}

    /**
     * One section.
     *
     * @param position of the chosen stage, from 0; empty when none was chosen
     * @param stage its label; empty when none was chosen
     * @param stages the number of stages of the scale
     */
    public record Entry(String section, String title, String address, Progress.State state, Optional<Integer> position, String stage,
            int stages,
            boolean isCurrent) {}

    static Navigation of(ScanReading.ScanState state, String current) {
        Questionnaire questionnaire = state.questionnaire();
        Progress progress = state.progress();
        ScanAddress address = new ScanAddress(state.scan().id(), questionnaire.closing().id());
        List<Group> groups = questionnaire.clusters().stream().map(cluster -> group(cluster, questionnaire, progress, address, current))
                .toList();
        Entry closing = entry(questionnaire.closing().id(), questionnaire.closing().title(), questionnaire, progress, address, current);
        return new Navigation(groups, closing, address.introduction(), address.overview(), current.isEmpty(), current,
                progress.completeBlocks(),
                questionnaire.blocks().size());
    }

    private static Group group(Cluster cluster, Questionnaire questionnaire, Progress progress, ScanAddress address, String current) {
        return new Group(cluster.title(),
                cluster.blocks().stream().map((BuildingBlock block) -> entry(block.id(), block.title(), questionnaire, progress,
                        address, current)).toList());
    }

    private static Entry entry(String section, String title, Questionnaire questionnaire, Progress progress, ScanAddress address,
            String current) {
        Optional<String> stage = progress.stage(section);
        return new Entry(section, title, address.section(section), progress.state(section), stage.flatMap(questionnaire.scale()::position),
                stage.flatMap(questionnaire.scale()::stage).map(found -> found.label()).orElse(""), questionnaire.scale().stages().size(),
                section.equals(current));
    }
}
