package dev.schemac.cli;

import dev.schemac.connect.Progress;
import dev.schemac.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What every command takes. */
final class GlobalOptions {

  @Option(
      names = "--target",
      paramLabel = "DIALECT:VERSION",
      converter = TargetConverter.class,
      description =
          "Compile for this target, e.g. postgres:15, mysql:8.4 or mariadb:10.11; repeatable.")
  List<Target> targets = new ArrayList<>();

  @Option(names = "--env", paramLabel = "NAME", description = "An environment of schemac.toml.")
  Optional<String> environment = Optional.empty();

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing but errors and results.")
  boolean quiet;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never; NO_COLOR is honoured.")
  Color color = Color.AUTO;

  @Option(names = "--no-progress", description = "Show no progress.")
  boolean noProgress;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  /** Who is told what takes its time: a person at a terminal who did not ask for silence. */
  Progress progress(Surroundings surroundings) {
    boolean wanted = surroundings.errTerminal() && !noProgress && !quiet;
    return wanted ? surroundings.progress() : Progress.NONE;
  }

  /** When to use colours. */
  enum Color {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads {@code postgres:15}. */
  static final class TargetConverter implements ITypeConverter<Target> {
    @Override
    public Target convert(String text) {
      return Target.parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'"
                          + text
                          + "' is no target: write postgres:15, mysql:8.4 or mariadb:10.11"));
    }
  }
}
