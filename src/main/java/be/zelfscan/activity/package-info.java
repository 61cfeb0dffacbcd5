/**
 * Who did what, when, to what. Entries are only ever added; names of people stand elsewhere, so that who is removed becomes a pseudonym
 * here too.
 */
package be.zelfscan.activity;
