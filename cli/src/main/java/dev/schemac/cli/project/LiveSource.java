package dev.schemac.cli.project;

import dev.schemac.catalog.LiveSchema;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.Evolution;
import dev.schemac.model.Schema;
import dev.schemac.model.Target;
import dev.schemac.resolve.Resolution;
import dev.schemac.resolve.ServerSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A live database as it was read.
 *
 * @param label how people see it; without user and password
 * @param target what the server is; empty where it could not be asked
 * @param live what it holds; empty where it could not be read, and a diagnostic says why
 */
public record LiveSource(
    String label,
    Optional<Target> target,
    Optional<LiveSchema> live,
    List<Diagnostic> diagnostics) {
  public LiveSource {
    diagnostics = List.copyOf(diagnostics);
  }

  static LiveSource failed(String label, Diagnostic why) {
    return new LiveSource(label, Optional.empty(), Optional.empty(), List.of(why));
  }

  /** The model in normal form; empty where the database could not be read. */
  public Optional<Schema> schema() {
    return live.map(LiveSchema::schema).map(ServerSchema::normalize);
  }

  /** As a source of a plan. */
  Loaded loaded(Target wanted) {
    Schema schema = schema().orElseGet(() -> Schema.empty(wanted));
    Resolution resolution = new Resolution(schema, Evolution.none(), Map.of(), List.of());
    return new Loaded(label, List.of(), resolution, diagnostics);
  }
}
