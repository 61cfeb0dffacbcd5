/**
 * What a centre gets back: the report and the blank preparation pack as PDF, the page with the result, and the mail that brings it.
 *
 * <p>{@link be.zelfscan.report.ScanResult} turns a sent scan into the instrument's words once; the documents and the page only set it.
 */
package be.zelfscan.report;
