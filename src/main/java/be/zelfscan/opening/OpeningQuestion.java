package be.zelfscan.opening;

import be.zelfscan.web.Confirmation;
import be.zelfscan.web.Form;
import be.zelfscan.web.PageLayout;
import java.util.List;

/**
 * What is asked before an opening is offered, accepted or ended: who sees what from then on, and what cannot be undone. Pure.
 *
 * @param title the question itself
 * @param round whose results it is about
 * @param impossible a sentence; empty when nothing is
 */
record OpeningQuestion(String title, String round, List<String> happens, String impossible, String button) {
    private static final String READ_ALREADY = "Wat intussen gelezen werd, kan je niet terughalen.";

    /** @param notes whether the own notes are open too */
    static OpeningQuestion toOffer(OpeningQueries.Choice choice, boolean notes) {
        return new OpeningQuestion("Voorstellen aan %s?".formatted(choice.name()), choice.round(),
                List.of("De directeur van %s krijgt hierover een mail, als dat centrum er in Zelfscan een heeft.".formatted(choice.name()),
                        "Zolang %s niet aanvaardt, ziet niemand iets van de ander.".formatted(choice.name()),
                        "Na die aanvaarding %s".formatted(seen(choice.name(), notes)), "Jullie kunnen het voorstel altijd weer intrekken."),
                "", "Voorstellen");
    }

    /** @param notes whether the own notes are open too */
    static OpeningQuestion toAccept(Opening opening, boolean notes) {
        String other = opening.otherName();
        return new OpeningQuestion("Het voorstel van %s aanvaarden?".formatted(other), opening.round(),
                List.of("Vanaf dan %s".formatted(seen(other, notes)),
                        "Jullie zien hetzelfde van %s, %s hun toelichtingen.".formatted(other, opening.otherNotes() ? "met" : "zonder"),
                        "Elk van beide centra kan er op elk moment mee stoppen."),
                READ_ALREADY, "Aanvaarden");
    }

    private static String seen(String other, boolean notes) {
        return "zien alle mensen van %s jullie datagrafiek en antwoorden van deze ronde, %s jullie toelichtingen.".formatted(other,
                notes ? "met" : "zonder");
    }

    static OpeningQuestion toEnd(Opening opening) {
        String other = opening.otherName();
        String told = "Niemand krijgt hierover een mail; %s ziet het bij zijn openstellingen.".formatted(other);
        return switch (opening.state()) {
            case offered_by_other -> new OpeningQuestion("Het voorstel van %s weigeren?".formatted(other), opening.round(),
                    List.of("Niemand ziet iets van de ander.", told), "", "Weigeren");
            case offered_by_own -> new OpeningQuestion("Jullie voorstel aan %s intrekken?".formatted(other), opening.round(),
                    List.of("%s kan het niet meer aanvaarden.".formatted(other), told), "", "Intrekken");
            case mutual, ended -> new OpeningQuestion("Stoppen met openzetten voor %s?".formatted(other), opening.round(),
                    List.of("Niemand van het ene centrum ziet nog iets van het andere.", told,
                            "Opnieuw openzetten kan alleen met een nieuw voorstel."),
                    READ_ALREADY, "Stoppen");
        };
    }

    /** @param action to which {@code fields} are posted again, with the answer among them */
    Confirmation page(PageLayout layout, String action, List<Form.Field> fields, String back) {
        return new Confirmation(layout, "Openzetten", "Het gaat om de resultaten van ‘%s’.".formatted(round), List.of(), happens,
                impossible,
                action, fields, button, back);
    }
}
