package be.zelfscan.export;

import be.zelfscan.web.Shell;

/** What the page about reading by a program shows; the template of {@code src/main/jte/export} takes this. */
public record ApiPage(Shell shell) {}
