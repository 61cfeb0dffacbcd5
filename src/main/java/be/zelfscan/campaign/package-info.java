/** Running a round: making, opening, following, extending and closing it, its mails, and opening a sent scan again. */
package be.zelfscan.campaign;
