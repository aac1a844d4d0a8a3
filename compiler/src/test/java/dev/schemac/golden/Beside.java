package dev.schemac.golden;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Work on a thread of its own. These threads wait in drivers and servers, so they are the system's
 * own: as many as wait can wait. They do not keep the JVM from ending.
 */
final class Beside {
  private static final Executor THREADS = work -> Thread.ofPlatform().daemon().start(work);

  private Beside() {}

  static CompletableFuture<Void> run(Runnable work) {
    return CompletableFuture.runAsync(work, THREADS);
  }

  static <T> CompletableFuture<T> ask(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, THREADS);
  }
}
