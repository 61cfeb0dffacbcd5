package be.zelfscan.followup;

import be.zelfscan.web.Shell;
import java.util.List;

/**
 * The form to introduce two centres; {@code src/main/jte/followup/introduction.jte} takes this.
 *
 * @param letters the mail as each side reads it
 * @param previewed whether somebody asked to see it with the message
 */
public record IntroductionPage(Shell shell, String round, String block, String inspiring, String seeking, List<String> recipients,
        String address, String back, String message, String problem, List<IntroductionLetter> letters, boolean previewed) {
    static IntroductionPage of(Shell shell, Introduction introduction, String address, String back, String problem, boolean previewed) {
        List<String> recipients = introduction.sides().stream().flatMap(side -> side.directors().stream()
                .map(director -> "%s, directeur van %s (%s)".formatted(director.name(), side.centre(), director.email()))).toList();
        List<IntroductionLetter> letters = List.of(IntroductionLetter.of(introduction, introduction.seeking()),
                IntroductionLetter.of(introduction, introduction.inspiring()));
        return new IntroductionPage(shell, introduction.round(), introduction.block(), introduction.inspiring().centre(),
                introduction.seeking().centre(), recipients, address, back, introduction.message(), problem, letters, previewed);
    }
}
