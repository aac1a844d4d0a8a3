package dev.schemac.cli.project;

import java.util.Optional;

/** Git is not there, or said no. */
final class GitException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String help;

  GitException(String message, String help) {
    super(message, null, false, false);
    this.help = help;
  }

  GitException(String message) {
    this(message, null);
  }

  Optional<String> help() {
    return Optional.ofNullable(help);
  }
}
