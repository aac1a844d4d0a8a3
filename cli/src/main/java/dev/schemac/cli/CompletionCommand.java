package dev.schemac.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code schemac completion}. */
@Command(
    name = "completion",
    description = "Prints a script that completes commands and options in a shell.",
    footer = {
      "",
      "Example:",
      "  source <(schemac completion bash)",
      "  schemac completion zsh >> ~/.zshrc"
    },
    versionProvider = Version.class)
final class CompletionCommand implements Callable<Integer> {

  /** Shells that the script is for: bash's own completion, which zsh runs too. */
  enum Shell {
    BASH,
    ZSH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin GlobalOptions global;

  @Parameters(arity = "0..1", paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
  Shell shell = Shell.BASH;

  private final Surroundings surroundings;

  CompletionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    surroundings.out().print(AutoComplete.bash("schemac", Commands.complete(surroundings)));
    return ExitCode.OK;
  }
}
