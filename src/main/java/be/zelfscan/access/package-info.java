/** Signing in, and who may do what: one place. */
package be.zelfscan.access;
