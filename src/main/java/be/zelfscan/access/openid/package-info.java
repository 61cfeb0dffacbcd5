/**
 * Signing in with an account that people have already, at another service (OpenID Connect). Nothing below it knows it: without settings it
 * does not exist.
 */
package be.zelfscan.access.openid;
