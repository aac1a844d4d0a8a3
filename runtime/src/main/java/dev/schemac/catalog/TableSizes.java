package dev.schemac.catalog;

import dev.schemac.model.Dialect;
import dev.schemac.model.QName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How large the tables of a database are, by the server's own estimate.
 *
 * @param origin where the figures come from, as people see it; without user and password
 * @param dialect of the server: another one stores the same table otherwise
 * @param tables by name; bare in the default namespace
 */
public record TableSizes(String origin, Dialect dialect, SortedMap<QName, Size> tables) {
  public TableSizes {
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
  }

  /**
   * One table; a partitioned one with all its partitions.
   *
   * @param rows as the server's planner estimates them
   * @param bytes of the rows on disk
   * @param indexBytes of all indexes on disk; those in which MySQL keeps rows count as rows
   */
  public record Size(long rows, long bytes, long indexBytes) {}
}
