package dev.schemac.cli.project;

import dev.schemac.catalog.LiveSchema;
import dev.schemac.connect.ServerFailure;
import dev.schemac.connect.ServerSession;
import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Severity;
import dev.schemac.diagnostic.Span;
import dev.schemac.emit.MigrationScript;
import dev.schemac.emit.ReplayFolder;
import dev.schemac.emit.ReplayFolderReader;
import dev.schemac.model.Evolution;
import dev.schemac.model.Schema;
import dev.schemac.model.Target;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Planner;
import dev.schemac.plan.Step;
import dev.schemac.plan.Strategy;
import dev.schemac.resolve.ServerSchema;
import dev.schemac.shadow.ShadowDatabase;
import dev.schemac.shadow.ShadowFailure;
import dev.schemac.shadow.ShadowServers;
import dev.schemac.source.SourceDecoder;
import dev.schemac.source.SourceFiles;
import dev.schemac.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is run on shadow databases in one call: scripts, migrations, the wanted schema itself. */
final class ShadowSources {
  private static final String GIVE_ONE = "give an empty database by `--shadow-url`";

  private final Workspace workspace;
  private final LiveSources.Settings settings;
  private final ShadowServers servers;
  private final Map<Wanted, Replayed> replayed = new ConcurrentHashMap<>();

  private record Wanted(SchemaSource source, Target target) {}

  private record Replayed(LiveSource result, List<SourceText> texts) {}

  ShadowSources(Workspace workspace, LiveSources.Settings settings) {
    this.workspace = workspace;
    this.settings = settings;
    this.servers =
        new ShadowServers(settings.shadow(), settings.environment(), settings.progress());
  }

  /** Replays a source and reads what came of it, once for each target. */
  LiveSource replay(SchemaSource source, Target target) {
    return replayed.computeIfAbsent(new Wanted(source, target), this::replayNow).result();
  }

  /** Likewise, as a side of a comparison. */
  Loaded load(SchemaSource source, Target target) {
    Replayed result = replayed.computeIfAbsent(new Wanted(source, target), this::replayNow);
    Loaded loaded = result.result().loaded(target);
    return new Loaded(loaded.label(), result.texts(), loaded.resolution(), loaded.diagnostics());
  }

  private Replayed replayNow(Wanted wanted) {
    ReplayFolder folder = scripts(wanted.source(), wanted.target());
    List<Diagnostic> said = new ArrayList<>(folder.diagnostics());
    Optional<LiveSchema> live = Optional.empty();
    if (!Diagnostics.haveErrors(said)) {
      try (ShadowDatabase shadow = servers.open(wanted.target())) {
        said.addAll(remarks());
        settings.progress().now("running " + wanted.source().label());
        said.addAll(ScriptRun.all(folder.scripts(), shadow));
        if (!Diagnostics.haveErrors(said)) {
          live = Optional.of(read(shadow));
          said.addAll(LiveSources.diagnostics(wanted.source(), live.get(), settings));
        }
      } catch (ShadowFailure e) {
        said.add(diagnostic(e));
      } catch (ServerFailure e) {
        said.add(unavailable(e.getMessage()));
      }
    }
    return new Replayed(
        new LiveSource(wanted.source().label(), Optional.of(wanted.target()), live, said),
        folder.scripts().stream().map(ReplayFolder.Script::text).toList());
  }

  private static LiveSchema read(ShadowDatabase shadow) throws ServerFailure {
    return shadow.read(Dialects.reader(shadow.target()).orElseThrow());
  }

  private ReplayFolder scripts(SchemaSource source, Target target) {
    return switch (source) {
      case SchemaSource.Script script -> script(script);
      case SchemaSource.Migrations folder ->
          ReplayFolderReader.read(
              folder.folder(),
              SourceFiles.nameOf(workspace.base(), folder.folder()),
              target,
              folder.version());
      case SchemaSource.Files ignored -> throw new IllegalArgumentException(source.label());
      case SchemaSource.Revision ignored -> throw new IllegalArgumentException(source.label());
      case SchemaSource.Snapshot ignored -> throw new IllegalArgumentException(source.label());
      case SchemaSource.Live ignored -> throw new IllegalArgumentException(source.label());
      case SchemaSource.Environment ignored -> throw new IllegalArgumentException(source.label());
      case SchemaSource.Nothing ignored -> throw new IllegalArgumentException(source.label());
    };
  }

  private ReplayFolder script(SchemaSource.Script source) {
    String shown = SourceFiles.nameOf(workspace.base(), source.file());
    try {
      SourceDecoder.Decoded decoded =
          SourceDecoder.decode(shown, Files.readAllBytes(source.file()));
      return new ReplayFolder(
          List.of(new ReplayFolder.Script(shown, shown, decoded.source())), decoded.diagnostics());
    } catch (IOException e) {
      return new ReplayFolder(
          List.of(),
          List.of(Diagnostic.of(Code.SC6001, Span.ofFile(shown), "cannot read `" + shown + "`")));
    }
  }

  /** The model of a replayed source with its rows of lookup tables, for which it is run again. */
  Schema withLookupRows(SchemaSource source, Schema read, Schema declared) throws ServerFailure {
    try (ShadowDatabase shadow = servers.open(read.target())) {
      ScriptRun.all(scripts(source, read.target()).scripts(), shadow);
      try (ServerSession session = shadow.reading()) {
        return session.withLookupRows(read, declared);
      }
    } catch (ShadowFailure e) {
      // It could be had a moment ago, so this is said as the rest of what cannot be compared.
      return read;
    }
  }

  /**
   * A comparison in which the server's word counts: the wanted schema is made on a shadow database
   * and read back, and whatever reads there as in the live database is the same. For texts that
   * only a server understands: views, bodies, policies.
   */
  LiveComparison settled(LiveComparison comparison) {
    if (comparison.changes().stream().noneMatch(SettledSchema::needsServer)) {
      return comparison;
    }
    Schema wanted = comparison.schema().resolution().schema();
    try (ShadowDatabase shadow = servers.open(wanted.target())) {
      settings.progress().now("comparing texts as " + wanted.target() + " spells them");
      List<String> refused = build(wanted, shadow);
      Schema read = ServerSchema.normalize(read(shadow).schema());
      LiveComparison settled =
          comparison.withManaged(SettledSchema.of(comparison.managed().schema(), wanted, read));
      boolean all = settled.changes().stream().noneMatch(SettledSchema::needsServer);
      for (Diagnostic remark : remarks()) {
        settled = settled.saying(remark);
      }
      return refused.isEmpty() || all ? settled : settled.saying(asWritten(refused.getFirst()));
    } catch (ShadowFailure e) {
      return comparison.saying(asWritten(e.getMessage()));
    } catch (ServerFailure e) {
      return comparison.saying(asWritten(e.getMessage()));
    }
  }

  /** Makes as much of the schema as can be made, and says what the server answered to the rest. */
  private static List<String> build(Schema wanted, ShadowDatabase shadow) {
    Target target = wanted.target();
    Plan plan =
        Planner.plan(
            Schema.empty(target),
            SettledSchema.withExternals(wanted),
            Evolution.none(),
            Strategy.DIRECT,
            Dialects.patterns(target));
    List<String> statements = new ArrayList<>();
    for (Step step : plan.steps()) {
      statements.addAll(MigrationScript.statements(step, Dialects.printer(target)));
    }
    List<String> refused = new ArrayList<>();
    for (String sql : statements) {
      try {
        shadow.run(sql);
      } catch (ShadowFailure e) {
        refused.add(e.getMessage());
      }
    }
    return refused;
  }

  private List<Diagnostic> remarks() {
    return servers.remarks().stream()
        .map(
            r ->
                Diagnostic.of(Code.SC6026, Span.NONE, r)
                    .withHelp("`SCHEMAC_SHADOW=embedded` asks no Docker engine"))
        .toList();
  }

  private static Diagnostic asWritten(String reason) {
    return Diagnostic.of(
            Code.SC6024,
            Span.NONE,
            "texts of views, bodies and expressions were compared as written: " + reason)
        .withHelp("what the server spells in another way may be shown as different; " + GIVE_ONE);
  }

  private static Diagnostic unavailable(String reason) {
    return Diagnostic.of(Code.SC6020, Span.NONE, "there is no shadow database: " + reason)
        .withHelp(GIVE_ONE);
  }

  private static Diagnostic diagnostic(ShadowFailure e) {
    return switch (e.kind()) {
      case UNAVAILABLE -> unavailable(e.getMessage());
      case OTHER_SERVER ->
          Diagnostic.of(Code.SC6013, Span.NONE, e.getMessage())
              .withHelp("a shadow database is of the target's dialect and major version");
      case NOT_EMPTY ->
          Diagnostic.of(Code.SC6021, Span.NONE, e.getMessage())
              .withHelp("a shadow database is emptied after use, so it must not hold anything");
      case STATEMENT, BEYOND ->
          Diagnostic.of(Code.SC6022, Span.NONE, e.getMessage()).withSeverity(Severity.ERROR);
    };
  }
}
