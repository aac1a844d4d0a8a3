package dev.schemac.emit;

import dev.schemac.model.Dialect;
import dev.schemac.plan.Strategy;
import java.time.Duration;

/**
 * How long a statement of a migration waits for a lock before it gives up; what comes behind it
 * waits as long.
 */
public final class LockTimeout {
  private LockTimeout() {}

  /**
   * Two seconds on PostgreSQL, more than {@code deadlock_timeout}. On MySQL, which counts whole
   * seconds, three in an online plan and a minute in a direct one.
   */
  public static Duration of(Dialect dialect, Strategy strategy) {
    return Duration.ofSeconds(
        switch (dialect) {
          case POSTGRES -> 2;
          case MYSQL ->
              switch (strategy) {
                case ONLINE -> 3;
                case DIRECT -> 60;
              };
        });
  }
}
