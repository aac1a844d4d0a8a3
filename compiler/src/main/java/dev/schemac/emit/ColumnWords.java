package dev.schemac.emit;

/**
 * How a column's line is written where it says more than the column alone.
 *
 * @param type the type's words, {@code ref users} too
 * @param keys with a blank in front of each: {@code primary key}, {@code unique}, a reference's
 *     clauses
 * @param defaultValue what stands behind {@code default}, where the column has one
 * @param checks with a blank in front of each
 */
record ColumnWords(String type, String keys, String defaultValue, String checks) {}
