package be.zelfscan.report.opening;

import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.report.ScanResult;
import be.zelfscan.scan.Answer;
import be.zelfscan.scan.SentScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes of what was read what the page shows. Pure. */
final class OppositeView {
    private final Questionnaire questionnaire;
    private final ScanResult own;
    private final ScanResult other;
    private final String ownName;

    /** @param ownName by what the first is called in a sentence, such as "jullie" */
    OppositeView(Questionnaire questionnaire, SentScan own, SentScan other, String ownName) {
        this.questionnaire = questionnaire;
        this.own = ScanResult.of(own, questionnaire);
        this.other = ScanResult.of(other, questionnaire);
        this.ownName = ownName;
    }

    ScanResult own() {
        return own;
    }

    ScanResult other() {
        return other;
    }

    List<OppositePages.Group> groups() {
        List<OppositePages.Group> groups = new ArrayList<>();
        for (int group = 0; group < own.groups().size(); group++) {
            List<OppositePages.Section> sections = new ArrayList<>();
            for (int at = 0; at < own.groups().get(group).blocks().size(); at++) {
                ScanResult.Placed mine = own.groups().get(group).blocks().get(at);
                sections.add(new OppositePages.Section(mine.block().id(), mine.block().title(),
                        pairs(mine.block().id(), mine.answers(), other.groups().get(group).blocks().get(at).answers())));
            }
            groups.add(new OppositePages.Group(own.groups().get(group).title(), List.copyOf(sections)));
        }
        return List.copyOf(groups);
    }

    OppositePages.Section closing() {
        return new OppositePages.Section(questionnaire.closing().id(), questionnaire.closing().title(),
                pairs(questionnaire.closing().id(), own.closing(), other.closing()));
    }

    private List<OppositePages.Pair> pairs(String section, List<ScanResult.Given> mine, List<ScanResult.Given> theirs) {
        List<OppositePages.Pair> pairs = new ArrayList<>();
        for (int at = 0; at < mine.size(); at++) {
            String question = mine.get(at).question().id();
            pairs.add(new OppositePages.Pair(mine.get(at).question().shortLabel(), given(mine.get(at)), given(theirs.get(at)),
                    chosen(own.sent(), section, question).equals(chosen(other.sent(), section, question))));
        }
        return List.copyOf(pairs);
    }

    private static OppositePages.Given given(ScanResult.Given given) {
        return new OppositePages.Given(given.lines(), given.note());
    }

    private static Optional<Answer> chosen(SentScan sent, String section, String question) {
        return Untyped.of(sent.answers().at(section, question).answer());
    }

    /** The titles of the blocks that both placed on the same stage. */
    List<String> same() {
        return questionnaire.blocks().stream().filter(block -> stage(own, block.id()).equals(stage(other, block.id())))
                .map(block -> block.title()).toList();
    }

    List<String> differing() {
        return questionnaire.blocks().stream().filter(block -> !stage(own, block.id()).equals(stage(other, block.id())))
                .map(block -> "%s: %s bij %s, %s bij %s".formatted(block.title(), stage(own, block.id()), ownName,
                        stage(other, block.id()), other.sent().centreName()))
                .toList();
    }

    private String stage(ScanResult result, String block) {
        return result.groups().stream().flatMap(group -> group.blocks().stream()).filter(placed -> placed.block().id().equals(block))
                .flatMap(placed -> placed.stage().stream()).map(stage -> stage.label().toLowerCase()).findFirst().orElse("niet ingevuld");
    }
}
