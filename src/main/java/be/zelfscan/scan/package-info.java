/**
 * A centre's scan: answers, the pure rules that judge them, saving, sending and what was sent.
 *
 * <p>The way of an answer: {@link be.zelfscan.scan.AnswerForm} reads what a page posted, {@link be.zelfscan.scan.AnswerRules} judges it,
 * {@link be.zelfscan.scan.SaveAnswers} writes it as a revision, {@link be.zelfscan.scan.SendScan} copies the whole into a
 * {@link be.zelfscan.scan.SentScan} with its fact rows.
 */
package be.zelfscan.scan;
