package dev.schemac.plan;

/**
 * What a step has to work through.
 *
 * @param rows of all tables that it reads or writes whole
 * @param bytes of the same on disk, with the indexes where those are written anew
 * @param seconds an estimate that {@link CostModel#basis} explains
 */
public record Cost(long rows, long bytes, long seconds) {}
