/** What a centre gets to see of a comparison: itself beside its school groups and the net, and beside itself in the round before. It names no other centre. */
package be.zelfscan.report.beside;
