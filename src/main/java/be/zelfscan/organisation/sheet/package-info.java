/** The net as a sheet: read from XLSX and CSV, judged, previewed, saved as a whole or not at all, and written. */
package be.zelfscan.organisation.sheet;
