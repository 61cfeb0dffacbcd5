/**
 * Signing in, sessions, and who may do what: {@link be.zelfscan.access.Rights} is the one table, from address to permission to roles.
 */
package be.zelfscan.access;
