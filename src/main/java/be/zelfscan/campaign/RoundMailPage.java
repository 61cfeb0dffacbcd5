package be.zelfscan.campaign;

import be.zelfscan.round.Recipient;
import be.zelfscan.web.Shell;
import java.util.List;
import java.util.Optional;

/**
 * A mail of a round before it leaves, as a page; {@code src/main/jte/campaign/preview.jte} takes it.
 *
 * @param back address of the round
 * @param kinds the mails that can be looked at; the one shown has no address
 * @param objection why it would not leave for this centre now; empty when it would
 * @param html address of the mail as HTML
 */
public record RoundMailPage(Shell shell, String back, String round, String label, List<Kind> kinds, String here, List<Choice> centres,
        List<Choice> recipients,
        Optional<String> objection, String subject, String text, String html) {

    public record Kind(String label, Optional<String> address) {}

    public record Choice(String value, String label, boolean chosen) {}

    static RoundMailPage of(Shell shell, RoundMailPreview.Shown shown, List<RoundMailComposer> kinds) {
        RoundPart part = shown.part();
        String here = address(part, shown.composer());
        String centre = "?" + RoundMailPreviewController.CENTRE + "=" + part.centreId();
        String html = here + "/html" + centre
                + (shown.recipients().isEmpty() ? "" : "&" + RoundMailPreviewController.RECIPIENT + "=" + shown.shown().id());
        return new RoundMailPage(shell, "/rondes/" + part.roundId(), part.roundTitle(), shown.composer().label(),
                kinds.stream().map(kind -> new Kind(kind.label(),
                        kind == shown.composer() ? Optional.empty() : Optional.of(address(part, kind) + centre))).toList(),
                here,
                shown.centres().stream().map(one -> new Choice(one.id().toString(), one.name(), one.id().equals(part.centreId()))).toList(),
                shown.recipients().stream().map(one -> recipient(one, shown.shown())).toList(), shown.objection(), shown.mail().subject(),
                shown.mail().text(), html);
    }

    private static Choice recipient(Recipient one, Recipient shown) {
        return new Choice(one.id().toString(), "%s (%s)".formatted(one.name(), one.email()), one.equals(shown));
    }

    private static String address(RoundPart part, RoundMailComposer kind) {
        return "/rondes/" + part.roundId() + "/mails/" + kind.kind();
    }
}
