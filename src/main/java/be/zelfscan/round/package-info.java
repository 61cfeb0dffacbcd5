/** The round: a period in which centres take one version of a questionnaire. It does not know the scans made in it. */
package be.zelfscan.round;
