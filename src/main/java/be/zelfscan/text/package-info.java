/** What a text is that somebody typed, pasted or read from a file: one line of it, an e-mail address, a name among other names. Pure. */
package be.zelfscan.text;
