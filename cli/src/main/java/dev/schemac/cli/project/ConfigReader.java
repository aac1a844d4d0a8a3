package dev.schemac.cli.project;

import dev.schemac.cli.project.ProjectConfig.Blocking;
import dev.schemac.cli.project.ProjectConfig.Environment;
import dev.schemac.cli.project.ProjectConfig.Loss;
import dev.schemac.cli.project.ProjectConfig.Migrations;
import dev.schemac.cli.project.ProjectConfig.Policy;
import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Severity;
import dev.schemac.diagnostic.Span;
import dev.schemac.diff.IgnoreRule;
import dev.schemac.emit.Layout;
import dev.schemac.model.Target;
import dev.schemac.plan.CostModel;
import dev.schemac.plan.Strategy;
import dev.schemac.resolve.ResolveOptions.UuidStorage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/** Reads {@code schemac.toml}: every mistake is a diagnostic at its place, and the rest counts. */
final class ConfigReader {
  private static final Pattern LITERAL_PASSWORD =
      Pattern.compile("://[^/@:]+:[^/@]+@|[?&]password=", Pattern.CASE_INSENSITIVE);

  private final ConfigTable root;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private ConfigReader(String file, String text, TomlParseResult document) {
    TomlEntries entries = new TomlEntries(text, Optional.of(document));
    this.root = ConfigTable.root(file, text, entries, diagnostics);
  }

  /** The configuration, and what is wrong with it. */
  record Read(ProjectConfig config, List<Diagnostic> diagnostics) {}

  static Read read(String file, String text, String folderName) {
    TomlParseResult document = Toml.parse(text);
    ConfigReader reader = new ConfigReader(file, text, document);
    if (document.hasErrors()) {
      return new Read(ProjectConfig.defaults(), List.of(broken(file, text, document)));
    }
    ProjectConfig config = reader.config(folderName);
    return new Read(config, Diagnostics.tidy(reader.diagnostics, config));
  }

  /** The first mistake: what stands behind it cannot be trusted. */
  private static Diagnostic broken(String file, String text, TomlParseResult document) {
    TomlParseError error = document.errors().getFirst();
    int at = TomlEntries.offset(text, error.position());
    Span span = ConfigTable.span(file, text, at, at + 1);
    String message = error.getMessage();
    return Diagnostic.of(
        Code.SC6002, span, Character.toLowerCase(message.charAt(0)) + message.substring(1));
  }

  private ProjectConfig config(String folderName) {
    ConfigTable project = root.table("project");
    ConfigTable migrations = root.table("migrations");
    ConfigTable policy = root.table("policy");
    ConfigTable lint = policy.table("lint");
    ConfigTable drift = root.table("drift");
    ConfigTable env = root.table("env");
    ProjectConfig config =
        new ProjectConfig(
            project.string("name").orElse(folderName),
            project.string("schema").orElse("schema"),
            project.string("main-branch").orElse("main"),
            targets(project),
            uuidStorage(project),
            migrations(migrations),
            policy(policy),
            severities(lint),
            ignoreRules(drift),
            environments(env));
    for (ConfigTable table : List.of(project, migrations, policy, drift, root)) {
      table.reportUnknownKeys();
    }
    return config;
  }

  private static List<Target> targets(ConfigTable project) {
    List<Target> targets = new ArrayList<>();
    for (String text : project.strings("targets")) {
      Optional<Target> target = Target.parse(text);
      target.ifPresent(targets::add);
      if (target.isEmpty()) {
        project.reportElement(
            "targets",
            text,
            "`" + text + "` is no target",
            "a target is a dialect and its lowest server version: `postgres:15`, `mysql:8.4`,"
                + " `mariadb:10.11`");
      }
    }
    return targets;
  }

  private static List<IgnoreRule> ignoreRules(ConfigTable drift) {
    List<IgnoreRule> rules = new ArrayList<>();
    for (String text : drift.strings("ignore")) {
      Optional<IgnoreRule> rule = IgnoreRule.parse(text);
      rule.ifPresent(rules::add);
      if (rule.isEmpty()) {
        drift.reportElement(
            "ignore",
            text,
            "`" + text.substring(0, text.indexOf(':')) + "` is no kind of object",
            "a rule is a name, `*` for any characters, a kind in front where it matters:"
                + " `audit.*`, `table:spatial_ref_sys`");
      }
    }
    return rules;
  }

  private static UuidStorage uuidStorage(ConfigTable project) {
    return project.choice(
        "mysql-uuid",
        Map.of("char(36)", UuidStorage.CHAR36, "binary(16)", UuidStorage.BINARY16),
        UuidStorage.CHAR36);
  }

  private static Migrations migrations(ConfigTable table) {
    Map<String, Layout> layouts = new LinkedHashMap<>();
    for (Layout layout : Layout.values()) {
      layouts.put(layout.word(), layout);
    }
    return new Migrations(
        table.string("dir").orElse("migrations"),
        table.choice("layout", layouts, Layout.SCHEMAC),
        table.choice(
            "strategy",
            Map.of("online", Strategy.ONLINE, "direct", Strategy.DIRECT),
            Strategy.ONLINE));
  }

  private static Policy policy(ConfigTable table) {
    Loss loss = table.choice("loss", Map.of("words", Loss.WORDS, "allow", Loss.ALLOW), Loss.WORDS);
    Blocking blocking =
        table.choice(
            "blocking", Map.of("warn", Blocking.WARN, "refuse", Blocking.REFUSE), Blocking.REFUSE);
    OptionalLong rows = table.integer("max-rewrite-rows");
    CostModel.Rates assumed = CostModel.Rates.ASSUMED;
    CostModel.Rates rates =
        new CostModel.Rates(
            rate(table, "read-rate", assumed.read()), rate(table, "write-rate", assumed.written()));
    return new Policy(loss, blocking, rows, rates);
  }

  private static long rate(ConfigTable table, String key, long assumed) {
    OptionalLong rate = table.integer(key);
    if (rate.isPresent() && rate.getAsLong() < 1) {
      table.reportValue(
          key, "`" + key + "` is in megabytes a second", "write a whole number from 1");
      return assumed;
    }
    return rate.orElse(assumed);
  }

  private static Map<Code, Severity> severities(ConfigTable lint) {
    Map<String, Severity> words =
        Map.of("error", Severity.ERROR, "warning", Severity.WARNING, "note", Severity.NOTE);
    Map<Code, Severity> severities = new LinkedHashMap<>();
    for (String key : lint.keys()) {
      Severity severity = lint.choice(key, words, Severity.WARNING);
      Optional<Code> code = codeOf(key);
      code.ifPresent(c -> severities.put(c, severity));
      if (code.isEmpty()) {
        lint.reportKey(key, "`" + key + "` is no code of this version", Optional.empty());
      }
    }
    return severities;
  }

  private static Optional<Code> codeOf(String text) {
    for (Code code : Code.values()) {
      if (code.name().equals(text)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  private static Map<String, Environment> environments(ConfigTable env) {
    Map<String, Environment> environments = new LinkedHashMap<>();
    for (String name : env.keys()) {
      ConfigTable one = env.table(name);
      Optional<String> url = one.string("url");
      url.filter(u -> LITERAL_PASSWORD.matcher(u).find())
          .ifPresent(
              u ->
                  one.reportValue(
                      "url",
                      "a password must not stand in this file",
                      "write `url = \"env:DATABASE_URL\"` and set that variable"));
      url.ifPresent(u -> environments.put(name, new Environment(u)));
      one.reportUnknownKeys();
    }
    return environments;
  }
}
