/** What the service does by itself, at one instance at a time. */
package be.zelfscan.schedule;
