/**
 * Taking data out: the answers of a round as CSV and XLSX with a codebook, the JSON that programs read,
 * and the tokens they read it with.
 */
package be.zelfscan.export;
