package be.zelfscan.campaign;

import be.zelfscan.round.Round;
import be.zelfscan.web.Confirmation;
import be.zelfscan.web.Form;
import java.util.List;
import java.util.Optional;

/**
 * What is asked on a page in between before something is done with a round that mails people or cannot be undone.
 *
 * @param lead what it comes down to
 * @param about the centres that it is about, each with a word more where there is one, and how many they are; then what else
 *     one may want to know
 * @param happens a sentence for each thing that follows
 * @param reach of the mail that leaves; empty when none does
 * @param impossible what cannot be done any more afterwards; empty for nothing
 * @param action to which {@code fields} are posted, below the address of the round
 */
record RoundQuestion(Round round, String title, String lead, List<Confirmation.Fact> about, List<String> happens,
        Optional<MailOut.Reach> reach, String impossible, String action, List<Form.Field> fields, String button) {}
