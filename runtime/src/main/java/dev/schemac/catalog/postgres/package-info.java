/**
 * PostgreSQL 13 to 18 as a model: one file per kind of object, each with its own queries over
 * {@code pg_catalog}. What the server prints comes with names of the default namespace bare and all
 * others qualified, as the model has them.
 */
package dev.schemac.catalog.postgres;
