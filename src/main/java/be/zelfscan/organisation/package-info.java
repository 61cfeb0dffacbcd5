/** Centres, school groups, sites, people, and what they are. */
package be.zelfscan.organisation;
