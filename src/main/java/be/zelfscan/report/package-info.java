/**
 * What centres, school groups and the net get back: their reports and the blank preparation pack as PDF, the page with a result, and the
 * mail that brings it.
 *
 * <p>{@link be.zelfscan.report.Reports} makes each report for whoever may see it and keeps the last few;
 * {@link be.zelfscan.report.ScanResult} turns a sent scan into the instrument's words once, the documents and the page only set it.
 */
package be.zelfscan.report;
