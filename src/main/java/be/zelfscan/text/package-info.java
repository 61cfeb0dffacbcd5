/**
 * What a text is that somebody typed, pasted or read from a file: one line of it, an e-mail address, a name among other
 * names; how Dutch writes days, numbers and lists; names of files; text in a cell of a sheet that is no formula; where a text
 * may name a person. Pure.
 */
package be.zelfscan.text;
