package be.zelfscan.scan;

import gg.jte.Content;

/** What helps with a section, to stand where a centre says where it wants to go; who keeps it stands above the scan. */
public interface SectionHelp {
    /** A part of the page of a section. It reads in the transaction that there is, before it returns, with one statement. */
    Content beside(ScanState state, String section);
}
