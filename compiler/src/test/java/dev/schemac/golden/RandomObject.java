package dev.schemac.golden;

import dev.schemac.golden.RandomSchema.RandomColumn;
import dev.schemac.golden.RandomSchema.RandomTable;
import dev.schemac.model.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What stands beside the tables and mostly depends on one. */
final class RandomObject {
  private static final String TEXT = "\"\"\"";

  final Kind kind;
  final String name;
  final RandomTable table;
  final List<RandomColumn> columns = new ArrayList<>();
  String newName = "";

  /** What stands before names in texts, of a namespace that is not the default one. */
  String scope = "";

  /** The view that a view is over. */
  RandomObject below;

  boolean isNew;

  /** Stands wherever a number fits, so that there is something to change. */
  int number;

  /** What exists on both kinds of server, and what on PostgreSQL alone. */
  enum Kind {
    VIEW(true),
    FUNCTION(true),
    COUNTING_FUNCTION(true),
    TRIGGER(true),
    MATERIALIZED_VIEW(false),
    SEQUENCE(false),
    POLICY(false),
    GRANT(false),
    DOMAIN(false);

    private final boolean everywhere;

    Kind(boolean everywhere) {
      this.everywhere = everywhere;
    }

    boolean isOn(Dialect dialect) {
      return everywhere || dialect == Dialect.POSTGRES;
    }

    boolean canBeRenamed() {
      return this == VIEW || this == SEQUENCE || this == MATERIALIZED_VIEW || this == POLICY;
    }
  }

  RandomObject(Kind kind, String name, RandomTable table) {
    this.kind = kind;
    this.name = name;
    this.table = table;
  }

  String currentName() {
    return newName.isEmpty() ? name : newName;
  }

  /** Whether it would not be without the column. */
  boolean uses(RandomColumn column) {
    return columns.contains(column);
  }

  boolean uses(RandomTable other) {
    return table == other && standsOnTable() && below == null;
  }

  boolean standsOnTable() {
    return switch (kind) {
      case FUNCTION, SEQUENCE, DOMAIN -> false;
      case VIEW, COUNTING_FUNCTION, TRIGGER, MATERIALIZED_VIEW, POLICY, GRANT -> true;
    };
  }

  private String header() {
    return newName.isEmpty() ? name : newName + " was " + name;
  }

  String source(Dialect dialect) {
    return switch (kind) {
      case VIEW ->
          "view " + header() + " = " + TEXT + selected() + " where 0 < " + number + TEXT + "\n";
      case MATERIALIZED_VIEW ->
          "materialized view "
              + header()
              + " = "
              + TEXT
              + selected()
              + TEXT
              + " {\n  index "
              + name
              + "_key (a0)\n}\n";
      case FUNCTION ->
          "function " + name + "(a int) returns int " + body(dialect, "a + " + number, "immutable");
      case COUNTING_FUNCTION ->
          "function "
              + name
              + "() returns bigint "
              + body(
                  dialect,
                  "(select count(*) + " + number + " from " + scope + table.name + ")",
                  "stable");
      case TRIGGER -> trigger(dialect);
      case SEQUENCE -> "sequence " + header() + " start 5 increment " + (1 + number) + "\n";
      case POLICY ->
          "policy " + header() + " on " + table.name + " for select using (" + condition() + ")\n";
      case GRANT ->
          "grant "
              + (number % 2 == 0 ? "select" : "select, insert")
              + " on "
              + table.name
              + " to public\n";
      case DOMAIN ->
          "domain " + name + " = int check " + name + "_low (value >= -" + number + ")\n";
    };
  }

  /** The names of a view's columns stay where those of its table change. */
  private String selected() {
    if (below != null) {
      return "select a0 as b0 from " + scope + below.currentName();
    }
    List<String> names = new ArrayList<>();
    for (RandomColumn column : columns) {
      names.add(column.name + " as a" + names.size());
    }
    return "select " + String.join(", ", names) + " from " + scope + table.name;
  }

  private String condition() {
    return columns.stream().map(c -> c.name + " is not null").collect(Collectors.joining(" and "));
  }

  private String body(Dialect dialect, String expression, String volatility) {
    return switch (dialect) {
      case POSTGRES ->
          "language sql " + volatility + " = " + TEXT + "select " + expression + TEXT + "\n";
      case MYSQL -> {
        String words = volatility.equals("immutable") ? "deterministic" : "reads sql data";
        yield words + " = " + TEXT + "return " + expression + TEXT + "\n";
      }
    };
  }

  private String trigger(Dialect dialect) {
    String column = columns.getFirst().name;
    return switch (dialect) {
      case POSTGRES ->
          "function "
              + name
              + "_fn() returns trigger language plpgsql = "
              + TEXT
              + "begin /* "
              + number
              + " */ return new; end"
              + TEXT
              + "\n\ntrigger "
              + name
              + " before update of "
              + column
              + " on "
              + table.name
              + " for each row when (new."
              + column
              + " is null) execute function "
              + name
              + "_fn()\n";
      case MYSQL ->
          "trigger "
              + name
              + " before update on "
              + table.name
              + " = "
              + TEXT
              + "set @seen = new."
              + column
              + ", @number = "
              + number
              + TEXT
              + "\n";
    };
  }
}
