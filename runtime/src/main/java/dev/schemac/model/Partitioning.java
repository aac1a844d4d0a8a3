package dev.schemac.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How a table's rows are spread over partitions.
 *
 * @param strategy {@code range}, {@code list}, {@code hash}, {@code key}; on MySQL with the
 *     server's further words: {@code range columns}, {@code linear hash}
 * @param operands columns or expressions
 * @param partitions MySQL's, in the order of their creation; empty where {@code external} or
 *     counted. On PostgreSQL a partition is a table of its own ({@link Table#partitionOf})
 * @param count MySQL's {@code partitions 8}; 0 where the partitions are named
 * @param external the partitions are made by a job
 * @param subpartitioning MySQL's {@code subpartition by}
 */
public record Partitioning(
    String strategy,
    List<Expression> operands,
    List<Partition> partitions,
    int count,
    boolean external,
    Optional<Partitioning> subpartitioning) {

  public Partitioning {
    operands = List.copyOf(operands);
    partitions = List.copyOf(partitions);
  }

  /**
   * One partition of MySQL's.
   *
   * @param bound normalised text: {@code less than (10)}, {@code in (1, 2)}; empty for hash and key
   * @param options {@code engine}, {@code comment}, {@code max_rows}, …
   * @param subpartitions named ones; empty where they are counted
   */
  public record Partition(
      String name, String bound, SortedMap<String, String> options, List<Partition> subpartitions) {
    public Partition {
      options = Options.copy(options);
      subpartitions = List.copyOf(subpartitions);
    }

    /** A partition without options. */
    public static Partition of(String name, String bound) {
      return new Partition(name, bound, Options.none(), List.of());
    }
  }
}
