package be.zelfscan.mail;

import be.zelfscan.mail.MailComposer.NoLongerWanted;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Person;
import be.zelfscan.organisation.Role;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Who reads the mail of a message. Composers ask when they write it: people leave while mails wait. */
@Singleton
public class Recipients {
    private final OrganisationRepository organisations;

    Recipients(OrganisationRepository organisations) {
        this.organisations = organisations;
    }

    /** @throws NoLongerWanted when nobody signs in with the address any more */
    public Person of(Message message) {
        return organisations.personByEmail(message.recipient())
                .orElseThrow(() -> new NoLongerWanted("Niemand meldt zich nog met dit e-mailadres aan."));
    }

    /** @throws NoLongerWanted when nobody signs in with the address any more, or that person is not of the centre any more */
    public Person ofCentre(Message message, UUID centreId) {
        Person person = of(message);
        if (organisations.roles(person.id(), centreId).stream().noneMatch(Role.OF_CENTRE::contains)) {
            throw NoLongerWanted.left();
        }
        return person;
    }
}
