package dev.schemac.cli;

import dev.schemac.cli.project.Accepted;
import picocli.CommandLine.Option;

/** What a plan may do for once that is refused otherwise. */
final class AcceptOptions {
  @Option(
      names = "--allow-loss",
      description = "Accept for this call what evolution words would have to accept.")
  boolean loss;

  @Option(
      names = "--allow-blocking",
      description = {
        "Accept for this call that steps of an online plan keep readers or writers waiting",
        "where the server has no other way."
      })
  boolean blocking;

  Accepted accepted() {
    return new Accepted(loss, blocking);
  }

  /** Whether any of them is given. */
  boolean areUsed() {
    return loss || blocking;
  }
}
