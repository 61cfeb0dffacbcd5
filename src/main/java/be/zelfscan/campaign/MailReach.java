package be.zelfscan.campaign;

import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whom a mail of a round reaches, before it is made: what is asked before something is done, and what is missing, are said from it. */
@Singleton
public class MailReach {
    /** A centre and the names of who gets the mail for it; none when nobody does. */
    public record OfCentre(UUID id, String centre, List<String> names) {
        /** The form that adds somebody to the centre. */
        public String addPerson() {
            return "/organisatie/persoon/nieuw?centrum=" + id;
        }
    }

    /**
     * Whom a mail reaches.
     *
     * @param people how many different people
     * @param centres for each of the centres that were asked about
     */
    public record Reach(RoundMail mail, int people, List<OfCentre> centres) {
        static Reach nothing(RoundMail mail) {
            return new Reach(mail, 0, List.of());
        }

        /** The centres for which somebody gets it. */
        public List<OfCentre> reached() {
            return centres.stream().filter(centre -> !centre.names().isEmpty()).toList();
        }

        /** The centres for which nobody gets it. */
        public List<OfCentre> missed() {
            return centres.stream().filter(centre -> centre.names().isEmpty()).toList();
        }
    }

    private final RoundMailRepository mails;
    private final RoundRepository rounds;

    MailReach(RoundMailRepository mails, RoundRepository rounds) {
        this.mails = mails;
        this.rounds = rounds;
    }

    /** Of centres that take part in the round. */
    @ReadOnly
    Reach of(UUID roundId, RoundMail mail, Collection<CentreOfNet> centres) {
        Map<UUID, List<RoundMailRepository.Reached>> byCentre = mails.reached(roundId, mail.kind()).stream()
                .collect(Collectors.groupingBy(RoundMailRepository.Reached::centreId));
        List<List<RoundMailRepository.Reached>> found = centres.stream().map(centre -> byCentre.getOrDefault(centre.id(), List.of()))
                .toList();
        int people = (int) found.stream().flatMap(List::stream).map(RoundMailRepository.Reached::personId).distinct().count();
        return new Reach(mail, people, centres.stream().map(centre -> new OfCentre(centre.id(), centre.name(),
                byCentre.getOrDefault(centre.id(), List.of()).stream().map(RoundMailRepository.Reached::name).toList())).toList());
    }

    /** Of a centre that is to join the round. */
    @ReadOnly
    Reach ofNew(UUID roundId, RoundMail mail, CentreOfNet centre) {
        List<String> names = rounds.recipients(roundId, centre.id(), mail.kind()).stream().map(recipient -> recipient.name()).toList();
        return new Reach(mail, names.size(), List.of(new OfCentre(centre.id(), centre.name(), names)));
    }
}
