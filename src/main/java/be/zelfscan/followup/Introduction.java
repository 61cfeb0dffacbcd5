package be.zelfscan.followup;

import be.zelfscan.organisation.Person;
import be.zelfscan.question.Words;
import be.zelfscan.text.EmailAddress;
import be.zelfscan.text.Texts;
import be.zelfscan.text.BelgianDutch;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One centre that can inspire and one that looks for inspiration in the same block, introduced to each other or about to be.
 *
 * @param words what the instrument of the round calls things
 * @param block its title
 * @param message of the support team; empty when it wrote none
 */
public record Introduction(String round, Words words, String block, Side inspiring, Side seeking, String message) {
    /** @param directors those that can still be reached */
    public record Side(UUID centreId, String centre, List<Person> directors) {}

    List<Side> sides() {
        return List.of(inspiring, seeking);
    }

    /** The other side for somebody; empty when it is of neither. */
    Optional<Side> otherThan(String email) {
        if (inspiring.directors().stream().anyMatch(director -> director.email().equals(email))) {
            return Optional.of(seeking);
        }
        return seeking.directors().stream().anyMatch(director -> director.email().equals(email)) ? Optional.of(inspiring)
                : Optional.empty();
    }

    Introduction with(String otherMessage) {
        return new Introduction(round, words, block, inspiring, seeking, otherMessage);
    }

    /** The introduction as the directors of the other side than this one read it. */
    Letter letter(Side other) {
        Side own = other.equals(seeking) ? inspiring : seeking;
        String title = "Kennismaken over ‘%s’: %s en %s".formatted(block, inspiring.centre(), seeking.centre());
        return new Letter(Texts.clean(title), BelgianDutch.list(own.directors().stream().map(Person::name).toList()),
                "POC+ stelt jullie graag aan elkaar voor, omdat jullie elkaar vooruit kunnen helpen.",
                "In de zelfscan van ‘%s’ gaf %s aan dat het andere centra kan inspireren rond ‘%s’. %s maakte er een %s van."
                        .formatted(round, inspiring.centre(), block, seeking.centre(), words.priority().one()),
                message, sides().stream().map(Introduction::contact).toList(), "Schrijf naar " + other.centre(),
                "mailto:" + other.directors().stream().map(Person::email).collect(Collectors.joining(",")),
                "Neem zelf contact op: wie op deze mail antwoordt, bereikt het andere centrum niet. Jullie spreken zelf af of jullie elkaar "
                        + "zien, en wat jullie dan delen. De toelichtingen van een centrum geven we niet door.");
    }

    private static String contact(Side side) {
        return side.centre() + ": " + (side.directors().isEmpty() ? "niemand meer" : BelgianDutch.list(side.directors().stream()
                .map(director -> "%s (%s)".formatted(director.name(), EmailAddress.shown(director.email()))).toList()));
    }

    /**
     * What one of both sides reads; the same in plain text and in HTML. It tells what both centres answered about one block, and
     * nothing more.
     *
     * @param names of the readers, so that each greeting is the same for all directors of one centre
     * @param message of the support team; empty when it wrote none
     * @param contacts a line for each centre
     * @param action what to do, with the address for it
     */
    public record Letter(String title, String names, String opening, String reason, String message, List<String> contacts, String action,
            String address, String closing) {
        /** In plain text. */
        public String text() {
            return Stream
                    .of(Stream.of("Dag " + names, opening, reason),
                            message.isEmpty() ? Stream.<String>empty() : Stream.of("POC+ schrijft erbij:\n" + message),
                            Stream.of(String.join("\n", contacts), action + ": " + address.substring("mailto:".length()), closing))
                    .flatMap(part -> part).collect(Collectors.joining("\n\n", "", "\n"));
        }
    }
}
