/**
 * The conversation of a centre's team over its scan, and what comes of it: what happens while several people have the scan open, placing
 * alone before the meeting, the view for the meeting itself, and afterwards agreements, needs and help. It stands above the scan, which
 * knows nothing of it.
 */
package be.zelfscan.team;
