package dev.schemac.plan;

/**
 * {@code ONLINE}: readers and writers go on; {@code DIRECT}: the shortest way, for small tables or
 * a maintenance window.
 */
public enum Strategy {
  ONLINE,
  DIRECT
}
