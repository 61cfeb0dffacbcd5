/** Taking data out: the answers of a round as CSV and XLSX with a codebook, and the JSON that programs read. */
package be.zelfscan.export;
