/**
 * What the support team does with what centres sent in a round: it searches their notes, hangs labels on them so that what
 * returns can be counted, and introduces a centre that can inspire to one that looks for inspiration. Nothing of this is shown to
 * a centre, but the mail of an introduction.
 */
package be.zelfscan.followup;
