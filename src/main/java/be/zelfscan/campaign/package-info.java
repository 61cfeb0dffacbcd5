/**
 * Running a round: making, opening, following, extending and closing it, its mails, opening a sent scan again, and the page of a
 * school group.
 */
package be.zelfscan.campaign;
