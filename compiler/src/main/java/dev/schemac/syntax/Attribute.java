package dev.schemac.syntax;

import dev.schemac.diagnostic.Span;
import dev.schemac.model.Dialect;
import java.util.List;
import java.util.Optional;

/** {@code @postgres(fillfactor = 70, unlogged)} behind anything. */
public record Attribute(Dialect dialect, List<Option> options, Span span) {
  public Attribute {
    options = List.copyOf(options);
  }

  /**
   * One option.
   *
   * @param key with dots where it was written so: {@code toast.autovacuum_enabled}
   * @param value as text, strings without quotes; empty for a flag
   */
  public record Option(String key, Optional<String> value, Span span) {}
}
