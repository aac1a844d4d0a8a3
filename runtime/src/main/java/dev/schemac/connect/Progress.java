package dev.schemac.connect;

/** Who is told what takes its time while it does. */
@FunctionalInterface
public interface Progress {
  /** Nobody. */
  Progress NONE = what -> {};

  /**
   * From now on this is done, until the next word.
   *
   * @param what for a person: {@code reading env:staging}
   */
  void now(String what);
}
