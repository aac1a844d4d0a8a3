package dev.schemac.cli;

import dev.schemac.cli.project.LiveSources;
import dev.schemac.cli.project.SchemaSource;
import dev.schemac.connect.ServerUrl;
import dev.schemac.connect.UrlException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the commands take that read servers. */
final class SourceOptions {
  private static final String SHADOW_VARIABLE = "SCHEMAC_SHADOW_URL";

  @Option(
      names = "--shadow-url",
      paramLabel = "URL",
      description = {
        "An empty database to try SQL on, emptied afterwards; default: SCHEMAC_SHADOW_URL, else a",
        "server that is started for it."
      })
  Optional<String> shadowUrl = Optional.empty();

  @Option(
      names = "--allow-unreadable",
      description = "Go on without the objects of a live database that this user may not read.")
  boolean allowUnreadable;

  LiveSources.Settings settings(Surroundings surroundings, GlobalOptions global) {
    Optional<String> shadow =
        shadowUrl.or(
            () ->
                Optional.ofNullable(surroundings.environment().get(SHADOW_VARIABLE))
                    .filter(url -> !url.isBlank()));
    return new LiveSources.Settings(
        surroundings.environment(),
        global.targets,
        allowUnreadable,
        shadow.map(SourceOptions::parsed),
        global.progress(surroundings));
  }

  private static ServerUrl parsed(String url) {
    try {
      return ServerUrl.parse(url.strip());
    } catch (UrlException e) {
      throw new UsageError("the URL of the shadow database cannot be used: " + e.getMessage());
    }
  }

  /** What a text on the command line means as a source. */
  static SchemaSource source(String text, Surroundings surroundings) {
    SchemaSource.Parsed parsed = SchemaSource.parse(text, surroundings.folder());
    return parsed.source().orElseThrow(() -> new UsageError(parsed.refusal()));
  }

  /** The source that an argument is, where it is neither file nor folder. */
  static Optional<SchemaSource> notFiles(java.util.List<String> arguments, Surroundings where) {
    if (arguments.size() != 1
        || java.nio.file.Files.exists(where.folder().resolve(arguments.getFirst()))) {
      return Optional.empty();
    }
    return SchemaSource.parse(arguments.getFirst(), where.folder()).source();
  }
}
