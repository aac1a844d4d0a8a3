package dev.schemac.model;

/**
 * What makes a PostgreSQL table a partition: its columns come from the parent, and only those that
 * differ there (default, NOT NULL, storage, comment) stand in the table itself.
 *
 * @param bound normalised text: {@code from ('a') to ('b')}, {@code in (1, 2)}, {@code with
 *     (modulus 4, remainder 0)}, {@code default}
 */
public record PartitionOf(QName parent, String bound) {}
