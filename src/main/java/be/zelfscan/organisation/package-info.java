/** Centres, school groups, people and their memberships. */
package be.zelfscan.organisation;
