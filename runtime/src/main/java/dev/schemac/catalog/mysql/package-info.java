/**
 * MySQL 8.0 to 9 as a model: one file per kind of object, over {@code information_schema} and, for
 * what that hides, {@code SHOW CREATE}. A reader reads the connection's own database, whose objects
 * have bare names; privileges are not read, because they belong to accounts and not to a database.
 */
package dev.schemac.catalog.mysql;
