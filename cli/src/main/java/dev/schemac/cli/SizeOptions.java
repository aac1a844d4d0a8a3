package dev.schemac.cli;

import dev.schemac.cli.project.LiveSources;
import dev.schemac.cli.project.SchemaSource;
import dev.schemac.cli.project.Sizes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whose tables a plan will meet. */
final class SizeOptions {
  @Option(
      names = "--stats",
      paramLabel = "URL|FILE",
      description = {
        "Show what steps cost on this database: its URL, env:NAME, or a file of `schemac stats`.",
        "Needed for the policy max-rewrite-rows."
      })
  Optional<String> stats = Optional.empty();

  Optional<Sizes.Source> source(Surroundings surroundings) {
    return stats.map(text -> source(text, surroundings));
  }

  /** What a text on the command line means. */
  static Sizes.Source source(String text, Surroundings surroundings) {
    Path file = surroundings.folder().resolve(text);
    if (Files.isRegularFile(file)) {
      return new Sizes.Source.Saved(file, text);
    }
    SchemaSource found = SourceOptions.source(text, surroundings);
    if (!found.isLive()) {
      throw new UsageError("`" + found.label() + "` is neither a live database nor a file");
    }
    return new Sizes.Source.Database(found);
  }

  /** How the databases are reached where nothing but their sizes is wanted. */
  static LiveSources.Settings settings(Surroundings surroundings, GlobalOptions global) {
    return LiveSources.Settings.of(surroundings.environment(), global.progress(surroundings));
  }
}
