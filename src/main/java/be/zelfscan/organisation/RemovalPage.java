package be.zelfscan.organisation;

import be.zelfscan.web.Shell;

/** Asks whether somebody is to be removed, and afterwards says that it was done; the template {@code organisation/removal} takes this. */
public record RemovalPage(Shell shell, RemovePerson.Candidate person) {}
