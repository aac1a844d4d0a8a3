package dev.schemac.resolve;

import dev.schemac.model.Target;
import java.util.List;

/**
 * What a schema is resolved for.
 *
 * @param target the one that the model is for
 * @param allTargets every target of the project, {@code target} among them
 * @param uuidStorage how MySQL stores {@code uuid}
 */
public record ResolveOptions(Target target, List<Target> allTargets, UuidStorage uuidStorage) {
  public ResolveOptions {
    allTargets = List.copyOf(allTargets);
  }

  /** The only target of its project, with the defaults. */
  public static ResolveOptions of(Target target) {
    return new ResolveOptions(target, List.of(target), UuidStorage.CHAR36);
  }

  /** How MySQL stores the portable type {@code uuid}. */
  public enum UuidStorage {
    /** {@code char(36)} in ASCII: readable. */
    CHAR36,
    /** {@code binary(16)}: small. */
    BINARY16
  }
}
