package be.zelfscan.scan;

import gg.jte.Content;
import java.util.Optional;

/** What helps with a section, and what a centre asked others for it; who keeps that stands above the scan. */
public interface SectionHelp {
    /**
     * What helps, to stand where a centre says where it wants to go. It reads in the transaction that there is, before it returns, with
     * one statement.
     */
    Content beside(ScanState state, String section);

    /**
     * What the centre asked others for this section after an earlier scan, with the answers; empty when it asked nothing. It reads
     * likewise.
     *
     * @param section as the earlier scan calls it
     */
    Optional<Content> askedAfter(EarlierScan earlier, String section);
}
