package be.zelfscan.followup;

import be.zelfscan.text.EmailAddress;
import be.zelfscan.text.Texts;
import be.zelfscan.web.BelgianDutch;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An introduction as one of both sides reads it; the same in plain text and in HTML. It tells what both centres answered about one block, and nothing more.
 *
 * @param names of the readers, so that each greeting is the same for all directors of one centre
 * @param message of the support team; empty when it wrote none
 * @param contacts a line for each centre
 * @param action what to do, with the address for it
 */
public record IntroductionLetter(String title, String names, String opening, String reason, String message, List<String> contacts,
        String action, String address, String closing) {
    static IntroductionLetter of(Introduction introduction, Introduction.Side other) {
        Introduction.Side own = other.equals(introduction.seeking()) ? introduction.inspiring() : introduction.seeking();
        String inspiring = introduction.inspiring().centre();
        String seeking = introduction.seeking().centre();
        String title = "Kennismaken over ‘%s’: %s en %s".formatted(introduction.block(), inspiring, seeking);
        return new IntroductionLetter(Texts.clean(title), names(own),
                "POC+ stelt jullie graag aan elkaar voor, omdat jullie elkaar vooruit kunnen helpen.",
                "In de zelfscan van ‘%s’ gaf %s aan dat het andere centra kan inspireren rond ‘%s’. %s maakte er een prioriteit van."
                        .formatted(introduction.round(), inspiring, introduction.block(), seeking),
                introduction.message(), introduction.sides().stream().map(IntroductionLetter::contact).toList(),
                "Schrijf naar " + other.centre(),
                "mailto:" + other.directors().stream().map(Introduction.Director::email).collect(Collectors.joining(",")),
                "Neem zelf contact op: wie op deze mail antwoordt, bereikt het andere centrum niet. Jullie spreken zelf af of jullie elkaar zien, en wat jullie dan delen. De toelichtingen van een centrum geven we niet door.");
    }

    private static String names(Introduction.Side side) {
        return BelgianDutch.list(side.directors().stream().map(Introduction.Director::name).toList());
    }

    private static String contact(Introduction.Side side) {
        return side.centre() + ": " + (side.directors().isEmpty() ? "niemand meer"
                : BelgianDutch
                        .list(side.directors().stream()
                                .map(director -> "%s (%s)".formatted(director.name(), EmailAddress.shown(director.email()))).toList()));
    }

    /** In plain text. */
    public String text() {
        return Stream
                .of(Stream.of("Dag " + names, opening, reason),
                        message.isEmpty() ? Stream.<String>empty() : Stream.of("POC+ schrijft erbij:\n" + message),
                        Stream.of(String.join("\n", contacts), action + ": " + address.substring("mailto:".length()), closing))
                .flatMap(part -> part).collect(Collectors.joining("\n\n", "", "\n"));
    }
}
