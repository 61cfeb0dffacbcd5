/**
 * A centre's scan: answers, saving, sending and what was sent.
 *
 * <p>The way of an answer: {@link be.zelfscan.scan.SaveAnswers} reads what a page posted, has its {@link be.zelfscan.question.Question}
 * judge it and writes it as a revision, {@link be.zelfscan.scan.Progress} says what is still open, {@link be.zelfscan.scan.SendScan} copies
 * the whole into a {@link be.zelfscan.scan.SentScan} with its fact rows. Before that, {@link be.zelfscan.scan.Hints} says what a team may
 * want to look at once more.
 *
 * <p>While a section is answered, {@link be.zelfscan.scan.EarlierScan} shows beside it what the centre sent in its last closed round. That
 * is read for the page only: no field holds it and nothing of it is saved.
 */
package be.zelfscan.scan;
