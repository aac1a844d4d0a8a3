package dev.schemac.cli.project;

import dev.schemac.model.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The files of a new project. */
public final class ProjectTemplate {
  /** Where a new project's schema is, in the project's folder. */
  public static final String SCHEMA_FOLDER = "schema";

  private static final String CONFIG =
      """
      [project]
      name = "%s"
      schema = "schema"                  # folder or file
      main-branch = "main"
      targets = [%s]

      [migrations]
      dir = "migrations"
      layout = "schemac"                 # or "flyway"
      strategy = "online"                # or "direct": the shortest way, for a maintenance window

      [policy]
      loss = "words"                     # losing data takes a word in the schema

      # [env.staging]
      # url = "env:STAGING_DATABASE_URL" # never a literal password
      """;

  private static final String EXAMPLE =
      """
      // `?` behind a type: may be NULL. Without it a column is NOT NULL.

      mixin Timestamps {
        created_at timestamptz default now()
        updated_at timestamptz default now() on update now()
      }

      /// Who can sign in.
      table users with Timestamps {
        id    uuid         primary key default uuid()
        email varchar(255) unique
        name  varchar(120)?
      }
      """;

  private static final String WORKFLOW =
      """
      name: schema
      on:
        pull_request:
      jobs:
        schema:
          runs-on: ubuntu-latest
          steps:
            - uses: actions/checkout@v4
              with:
                fetch-depth: 0         # the plan starts at the merge base
            - run: schemac fmt --check
            - run: schemac check --format github
            - run: schemac plan --format markdown >> "$GITHUB_STEP_SUMMARY"
      """;

  private ProjectTemplate() {}

  /**
   * Paths below the project's folder, with their texts.
   *
   * @param schema the {@code .schema} files by their path in the schema's folder
   */
  public static Map<String, String> files(
      String name, List<Target> targets, Map<String, String> schema, boolean workflow) {
    String listed =
        targets.isEmpty()
            ? "\"postgres:15\""
            : targets.stream().map(t -> "\"" + t + "\"").collect(Collectors.joining(", "));
    Map<String, String> files = new LinkedHashMap<>();
    files.put(Project.FILE, CONFIG.formatted(escaped(name), listed));
    schema.forEach((path, text) -> files.put(SCHEMA_FOLDER + "/" + path, text));
    if (workflow) {
      files.put(".github/workflows/schema.yml", WORKFLOW);
    }
    return files;
  }

  /** A first schema to edit. MySQL's timestamps with a time zone end in 2038. */
  public static Map<String, String> example(List<Target> targets) {
    boolean mysql = targets.stream().anyMatch(Target::isMySql);
    return Map.of("main.schema", mysql ? EXAMPLE.replace("timestamptz", "timestamp") : EXAMPLE);
  }

  private static String escaped(String name) {
    return name.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
