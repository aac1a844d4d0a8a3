package dev.schemac.dialect.postgres;

import dev.schemac.model.ObjectPath;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.SourceQuoting;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sequences, and the sequence options of identity columns. */
final class SequenceSql {
  private final Syntax syntax;

  /** What a server takes where an option is not given (manual, "CREATE SEQUENCE"). */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "as",
          "bigint",
          "increment",
          "1",
          "min",
          "none",
          "max",
          "none",
          "cache",
          "1",
          "cycle",
          "false");

  SequenceSql(Syntax syntax) {
    this.syntax = syntax;
  }

  /** Its owner comes later, since the owner's default needs the sequence. */
  List<String> create(SchemaObject.Sequence sequence) {
    boolean unlogged = "true".equals(sequence.options().get("unlogged"));
    SqlWriter sql =
        syntax
            .start(unlogged ? "CREATE UNLOGGED SEQUENCE" : "CREATE SEQUENCE")
            .name(sequence.name());
    options(sql, sequence.options());
    List<String> texts = new ArrayList<>(List.of(sql.text()));
    if (sequence.options().containsKey("owner")) {
      texts.add(owner(sequence, sequence.options().get("owner")));
    }
    return texts;
  }

  /** {@code ALTER SEQUENCE}; nothing where only the comment differs. */
  List<String> alter(SchemaObject.Sequence before, SchemaObject.Sequence after) {
    SortedMap<String, String> changed = changes(before.options(), after.options());
    boolean owner = !before.ownedBy().equals(after.ownedBy());
    if (changed.isEmpty() && !owner) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    String logged = changed.remove("unlogged");
    if (logged != null) {
      SqlWriter sql = syntax.start("ALTER SEQUENCE").name(after.name()).phrase("SET");
      texts.add(sql.phrase(logged.equals("true") ? "UNLOGGED" : "LOGGED").text());
    }
    String role = changed.remove("owner");
    if (role != null) {
      texts.add(owner(after, role));
    }
    if (changed.isEmpty() && !owner) {
      return texts;
    }
    texts.addAll(SequenceBounds.moved(before, after));
    SqlWriter sql = syntax.start("ALTER SEQUENCE").name(after.name());
    options(sql, changed);
    if (owner) {
      ownedBy(sql, after.ownedBy());
    }
    texts.add(sql.text());
    return texts;
  }

  private String owner(SchemaObject.Sequence sequence, String role) {
    SqlWriter sql = syntax.start("ALTER SEQUENCE").name(sequence.name());
    return Ownership.to(sql, role.isEmpty() ? null : role);
  }

  private void ownedBy(SqlWriter sql, Optional<ObjectPath> column) {
    sql.phrase("OWNED BY");
    column.ifPresentOrElse(
        c -> syntax.column(sql, c.owner(), c.member()), () -> sql.phrase("NONE"));
  }

  /** What differs, with the server's own default where an option is gone. */
  static SortedMap<String, String> changes(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    TreeMap<String, String> changed = new TreeMap<>();
    TreeMap<String, String> all = new TreeMap<>(before);
    all.putAll(after);
    for (String key : all.keySet()) {
      if (!Objects.equals(before.get(key), after.get(key))) {
        changed.put(key, after.getOrDefault(key, DEFAULTS.getOrDefault(key, "")));
      }
    }
    changed.remove("start");
    if (!start(before).equals(start(after))) { // the server moves none along with a bound
      changed.put("start", start(after));
    }
    if (SequenceBounds.isUp(before) != SequenceBounds.isUp(after)) {
      // The server goes on with the bounds that it once chose for the other direction, and where
      // the type changes too, even NO MAXVALUE means those.
      boolean up = SequenceBounds.isUp(after);
      changed.put("min", after.getOrDefault("min", up ? "1" : "none"));
      changed.put("max", after.getOrDefault("max", up ? "none" : "-1"));
    }
    if (SequenceBounds.areApart(before, after)) {
      changed.put("restart", start(after));
    }
    return changed;
  }

  /** One that goes up starts at its least value, another at its greatest. */
  private static String start(SortedMap<String, String> options) {
    boolean up = SequenceBounds.isUp(options);
    String bound = options.getOrDefault(up ? "min" : "max", "none");
    String usual = !bound.equalsIgnoreCase("none") ? bound : up ? "1" : "-1";
    return options.getOrDefault("start", usual);
  }

  static void options(SqlWriter sql, SortedMap<String, String> options) {
    options.forEach((key, value) -> option(sql, key, value));
  }

  static void option(SqlWriter sql, String key, String value) {
    boolean none = value.equalsIgnoreCase("none");
    switch (key) {
      case "as" -> sql.phrase("AS").raw(value);
      case "start" -> sql.phrase("START WITH").raw(value);
      case "increment" -> sql.phrase("INCREMENT BY").raw(value);
      case "min" -> number(sql, none, "MINVALUE", value);
      case "max" -> number(sql, none, "MAXVALUE", value);
      case "cache" -> sql.phrase("CACHE").raw(value);
      case "cycle" -> sql.phrase(value.equals("true") ? "CYCLE" : "NO CYCLE");
      case "sequence" -> sql.phrase("SEQUENCE NAME").name(SourceQuoting.read(value));
      case "restart" -> sql.phrase("RESTART WITH").raw(value);
      case "unlogged" -> {}
      case "owner" -> {}
      default -> throw new IllegalArgumentException(key);
    }
  }

  private static void number(SqlWriter sql, boolean none, String word, String value) {
    if (none) {
      sql.phrase("NO").phrase(word);
    } else {
      sql.phrase(word).raw(value);
    }
  }
}
