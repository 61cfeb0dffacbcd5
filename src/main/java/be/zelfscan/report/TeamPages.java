package be.zelfscan.report;

import be.zelfscan.question.Asked;
import be.zelfscan.question.Option;
import be.zelfscan.question.Stage;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.report.pdf.Block.Definition;
import be.zelfscan.report.pdf.Block.Inline;
import be.zelfscan.report.pdf.Block.Items.Marker;
import be.zelfscan.report.pdf.Block.Paragraph.Style;
import be.zelfscan.report.pdf.Block.Table;
import be.zelfscan.report.pdf.TaggedPdf;
import be.zelfscan.team.Agreement;
import be.zelfscan.team.Need;
import be.zelfscan.team.Spread;
import be.zelfscan.team.TeamResult;
import be.zelfscan.team.WhatBecame;
import be.zelfscan.text.BelgianDutch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a centre's team made of its result, on paper: for the centre's own documents, and in no other. */
final class TeamPages {
    static final String TITLE = "Van resultaat naar afspraken";
    /** Characters that stand on one line of the first page, and those of them for who and when. */
    private static final int LINE = 80;
    private static final int WHO_AND_WHEN = 44;

    private final TeamResult team;
    private final Words words;

    TeamPages(TeamResult team, Words words) {
        this.team = team;
        this.words = words;
    }

    /** The first agreements, beneath the datagrafiek: each on one line. They stand in full on the page of the conversation. */
    void foot(TaggedPdf pdf) {
        if (!team.first().isEmpty()) {
            pdf.paragraph(Style.LABEL, "Hier gaan we mee aan de slag");
            pdf.list(Marker.NUMBER, team.first().stream().map(TeamPages::line).toList());
        }
    }

    private static Inline line(Agreement agreement) {
        String behind = agreement.whoAndWhen().length() <= WHO_AND_WHEN ? agreement.whoAndWhen() : agreement.day();
        String what = agreement.what();
        int end = what.lastIndexOf(' ', LINE - behind.length());
        String shown = what.length() + behind.length() <= LINE ? what
                : what.substring(0, end < LINE / 4 ? LINE - WHO_AND_WHEN : end) + " …";
        return new Inline(List.of(Inline.Span.strong(shown), Inline.Span.muted(behind.isEmpty() ? "" : "  " + behind)));
    }

    /** One page beside the datagrafiek: what the team says of its result, and what it agreed. */
    void conversation(TaggedPdf pdf) {
        if (!team.isWritten()) {
            return;
        }
        pdf.chapter(TITLE);
        pdf.paragraph(Style.SMALL, "Wat het team over zijn eigen resultaat zegt. Dit blad is van het centrum alleen.");
        for (TeamResult.Text text : team.texts()) {
            pdf.heading(2, text.title());
            pdf.note(text.content());
        }
        if (!team.agreements().isEmpty()) {
            pdf.heading(2, "Onze afspraken");
            pdf.table(new Table(List.of(Table.Column.of("Wat", 5), Table.Column.of("Wie", 2), Table.Column.of("Tegen", 2),
                    Table.Column.of("Stand", 1.5f)), true, team.agreements().stream().map(TeamPages::row).toList()));
        }
        if (!team.needs().isEmpty()) {
            pdf.together(page -> page.heading(2, "Wat we nodig hebben").definitions(team.needs().stream().map(TeamPages::need).toList()));
        }
    }

    private static Definition need(Need need) {
        String state = need.answered().map(answered -> "Het antwoord van %s:".formatted(BelgianDutch.date(answered.at())))
                .orElse(need.passedOn() ? "Nog geen antwoord." : "Nog niet doorgegeven.");
        return new Definition("Aan " + need.of(), Inline.of(Inline.Span.plain(need.what() + "\n"), Inline.Span.muted(state)),
                need.answered().map(Need.Answered::text).orElse(""));
    }

    private static Table.Row row(Agreement agreement) {
        return Table.Cells.of(agreement.what() + (agreement.sectionTitle().isEmpty() ? "" : "\n" + agreement.sectionTitle()),
                agreement.who(), agreement.byWhen().map(BelgianDutch::date).orElse(""), agreement.state().label());
    }

    /** What became of the round before, as the team said it when it began this one. */
    void became(TaggedPdf pdf) {
        if (!team.became().isEmpty()) {
            pdf.chapter("Wat werd van onze afspraken en %s?".formatted(words.priority().many()));
            became(pdf, "Afspraken van de vorige keer", true);
            became(pdf, BelgianDutch.capital(words.priority().many()) + " van de vorige keer", false);
        }
    }

    private void became(TaggedPdf pdf, String heading, boolean agreements) {
        List<WhatBecame.Line> lines = team.became().stream().filter(line -> line.ofAgreement() == agreements).toList();
        if (!lines.isEmpty()) {
            pdf.together(
                    page -> page.heading(2, heading)
                            .definitions(lines.stream().map(line -> new Definition(BelgianDutch.capital(line.became().label()),
                                    Inline.of(Inline.Span.strong(line.about().isEmpty() ? "(gewist)" : line.about())), line.line()))
                                    .toList()));
        }
    }

    /** How the members of the team thought, each alone: numbers. */
    void spreads(TaggedPdf pdf, Questionnaire questionnaire) {
        if (team.spreads().isEmpty()) {
            return;
        }
        pdf.chapter("Bijlage: hoe het team dacht, elk apart");
        pdf.paragraph(
                "Vóór de vergadering dacht elk teamlid alleen na. Hier staat hoeveel teamleden wat kozen, zonder namen, waar minstens "
                        + "drie van hen antwoordden. Deze bijlage staat alleen in het rapport voor jullie eigen centrum.");
        List<Stage> stages = questionnaire.stages();
        List<String> heads = Stream.concat(stages.stream().map(Stage::label), Stream.of(Spread.View.unsure, Spread.View.unseen)
                .map(view -> BelgianDutch.capital(view.label()))).toList();
        numbers(pdf, questionnaire, questionnaire.words().placement().title(), heads,
                spread -> Stream.concat(stages.stream().map(stage -> spread.at(stage.id())),
                        Stream.of(spread.of(Spread.View.unsure), spread.of(Spread.View.unseen))).toList());
        questionnaire.ambition().filter(question -> team.spreads().values().stream().anyMatch(spread -> !spread.ambitions().isEmpty()))
                .ifPresent(question -> {
                    List<Option> offered = question.type().offered(question, new Asked(questionnaire, "", any -> Optional.empty()));
                    numbers(pdf, questionnaire, question.shortLabel(), offered.stream()
                            .map(one -> questionnaire.stageOf(one.id()).map(Stage::label).orElse(BelgianDutch.capital(one.label())))
                            .toList(),
                            spread -> spread.ambitions().isEmpty() ? List.of()
                                    : offered.stream().map(one -> spread.ambitions().getOrDefault(one.id(), 0)).toList());
                });
    }

    private void numbers(TaggedPdf pdf, Questionnaire questionnaire, String title, List<String> heads,
            Function<Spread, List<Integer>> numbers) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.of(questionnaire.words().block().title(), 3)));
        heads.forEach(head -> columns.add(Table.Column.of(head, 1)));
        List<Table.Row> rows = new ArrayList<>();
        for (Section block : questionnaire.blocks()) {
            List<Integer> counted = Optional.ofNullable(team.spreads().get(block.id())).map(numbers).orElse(List.of());
            if (!counted.isEmpty()) {
                rows.add(Table.Cells.of(Stream.concat(Stream.of(block.title()), counted.stream()
                        .map(number -> number == 0 ? "–" : String.valueOf(number))).toArray(String[]::new)));
            }
        }
        pdf.together(page -> page.heading(2, title).table(new Table(columns, true, rows)));
    }
}
