package dev.schemac.golden;

import dev.schemac.plan.Effect;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page of the docs that shows what was measured, one row for each kind of step and server. */
final class ClaimTable {
  private static final Pattern ROW =
      Pattern.compile("\\| .* \\| \\[(?<name>[^]]+)]\\([^)]*\\), (?<strategy>[a-z]+) \\|");
  private static final String INTRODUCTION =
      """
      # What each step does to a live table, as measured

      A plan says of each step which locks it takes on which tables, what it reads whole, what it
      writes anew, and whether it runs inside a transaction. Each kind of step is run on real servers
      with rows in the tables and watched; this page is what was seen, and a test fails where a step
      claims anything else. The tables in a row are those of the case it was measured in.

      - *Locks* are the strongest on each table or view that was there before the plan. What every
        query takes (`ACCESS SHARE`) is left out. *Works* stands where a lock that others wait for is
        held while rows are read or written; every other one is held for a moment.
      - *InnoDB table lock*: what MariaDB takes on the tables whose foreign keys refer to the one that
        changes: it waits for their writers, and who writes to them meanwhile waits too.
      - *Reads* and *rewrites* name tables that are read from one end to the other, or get a new file.
      - *Transaction*: `shared` runs in one with its neighbours, `own` in one that ends behind it,
        `none` is refused by the server inside a transaction block or commits by itself.
      """;

  private record Line(StepKind kind, String cells) implements Comparable<Line> {
    @Override
    public int compareTo(Line other) {
      int byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : cells.compareTo(other.cells);
    }
  }

  /** Section → line → versions. */
  private final Map<String, SortedMap<Line, List<String>>> sections = new LinkedHashMap<>();

  void add(ClaimRun run, ClaimRun.Result result) {
    sections
        .computeIfAbsent(section(run.server()), s -> new TreeMap<>())
        .computeIfAbsent(new Line(result.kind(), cells(run, result)), l -> new ArrayList<>())
        .add(run.server().target().version().toString());
  }

  /** A row without its versions. */
  static String row(ClaimRun run, ClaimRun.Result result) {
    return row(result.kind().verb(), result.kind().pattern(), cells(run, result));
  }

  private static String row(String verb, String pattern, String cells) {
    return String.join(" | ", verb, pattern, cells);
  }

  /** The rows of a page that are about a server, without their versions. */
  static Set<String> rows(String page, ServerKind server) {
    Set<String> rows = new TreeSet<>();
    String current = "";
    for (String line : page.lines().toList()) {
      current = line.startsWith("## ") ? line.substring(3) : current;
      if (current.equals(section(server)) && ROW.matcher(line).matches()) {
        String[] cells = line.split(" \\| ", 4);
        if (List.of(cells[2].split(", ")).contains(server.target().version().toString())) {
          rows.add(row(cells[0].substring(2), cells[1], cells[3]));
        }
      }
    }
    return rows;
  }

  private static String cells(ClaimRun run, ClaimRun.Result result) {
    return locks(result)
        + " | "
        + names(result.measured().scans())
        + " | "
        + names(result.measured().rewrites())
        + " | "
        + transaction(result.step())
        + " | ["
        + run.golden().name()
        + "](../golden/"
        + run.golden().name()
        + "/plan.md), "
        + run.name().substring(run.name().lastIndexOf(' ') + 1)
        + " |";
  }

  private static String section(ServerKind server) {
    return switch (server) {
      case POSTGRES_OLD, POSTGRES_NEW -> "PostgreSQL";
      case MYSQL_OLD, MYSQL_NEW -> "MySQL";
      case MARIADB_OLD, MARIADB_NEW -> "MariaDB";
    };
  }

  private static String locks(ClaimRun.Result result) {
    Map<String, List<String>> tables = new TreeMap<>();
    result
        .measured()
        .locks()
        .forEach((table, mode) -> tables.computeIfAbsent(mode, m -> new ArrayList<>()).add(table));
    boolean works = result.step().effect().locks().stream().anyMatch(ClaimTable::keepsWaiting);
    String text =
        tables.entrySet().stream()
            .map(e -> "`" + e.getKey() + "` on " + String.join(", ", e.getValue()))
            .collect(Collectors.joining("; "));
    return text.isEmpty() ? "–" : works ? text + " – works" : text;
  }

  /** Whether others wait for the lock as long as the work takes. */
  static boolean keepsWaiting(Effect.Lock lock) {
    return lock.held() == Effect.Held.WORK
        && lock.blocks() != Effect.Blocks.NOBODY
        && !lock.mode().equals("row locks");
  }

  private static String names(SortedSet<String> tables) {
    return tables.isEmpty() ? "–" : String.join(", ", tables);
  }

  private static String transaction(Step step) {
    return step.effect().transaction().name().toLowerCase(java.util.Locale.ROOT);
  }

  String text() {
    StringBuilder text = new StringBuilder(INTRODUCTION);
    sections.forEach(
        (section, lines) -> {
          text.append("\n## ").append(section).append("\n\n");
          text.append(
              "| step | pattern | version | locks | reads | rewrites | transaction | measured in"
                  + " |\n");
          text.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
          lines.forEach(
              (line, versions) ->
                  text.append("| ")
                      .append(line.kind().verb())
                      .append(" | ")
                      .append(line.kind().pattern())
                      .append(" | ")
                      .append(String.join(", ", versions))
                      .append(" | ")
                      .append(line.cells())
                      .append('\n'));
        });
    return text.toString();
  }

  /** What stands in the columns of a page's rows for step and pattern. */
  static List<StepKind> kinds(String page, String section) {
    List<StepKind> kinds = new ArrayList<>();
    String current = "";
    for (String line : page.lines().toList()) {
      current = line.startsWith("## ") ? line.substring(3) : current;
      if (current.equals(section) && ROW.matcher(line).matches()) {
        String[] cells = line.split(" \\| ");
        kinds.add(new StepKind(cells[1], cells[0].substring(2), ""));
      }
    }
    return kinds;
  }

  /** Whether a row was measured in that run. */
  static boolean isOf(String row, ClaimRun run) {
    String strategy = run.name().substring(run.name().lastIndexOf(' ') + 1);
    return row.endsWith(
        "["
            + run.golden().name()
            + "](../golden/"
            + run.golden().name()
            + "/plan.md), "
            + strategy
            + " |");
  }

  /** The runs that a page names: {@code case, strategy}. */
  static Set<String> runs(String page) {
    Set<String> runs = new TreeSet<>();
    for (String line : page.lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        runs.add(row.group("name") + ", " + row.group("strategy"));
      }
    }
    return runs;
  }
}
