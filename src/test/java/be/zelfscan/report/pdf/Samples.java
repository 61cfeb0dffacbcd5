package be.zelfscan.report.pdf;

import be.zelfscan.report.pdf.Block.Definition;
import be.zelfscan.report.pdf.Block.Inline;
import be.zelfscan.report.pdf.Block.Items.Marker;
import be.zelfscan.report.pdf.Block.Masthead;
import be.zelfscan.report.pdf.Block.Paragraph.Style;
import be.zelfscan.report.pdf.Block.Strip;
import be.zelfscan.report.pdf.Block.Table.Align;
import be.zelfscan.report.pdf.Block.Table;
import be.zelfscan.report.pdf.PdfFile.Margins;
import be.zelfscan.report.pdf.PdfFile.Metadata;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Documents for tests. */
final class Samples {
    static final Instant CREATED = Instant.parse("2025-10-14T15:02:09.123Z");
    static final Metadata METADATA = new Metadata("Datagrafiek – Democentrum Noord", "Zelfscan", "GO! poolster-CLB in beeld & <meer>",
            "nl-BE",
            CREATED,
            "scan 1, inzending 1");
    static final Margins MARGINS = new Margins("poolster-CLB 2025 · zelfscan nr. 1", "GO! poolster-CLB in beeld",
            "Democentrum Noord");
    static final String DIACRITICS = "ëïéèöü ĳ Ĳ ‘enkel’ “dubbel” „laag” … € • → ✓ – — ½";
    static final String EMOJI = "Team 👩🏽‍🏫 blij 😀 met ❤️ en vlag 🇧🇪, toets 1️⃣ en ☃.";
    static final String SENTENCE = "Het team bespreekt elke maand een casus, legt de afspraken vast en kijkt na een half jaar wat ervan terechtkwam. ";

    private Samples() {}

    static byte[] pdf(ReportFonts fonts, Consumer<TaggedPdf> content) {
        return PdfFile.of(METADATA, MARGINS, fonts, content);
    }

    /** Every building block, notes and a table over several pages. */
    static void everything(TaggedPdf pdf) {
        pdf.masthead(new Masthead("Datagrafiek", "GO! poolster-CLB in beeld", "Democentrum Noord",
                "afname 2025–2026 · verzonden 14 oktober 2025"));
        pdf.figure(TaggedPdf.WIDTH, 200, "Van de elf bouwstenen staat er één op gefragmenteerd.", Samples::chart);
        pdf.paragraph(Style.SMALL, "Dit is een eigen inschaling van het beleidsteam. De stadia houden geen waardeoordeel in.");
        pdf.heading(2, "De leerlingenbegeleiding geboden door CLB").paragraph(Style.LEAD, SENTENCE);
        pdf.heading(3, "Behartiger van de leerling", "1 Behartiger").strip(strip(2, 3)).paragraph(DIACRITICS);
        pdf.paragraph(Style.BODY, Inline.of(Inline.Span.strong("Ambitie: "), Inline.Span.plain("groeien naar "),
                Inline.Span.picked("prioriteit 1"), Inline.Span.muted(" (eigen keuze)")));
        pdf.bullets(List.of("missie, visie, strategie", SENTENCE.repeat(3)));
        pdf.list(Marker.PICKED_NUMBER, List.of(Inline.of("Preventie"), Inline.of("Integraal beleid")));
        pdf.list(Marker.PICKED_STAR, List.of(Inline.of("Sterk teamwerk")));
        pdf.definitions(List.of(Definition.of("Bewuste keuze", "ja"), Definition.of("Hefbomen", SENTENCE.repeat(4))));
        pdf.note("Toelichting", "Eerste regel\nTweede regel\r\n\r\nNieuwe alinea met <script>alert('x')</script> en\ttab.\u0007 " + EMOJI);
        pdf.note("Toelichting bij knelpunten", SENTENCE.repeat(90) + "\n\n" + "x".repeat(10_000) + "\n\nSLOT");
        pdf.heading(2, "Antwoorden").heading(3, "Alle bouwstenen").table(table(90));
        pdf.heading(3, "Voorbereiding").paragraph(Style.LABEL, "Wat loopt goed?").ruledLines(4);
        pdf.list(Marker.BOX, List.of(Inline.of("planmatig"), Inline.of("onbekend teken 中 ع")));
        pdf.pageBreak().heading(2, "Gespreksvragen").strip(strip(1, 1)).paragraph(SENTENCE);
    }

    static Strip strip(int filled, int outlined) {
        return new Strip(List.of("Fragmentair", "Planmatig", "Geïntegreerd", "Systematisch"), OptionalInt.of(filled),
                OptionalInt.of(outlined),
                "Vandaag stap " + (filled + 1) + ", ambitie stap " + (outlined + 1) + ".");
    }

    static Table table(int count) {
        var rows = new ArrayList<Table.Row>();
        for (int at = 1; at <= count; at++) {
            if (at % 30 == 1) {
                rows.add(new Table.Group("Cluster " + (at / 30 + 1)));
            }
            rows.add(new Table.Cells(List.of(Table.Cell.of("Bouwsteen rij" + at), Table.Cell.filled("geïntegreerd", new Color(0x3f7f9f)),
                    Table.Cell.of(at % 7 == 0 ? SENTENCE : "kort"), Table.Cell.of(at % 5 == 0 ? "" : "12"))));
        }
        return new Table(List.of(Table.Column.of("Bouwsteen", 3), Table.Column.of("Vandaag", 2), Table.Column.of("Toelichting", 5),
                new Table.Column("Aantal", 1, Align.RIGHT)), true, rows);
    }

    static void chart(Graphics2D canvas) {
        canvas.setColor(new Color(0xd6e6ec));
        canvas.fillRoundRect(0, 0, 523, 200, 8, 8);
        canvas.setColor(Ink.TEXT);
        canvas.setStroke(new BasicStroke(1.4f));
        canvas.draw(new Ellipse2D.Double(40, 90, 14, 14));
        canvas.setFont(new Font("Inter", Font.BOLD, 12));
        canvas.drawString("Figuurtekst vet", 70, 60);
        canvas.setFont(new Font("Helvetica", Font.PLAIN, 9));
        canvas.drawString("Geïntegreerd 😀 中 ▲ ▽ ★", 70, 100);
        var child = (Graphics2D) canvas.create();
        child.translate(300, 100);
        child.rotate(-Math.PI / 8);
        child.drawString("gedraaid", 0, 0);
        child.dispose();
    }
}
