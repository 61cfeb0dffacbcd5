package be.zelfscan.report;

import be.zelfscan.questionnaire.OutcomeField;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.report.pdf.Block.Inline;
import be.zelfscan.report.pdf.Block.Items.Marker;
import be.zelfscan.report.pdf.TaggedPdf;

/** The prompts for the conversation afterwards, and the outcomes that a centre can lay beside its placements. */
final class ConversationPages {
    private ConversationPages() {}

    static void write(TaggedPdf pdf, Questionnaire questionnaire) {
        if (questionnaire.conversation().isEmpty() && questionnaire.outcomes().isEmpty()) {
            return;
        }
        pdf.pageBreak();
        questionnaire.conversation().ifPresent(conversation -> {
            pdf.heading(1, conversation.title());
            conversation.text().forEach(pdf::paragraph);
            pdf.list(Marker.NUMBER, conversation.prompts().stream().map(Inline::of).toList());
        });
        if (!questionnaire.outcomes().isEmpty()) {
            pdf.heading(2, questionnaire.outcomesTitle());
        }
        for (OutcomeField field : questionnaire.outcomes()) {
            pdf.heading(3, field.title());
            pdf.bullets(field.items());
        }
    }
}
