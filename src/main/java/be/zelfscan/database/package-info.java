/**
 * The database: a PostgreSQL of our own for who has none (started, secured, looked after, stopped), migrations, backing up and restoring,
 * and for whom a transaction works ({@link be.zelfscan.database.Scope}). The lowest package: it uses nothing else of the project.
 */
package be.zelfscan.database;
