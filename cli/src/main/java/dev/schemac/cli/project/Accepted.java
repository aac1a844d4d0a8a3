package dev.schemac.cli.project;

/**
 * What a plan may do though it costs something.
 *
 * @param loss it loses data without the evolution words for that
 * @param blocking steps of an online plan keep readers or writers waiting while they work
 */
public record Accepted(boolean loss, boolean blocking) {

  /** The same where the project's policy accepts it for good. */
  Accepted under(ProjectConfig.Policy policy) {
    return new Accepted(
        loss || policy.loss() == ProjectConfig.Loss.ALLOW,
        blocking || policy.blocking() == ProjectConfig.Blocking.WARN);
  }
}
