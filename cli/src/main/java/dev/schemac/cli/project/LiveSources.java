package dev.schemac.cli.project;

import dev.schemac.catalog.CatalogGap;
import dev.schemac.catalog.CatalogReader;
import dev.schemac.catalog.LiveSchema;
import dev.schemac.catalog.LookupRows;
import dev.schemac.connect.Progress;
import dev.schemac.connect.ServerFailure;
import dev.schemac.connect.ServerSession;
import dev.schemac.connect.ServerUrl;
import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Severity;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Dialect;
import dev.schemac.model.Schema;
import dev.schemac.model.ServerVersion;
import dev.schemac.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The live databases of one call, each read once. */
public final class LiveSources {
  private final Workspace workspace;
  private final Settings settings;
  private final ShadowSources shadows;
  private final Map<SchemaSource, LiveSource> read = new ConcurrentHashMap<>();

  /**
   * How databases are reached.
   *
   * @param environment variables of this process
   * @param targets what {@code --target} says
   * @param allowUnreadable whether to go on where an object could not be read
   * @param shadow an empty database to try things on
   * @param progress who is told what takes its time
   */
  public record Settings(
      Map<String, String> environment,
      List<Target> targets,
      boolean allowUnreadable,
      Optional<ServerUrl> shadow,
      Progress progress) {
    /** Where nothing is tried on a shadow database. */
    public static Settings of(Map<String, String> environment, Progress progress) {
      return new Settings(environment, List.of(), false, Optional.empty(), progress);
    }

    public Settings {
      environment = Map.copyOf(environment);
      targets = List.copyOf(targets);
    }
  }

  public LiveSources(Workspace workspace, Settings settings) {
    this.workspace = workspace;
    this.settings = settings;
    this.shadows = new ShadowSources(workspace, settings);
  }

  /** Who is told what takes its time. */
  Progress progress() {
    return settings.progress();
  }

  /** What is run on shadow databases in the same call. */
  ShadowSources shadows() {
    return shadows;
  }

  /** Reads a live source; what went wrong stands in its diagnostics. */
  public LiveSource read(SchemaSource source) {
    return read.computeIfAbsent(source, this::readNow);
  }

  /** Likewise, and replays what has to be run first, for that target. */
  public LiveSource read(SchemaSource source, Target target) {
    return source.isReplayed() ? shadows.replay(source, target) : read(source);
  }

  private LiveSource readNow(SchemaSource source) {
    EnvironmentUrl url = url(source);
    return url.url()
        .map(u -> connected(source, u))
        .orElseGet(() -> LiveSource.failed(source.label(), url.refusal().orElseThrow()));
  }

  /** How large the tables of a live database are. */
  Sizes sizes(SchemaSource source) {
    EnvironmentUrl url = url(source);
    return url.url()
        .map(u -> sizes(source, u))
        .orElseGet(() -> Sizes.failed(url.refusal().orElseThrow()));
  }

  private Sizes sizes(SchemaSource source, ServerUrl url) {
    settings.progress().now("measuring the tables of " + source.label());
    try (ServerSession session = ServerSession.open(url, settings.environment())) {
      return new Sizes(Optional.of(session.sizes(Dialects.sizes(session.target()))), List.of());
    } catch (ServerFailure e) {
      return Sizes.failed(diagnostic(source.label(), e));
    }
  }

  private LiveSource connected(SchemaSource source, ServerUrl url) {
    settings.progress().now("reading " + source.label());
    try (ServerSession session = ServerSession.open(url, settings.environment())) {
      Target target = session.target();
      Optional<CatalogReader> reader = Dialects.reader(target);
      if (reader.isEmpty()) {
        return LiveSource.failed(
            source.label(),
            Diagnostic.of(
                Code.SC6005,
                Span.NONE,
                "a live " + target + " cannot be read yet in this version"));
      }
      LiveSchema live = session.read(reader.get());
      return new LiveSource(
          source.label(),
          Optional.of(target),
          Optional.of(live),
          diagnostics(source, live, settings));
    } catch (ServerFailure e) {
      return LiveSource.failed(source.label(), diagnostic(source.label(), e));
    }
  }

  private static Diagnostic diagnostic(String label, ServerFailure e) {
    Code code =
        switch (e.kind()) {
          case UNREACHABLE, ENCRYPTION -> Code.SC6010;
          case LOGIN, DATABASE, UNSUPPORTED -> Code.SC6011;
          case STATEMENT -> Code.SC6012;
        };
    String help =
        switch (e.kind()) {
          case UNREACHABLE -> "check host and port, and whether the server lets this machine in";
          case ENCRYPTION ->
              "say in the URL what you want: `sslmode=…` (PostgreSQL), `sslMode=…` (MySQL)";
          case LOGIN ->
              "user and password come from the URL, PGUSER and PGPASSWORD, ~/.pgpass, MYSQL_PWD or"
                  + " ~/.my.cnf";
          case DATABASE -> "name the database in the URL: `jdbc:postgresql://host/database`";
          case UNSUPPORTED -> "PostgreSQL 13, MySQL 8.0, MariaDB 10.11 and newer can be read";
          case STATEMENT -> "nothing was changed: the session is read only";
        };
    return Diagnostic.of(code, Span.NONE, "`" + label + "`: " + e.getMessage()).withHelp(help);
  }

  /** What a database keeps back. */
  static List<Diagnostic> diagnostics(SchemaSource source, LiveSchema live, Settings settings) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (CatalogGap gap : live.gaps()) {
      boolean right = gap.kind() == CatalogGap.Kind.UNREADABLE;
      Diagnostic missing =
          Diagnostic.of(
              right ? Code.SC6014 : Code.SC6015, Span.NONE, gap.object() + ": " + gap.reason());
      diagnostics.add(
          right && settings.allowUnreadable()
              ? missing.withSeverity(Severity.WARNING)
              : right ? missing.withHelp("go on without it by `--allow-unreadable`") : missing);
    }
    live.leftOut()
        .forEach(
            (reason, count) ->
                diagnostics.add(
                    Diagnostic.of(
                        Code.SC6016,
                        Span.NONE,
                        "`" + source.label() + "`: " + count + " left out: " + reason)));
    return diagnostics;
  }

  /** Whether a diagnostic about a source matters to whoever uses it, though it is no error. */
  static boolean isSaid(Code code) {
    return switch (code) {
      case SC6014, SC6015, SC6016, SC6023, SC6024, SC6025, SC6026 -> true;
      default -> false;
    };
  }

  /**
   * A live source that was read, beside the schema that it shall have.
   *
   * @param live the source's model in normal form
   */
  LiveComparison compared(SchemaSource source, Schema live, Loaded wanted, ProjectConfig config) {
    Optional<LiveSchema> whole = source.isReplayed() ? Optional.empty() : read(source).live();
    if (!LookupRows.areDeclared(wanted.resolution().schema())) {
      return shadows.settled(LiveComparison.of(live, whole, wanted, config));
    }
    try {
      Schema rows = withLookupRows(source, live, wanted.resolution().schema());
      return shadows.settled(LiveComparison.of(rows, whole, wanted, config));
    } catch (ServerFailure e) {
      return LiveComparison.of(live, whole, wanted, config).saying(diagnostic(source.label(), e));
    }
  }

  private Schema withLookupRows(SchemaSource source, Schema live, Schema declared)
      throws ServerFailure {
    if (source.isReplayed()) {
      return shadows.withLookupRows(source, live, declared);
    }
    ServerUrl url = url(source).url().orElseThrow();
    try (ServerSession session = ServerSession.open(url, settings.environment())) {
      return session.withLookupRows(live, declared);
    }
  }

  /** Of a live source. */
  private EnvironmentUrl url(SchemaSource source) {
    return switch (source) {
      case SchemaSource.Live live -> EnvironmentUrl.of(live.url());
      case SchemaSource.Environment environment ->
          EnvironmentUrl.of(environment.name(), workspace, settings.environment());
      case SchemaSource.Files ignored -> throw new IllegalArgumentException(source.label());
      case SchemaSource.Revision ignored -> throw new IllegalArgumentException(source.label());
      case SchemaSource.Snapshot ignored -> throw new IllegalArgumentException(source.label());
      case SchemaSource.Script ignored -> throw new IllegalArgumentException(source.label());
      case SchemaSource.Migrations ignored -> throw new IllegalArgumentException(source.label());
      case SchemaSource.Nothing ignored -> throw new IllegalArgumentException(source.label());
    };
  }

  /** The workspace for the target that the live sources state; unchanged where there are none. */
  Workspace withTarget(List<SchemaSource> sources) {
    return sources.isEmpty()
        ? workspace
        : workspace.with(
            sources.stream().flatMap(s -> read(s).target().stream()).limit(1).toList(),
            Optional.empty());
  }

  /** Why the targets of {@code --target} and of the servers do not go together. */
  Optional<Diagnostic> contradiction(List<SchemaSource> sources) {
    List<Target> stated = new ArrayList<>(sources.isEmpty() ? List.of() : settings.targets());
    for (SchemaSource source : sources) {
      Optional<Target> live = read(source).target();
      for (Target other : live.isPresent() ? stated : List.<Target>of()) {
        if (!fits(live.get(), other)) {
          return Optional.of(
              Diagnostic.of(
                      Code.SC6013,
                      Span.NONE,
                      "`" + source.label() + "` is " + live.get() + ", not " + other)
                  .withHelp("a live database states its own target: leave `--target` out"));
        }
      }
      live.ifPresent(stated::add);
    }
    return Optional.empty();
  }

  private static boolean fits(Target server, Target stated) {
    ServerVersion is = server.version();
    ServerVersion said = stated.version();
    boolean series =
        is.major() == said.major()
            && (server.dialect() == Dialect.POSTGRES || is.minor() == said.minor());
    return server.label().equals(stated.label()) && series;
  }
}
