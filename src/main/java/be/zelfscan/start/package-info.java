/** The first page, and the invented data of a demonstration. */
package be.zelfscan.start;
