/** Writing SQL text: the only place that quotes identifiers and literals. */
package dev.schemac.sql;
