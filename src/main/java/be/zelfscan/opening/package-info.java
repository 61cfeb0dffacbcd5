/**
 * Two centres that open their results to each other, and these results opposite each other. What either says is for the other
 * alone, as long as both want it.
 */
package be.zelfscan.opening;
