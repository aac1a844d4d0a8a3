package dev.schemac.golden;

import dev.schemac.model.Dialect;
import dev.schemac.model.Target;
import dev.schemac.plan.Strategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One folder below {@code golden}: two schemas, what schemac makes of them, and the rows that live
 * through it. The first lines of {@code after.schema} are comments: what the case proves and, in a
 * line {@code // case: key=value …}, how it is run:
 *
 * <ul>
 *   <li>{@code targets}: comma-separated; {@code postgres} (14, run on 14 and 18), {@code mysql}
 *       (8.4, run on 9.7 and, where 8.0.15 can express it, there too), {@code mariadb} (10.11, run
 *       on 10.11 and 11.8), or a target with its version; both dialects where left out
 *   <li>{@code strategy}: {@code direct} (default) or {@code online}
 *   <li>{@code allow-loss}: {@code true} as the command's {@code --allow-loss}
 *   <li>{@code refused}: the dialects whose targets get an error instead of a plan
 *   <li>{@code up=stops}: a guard must stop the migration and leave everything as it was
 *   <li>{@code rows=none}: the tables stay empty
 *   <li>{@code run=no}: only the texts are compared
 * </ul>
 */
record GoldenCase(Path folder, Map<String, String> options) {
  private static final String MARK = "// case:";
  private static final Set<String> OPTIONS =
      Set.of("targets", "strategy", "allow-loss", "refused", "up", "rows", "run");
  private static final Map<String, String> DEFAULT_VERSIONS =
      Map.of("postgres", "postgres:14", "mysql", "mysql:8.4", "mariadb", "mariadb:10.11");

  static Path root() {
    return ServerBinaries.projectRoot().resolve("golden");
  }

  /** Every case, sorted by name. */
  static List<GoldenCase> all() {
    try (Stream<Path> folders = Files.list(root())) {
      return folders.filter(Files::isDirectory).sorted().map(GoldenCase::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GoldenCase read(Path folder) {
    Map<String, String> options = new TreeMap<>();
    String after = text(folder.resolve("after.schema")).orElse("");
    for (String line : after.lines().takeWhile(l -> l.startsWith("//")).toList()) {
      if (line.startsWith(MARK)) {
        for (String option : line.substring(MARK.length()).strip().split(" +")) {
          String[] keyAndValue = option.split("=", 2);
          if (keyAndValue.length != 2 || !OPTIONS.contains(keyAndValue[0])) {
            throw new AssertionError(folder + ": unknown option " + option);
          }
          options.put(keyAndValue[0], keyAndValue[1]);
        }
      }
    }
    return new GoldenCase(folder, options);
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** The first comment, which says what the case proves. */
  boolean saysWhatItProves() {
    return text("after.schema")
        .orElse("")
        .lines()
        .takeWhile(l -> l.startsWith("//"))
        .anyMatch(l -> !l.startsWith(MARK));
  }

  List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (String target : options.getOrDefault("targets", "postgres,mysql").split(",")) {
      targets.add(Target.parse(DEFAULT_VERSIONS.getOrDefault(target, target)).orElseThrow());
    }
    return targets;
  }

  /** The servers that run what is compiled for a target. */
  static List<ServerKind> servers(Target target) {
    List<ServerKind> servers = new ArrayList<>();
    for (ServerKind kind : ServerKind.values()) {
      if (kind.target().label().equals(target.label())
          && kind.target().version().compareTo(target.version()) >= 0) {
        servers.add(kind);
      }
    }
    return servers;
  }

  Strategy strategy() {
    return Strategy.valueOf(options.getOrDefault("strategy", "direct").toUpperCase(Locale.ROOT));
  }

  boolean allowsLoss() {
    return options.getOrDefault("allow-loss", "false").equals("true");
  }

  boolean isRefused(Target target) {
    return List.of(options.getOrDefault("refused", "").split(",")).contains(target.label());
  }

  boolean upStops() {
    return options.getOrDefault("up", "").equals("stops");
  }

  boolean hasRows() {
    return !options.getOrDefault("rows", "").equals("none");
  }

  boolean runs() {
    return !options.getOrDefault("run", "").equals("no");
  }

  Optional<String> rowsFile(Dialect dialect) {
    return text("rows." + dialect.label() + ".sql");
  }

  Optional<String> text(String file) {
    return text(folder.resolve(file));
  }

  Set<String> files() {
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names = new TreeSet<>();
      files.forEach(f -> names.add(f.getFileName().toString()));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> text(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
