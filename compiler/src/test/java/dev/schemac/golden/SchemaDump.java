package dev.schemac.golden;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code pg_dump --schema-only} says about a database, by object. The order of the objects
 * plays no part.
 */
final class SchemaDump {
  private static final Pattern HEADING =
      Pattern.compile("(?m)^--\n-- Name: (.*); Type: ([A-Z ]+); Schema: (.*); Owner: (.*)\n--\n");
  private static final Pattern DEFAULTS = Pattern.compile("(?m)^SET default_(\\w+) = (.*);$");
  private static final Pattern SETTINGS =
      Pattern.compile("(?m)^(SET default_.*|\\\\(un)?restrict .*|-- PostgreSQL database dump.*)\n");
  private static final Pattern COLUMNS =
      Pattern.compile("(?s)(CREATE (?:UNLOGGED |FOREIGN )?TABLE .*? \\(\n)(.*?)(\n\\).*)");

  private static final Pattern LIST =
      Pattern.compile(
          "(?:CREATE STATISTICS .*? ON |ALTER PUBLICATION .* TABLE ONLY .*?\\("
              + "|BEGIN ATOMIC\\s+SELECT )([^()]+?)(?:\\s+FROM |\\))");

  private SchemaDump() {}

  /** Every object with its text. */
  static SortedMap<String, String> of(TestDatabase database) {
    return byObject(run(database));
  }

  /** The same where columns may stand in any order. */
  static SortedMap<String, String> inAnyOrder(TestDatabase database) {
    SortedMap<String, String> sorted = new TreeMap<>();
    of(database).forEach((name, text) -> sorted.put(name, sortColumns(text)));
    return sorted;
  }

  private static SortedMap<String, String> byObject(String dump) {
    SortedMap<String, String> objects = new TreeMap<>();
    SortedMap<String, String> defaults = new TreeMap<>();
    Matcher heading = HEADING.matcher(dump);
    int end = heading.find() ? heading.start() : dump.length();
    settings(dump.substring(0, end), defaults);
    while (end < dump.length()) {
      String name = heading.group(2) + " " + heading.group(3) + " " + heading.group(1);
      String owner = heading.group(4);
      String used = heading.group(2).equals("TABLE") ? " " + defaults : "";
      int start = heading.end();
      end = heading.find() ? heading.start() : dump.length();
      String text = dump.substring(start, end);
      settings(text, defaults);
      String stripped = SETTINGS.matcher(text).replaceAll("").strip();
      // The line that begins the next heading.
      stripped = stripped.replaceFirst("(\\s*\n--)+$", "");
      // Privileges have no order that means anything.
      String bare = name.startsWith("ACL ") ? sorted(stripped) : stripped;
      objects.merge(name, "owner " + owner + used + "\n" + bare, (a, b) -> a + "\n" + b);
    }
    return objects;
  }

  private static String sorted(String text) {
    return text.lines().sorted().collect(Collectors.joining("\n"));
  }

  /** A table's tablespace and access method stand in settings before it. */
  private static void settings(String text, SortedMap<String, String> defaults) {
    DEFAULTS.matcher(text).results().forEach(m -> defaults.put(m.group(1), m.group(2)));
  }

  private static String sortColumns(String text) {
    Matcher table = COLUMNS.matcher(text);
    if (!table.find()) {
      return sortList(text);
    }
    return text.substring(0, table.start(1))
        + table.group(1)
        + Arrays.stream(table.group(2).split(",\n(?=    \\S)"))
            .sorted()
            .collect(Collectors.joining(",\n"))
        + Arrays.stream(table.group(3).split("\n")).sorted().collect(Collectors.joining("\n"))
        + text.substring(table.end());
  }

  /** Statistics, publications and rows in bodies list columns in their table's order. */
  private static String sortList(String text) {
    Matcher list = LIST.matcher(text);
    return list.find()
        ? text.substring(0, list.start(1))
            + Arrays.stream(list.group(1).split(",\\s+")).sorted().collect(Collectors.joining(", "))
            + text.substring(list.end(1))
        : text;
  }

  private static String run(TestDatabase database) {
    Path bin = ServerBinaries.get().folder("clients").resolve("bin");
    List<String> command =
        List.of(
            bin.resolve("pg_dump").toString(),
            "--schema-only",
            "--host=127.0.0.1",
            "--port=" + database.server().port(),
            "--username=" + database.server().user(),
            database.name());
    try {
      Process dump = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (dump.waitFor() != 0) {
        throw new AssertionError("pg_dump failed: " + text);
      }
      return text;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("pg_dump did not run", e);
    }
  }
}
