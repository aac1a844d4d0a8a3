package dev.schemac.model;

import java.util.List;

/**
 * How a table's rows are spread over partitions.
 *
 * @param strategy {@code range}, {@code list}, {@code hash}, {@code key}
 * @param operands columns or expressions
 * @param partitions in the order of their creation; empty where {@code external} or counted
 * @param count MySQL's {@code partitions 8}; 0 where the partitions are named
 * @param external the partitions are made by a job
 */
public record Partitioning(
    String strategy,
    List<Expression> operands,
    List<Partition> partitions,
    int count,
    boolean external) {

  public Partitioning {
    operands = List.copyOf(operands);
    partitions = List.copyOf(partitions);
  }

  /**
   * One partition; {@code bound} is its normalised text: {@code from ('a') to ('b')}, {@code in (1,
   * 2)}, {@code default}.
   */
  public record Partition(String name, String bound) {}
}
