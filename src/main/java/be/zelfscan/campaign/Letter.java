package be.zelfscan.campaign;

import be.zelfscan.mail.Attachment;
import be.zelfscan.mail.Mail;
import be.zelfscan.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail of a round before it is set in plain text and in HTML, which say the same.
 *
 * @param name of the reader
 * @param more something to read beside; empty when there is nothing
 * @param action the one thing to do
 * @param foot what stands under it, in a lower voice
 */
public record Letter(String title, String name, List<String> paragraphs, Optional<Link> more, Link action, List<String> foot) {

    /** @param address whole, with the host */
    public record Link(String label, String address) {
        private String line() {
            return label + ": " + address;
        }
    }

    public Letter {
        title = Texts.clean(title);
        paragraphs = List.copyOf(paragraphs);
        foot = List.copyOf(foot);
    }

    String text() {
        return Stream
                .of(Stream.of("Dag " + name), paragraphs.stream(), more.map(Link::line).stream(), Stream.of(action.line()), foot.stream())
                .flatMap(part -> part).collect(Collectors.joining("\n\n", "", "\n"));
    }

    /** @param html the same letter, set by the template */
    Mail mail(String html, List<Attachment> attachments) {
        return new Mail(title, text(), html, attachments);
    }
}
