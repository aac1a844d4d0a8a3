package dev.schemac.emit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Severity;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Target;
import dev.schemac.source.SourceDecoder;
import dev.schemac.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out which tool a migration folder belongs to, and what that tool would run. */
public final class ReplayFolderReader {
  private static final String JOURNAL = "meta/_journal.json";
  private static final Pattern CODE =
      Pattern.compile(".*\\.(?:js|cjs|mjs|ts|cts|java|kt|py|rb|go|php|xml|ya?ml)");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}\\r\\n]+}");

  private final Path folder;
  private final String shown;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private ReplayFolderReader(Path folder, String shown) {
    this.folder = folder;
    this.shown = shown;
  }

  /**
   * Reads the folder, or its part for that kind of server where it has one.
   *
   * @param shown how people see the folder
   * @param version the last migration that is wanted; all where absent
   */
  public static ReplayFolder read(
      Path folder, String shown, Target target, Optional<String> version) {
    Path part = folder.resolve(target.label());
    boolean parted = Files.isDirectory(part);
    String name = parted ? shown + "/" + target.label() : shown;
    ReplayFolderReader reader = new ReplayFolderReader(parted ? part : folder, name);
    try {
      List<ReplayFolder.Script> scripts = reader.upTo(reader.scripts(), version);
      return new ReplayFolder(scripts, reader.diagnostics);
    } catch (IOException e) {
      Diagnostic unreadable =
          Diagnostic.of(Code.SC6001, Span.ofFile(name), "cannot read `" + name + "`");
      return new ReplayFolder(List.of(), List.of(unreadable));
    }
  }

  private List<ReplayFolder.Script> scripts() throws IOException {
    List<String> paths = paths();
    ReplayLayout layout = layout(paths);
    if (layout == ReplayLayout.JOURNAL) {
      return journal();
    }
    List<ReplayFolder.Script> scripts = new ArrayList<>();
    Set<String> others = new TreeSet<>();
    for (String path : paths) {
      Matcher matcher = layout.match(path);
      if (matcher.matches()) {
        String id = matcher.group("id");
        String version = matcher.group("version");
        scripts.add(script(path, id, version == null ? id : version));
      } else {
        others.add(path);
      }
    }
    scripts.sort(layout.order());
    report(layout, others);
    if (scripts.isEmpty() && diagnostics.isEmpty()) {
      refuse("`" + shown + "` holds no migration");
    }
    return layout == ReplayLayout.FLYWAY ? flyway(scripts) : scripts;
  }

  private List<String> paths() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(path -> !("/" + path).contains("/."))
          .sorted()
          .toList();
    }
  }

  private static ReplayLayout layout(List<String> paths) {
    if (paths.contains(JOURNAL)) {
      return ReplayLayout.JOURNAL;
    }
    for (ReplayLayout layout : ReplayLayout.values()) {
      if (paths.stream().anyMatch(path -> layout.match(path).matches())) {
        return layout;
      }
    }
    return ReplayLayout.NUMBERED;
  }

  private ReplayFolder.Script script(String path, String id, String version) throws IOException {
    SourceDecoder.Decoded decoded =
        SourceDecoder.decode(shown + "/" + path, Files.readAllBytes(folder.resolve(path)));
    diagnostics.addAll(decoded.diagnostics());
    SourceText text = decoded.source();
    return new ReplayFolder.Script(
        id, version, new SourceText(text.name(), ReplayLayout.forward(text.text())));
  }

  /**
   * A migration in a programming language changes the schema too; a script of no number does not.
   */
  private void report(ReplayLayout layout, Set<String> others) {
    for (String path : others) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      boolean nested = path.indexOf('/') >= 0;
      boolean flat = layout == ReplayLayout.UP_SUFFIX || layout == ReplayLayout.NUMBERED;
      if (CODE.matcher(name).matches() && !(flat && nested)) {
        diagnostics.add(
            Diagnostic.of(
                    Code.SC6023,
                    Span.ofFile(shown + "/" + path),
                    "a migration in code cannot be replayed")
                .withHelp(
                    "run the tool on a database of your own and read that: `jdbc:…`, or dump it and"
                        + " use `sql:FILE`"));
      } else if (name.endsWith(".sql") && !isWayBack(name)) {
        diagnostics.add(
            Diagnostic.of(
                    Code.SC6023,
                    Span.ofFile(shown + "/" + path),
                    "this script is no migration of its folder: left out")
                .withSeverity(Severity.NOTE));
      }
    }
  }

  private static boolean isWayBack(String name) {
    return name.equals("down.sql") || name.endsWith(".down.sql") || name.matches("U[0-9._]+__.*");
  }

  /** A baseline script stands for all that is not newer; placeholders are for its own runner. */
  private List<ReplayFolder.Script> flyway(List<ReplayFolder.Script> scripts) throws IOException {
    int baseline = -1;
    for (int i = 0; i < scripts.size(); i++) {
      baseline = scripts.get(i).id().startsWith("B") ? i : baseline;
    }
    List<ReplayFolder.Script> run =
        baseline < 0 ? scripts : scripts.subList(baseline, scripts.size());
    for (ReplayFolder.Script script : run) {
      Matcher placeholder = PLACEHOLDER.matcher(script.text().text());
      if (placeholder.find() && !keepsPlaceholders(script)) {
        refuse(
            "`"
                + script.text().name()
                + "` needs a value for `"
                + placeholder.group()
                + "`, which Flyway's configuration holds");
      }
    }
    String skipped = baseline < 0 ? "" : scripts.get(baseline).version();
    return run.stream()
        .filter(s -> s.id().startsWith("B") || !s.version().equals(skipped) || skipped.isEmpty())
        .toList();
  }

  private boolean keepsPlaceholders(ReplayFolder.Script script) throws IOException {
    String below = script.text().name().substring(shown.length() + 1);
    Path settings = folder.resolve(below + ".conf");
    return Files.exists(settings)
        && Files.readString(settings).replace(" ", "").contains("placeholderReplacement=false");
  }

  private List<ReplayFolder.Script> journal() throws IOException {
    List<ReplayFolder.Script> scripts = new ArrayList<>();
    try {
      JsonObject journal =
          JsonParser.parseString(Files.readString(folder.resolve(JOURNAL))).getAsJsonObject();
      for (JsonElement entry : journal.getAsJsonArray("entries")) {
        String tag = entry.getAsJsonObject().get("tag").getAsString();
        String number = tag.replaceAll("_.*", "");
        if (Files.exists(folder.resolve(tag + ".sql"))) {
          scripts.add(script(tag + ".sql", tag, number));
        } else {
          refuse("the journal names `" + tag + "`, which is not there");
        }
      }
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      refuse("`" + shown + "/" + JOURNAL + "` is no journal");
    }
    return scripts;
  }

  private List<ReplayFolder.Script> upTo(
      List<ReplayFolder.Script> scripts, Optional<String> version) {
    if (version.isEmpty()) {
      return scripts;
    }
    int last = -1;
    for (int i = 0; i < scripts.size(); i++) {
      last = scripts.get(i).isMeant(version.get()) ? i : last;
    }
    if (last < 0 && !scripts.isEmpty()) {
      refuse(
          "`"
              + shown
              + "` has no migration `"
              + version.get()
              + "`; the newest is `"
              + scripts.getLast().id()
              + "`");
    }
    return last < 0 ? List.of() : scripts.subList(0, last + 1);
  }

  private void refuse(String message) {
    diagnostics.add(Diagnostic.of(Code.SC6023, Span.ofFile(shown), message));
  }
}
