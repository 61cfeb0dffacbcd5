/**
 * A PostgreSQL of our own, for who has none: started, secured, stopped and found back by the service. The lowest package: it uses
 * nothing else of the project.
 */
package be.zelfscan.database;
