package be.zelfscan.scan;

/** Draws what was answered so far; whoever knows charts does it, which stands above the scan. */
public interface ScanDrawing {
    /** The drawing as SVG, to stand in a page. */
    String svg(ScanState state);
}
