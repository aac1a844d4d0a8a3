package dev.schemac.dialect.postgres;

import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.StorageParameters;
import dev.schemac.model.Table;
import dev.schemac.model.TableNames;
import dev.schemac.plan.ChangedParents;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A table's own options: some are words of CREATE TABLE, the rest storage parameters. */
final class TableOptionSql {
  private final Syntax syntax;

  TableOptionSql(Syntax syntax) {
    this.syntax = syntax;
  }

  boolean isUnlogged(SortedMap<String, String> options) {
    return "true".equals(options.get("unlogged"));
  }

  void inherits(SqlWriter sql, SortedMap<String, String> options) {
    if (options.containsKey("inherits")) {
      sql.phrase("INHERITS");
      sql.parenthesized(TableNames.read(options.get(Table.INHERITS)), sql::name);
    }
  }

  /** What stands behind the closing parenthesis of CREATE TABLE. */
  void create(SqlWriter sql, SortedMap<String, String> options) {
    if (options.containsKey("access_method")) {
      sql.phrase("USING").identifier(options.get("access_method"));
    }
    parameters(sql, options);
    if (options.containsKey("tablespace")) {
      sql.phrase("TABLESPACE").identifier(options.get("tablespace"));
    }
  }

  private static void parameters(SqlWriter sql, SortedMap<String, String> options) {
    List<Map.Entry<String, String>> found = StorageParameters.of(options);
    if (!found.isEmpty()) {
      sql.phrase("WITH");
      sql.parenthesized(found, e -> sql.raw(e.getKey()).phrase("=").raw(e.getValue()));
    }
  }

  /** Options that CREATE TABLE has no words for. */
  List<String> afterCreate(Table table) {
    TreeMap<String, String> later = new TreeMap<>();
    for (String key :
        List.of("row_security", "force_row_security", "owner", "replica_identity", Table.OF)) {
      if (table.options().containsKey(key)) {
        later.put(key, table.options().get(key));
      }
    }
    // Its index comes later, and with it the statement that says so.
    if (!IndexMarks.named(later).isEmpty()) {
      later.remove("replica_identity");
    }
    return alter(table.name(), Options.none(), later);
  }

  /** The statements that bring a table's options from one state to the next. */
  List<String> alter(
      QName table, SortedMap<String, String> before, SortedMap<String, String> after) {
    List<String> texts = new ArrayList<>();
    TreeMap<String, String> all = new TreeMap<>(before);
    all.putAll(after);
    for (String key : all.keySet()) {
      String old = before.get(key);
      String now = after.get(key);
      if (!Objects.equals(old, now)
          && !StorageParameters.is(key)
          && !key.equals(StorageParameters.ORDER)) {
        texts.addAll(one(table, key, old, now));
      }
    }
    for (StorageParameters.Change change : StorageParameters.changes(before, after)) {
      SqlWriter sql = syntax.start("ALTER TABLE").name(table);
      parameter(sql, change.key(), change.value());
      texts.add(sql.text());
    }
    return texts;
  }

  /** {@code SET (…)}, or {@code RESET (…)} where there is no value. */
  static void parameter(SqlWriter sql, String key, Optional<String> value) {
    value.ifPresentOrElse(
        now -> sql.phrase("SET (").raw(key).phrase("=").raw(now).close(")"),
        () -> sql.phrase("RESET (").raw(key).close(")"));
  }

  /** One statement for each parent that goes or comes. */
  private List<String> inherit(QName table, String old, String now) {
    List<QName> was = old == null ? List.of() : TableNames.read(old);
    List<QName> is = now == null ? List.of() : TableNames.read(now);
    List<QName> kept = ChangedParents.kept(was, is);
    List<String> texts = new ArrayList<>();
    for (QName parent : was) {
      if (!kept.contains(parent)) {
        texts.add(syntax.start("ALTER TABLE").name(table).phrase("NO INHERIT").name(parent).text());
      }
    }
    for (QName parent : is) {
      if (!kept.contains(parent)) {
        texts.add(syntax.start("ALTER TABLE").name(table).phrase("INHERIT").name(parent).text());
      }
    }
    return texts;
  }

  private List<String> one(QName table, String key, String old, String now) {
    SqlWriter sql = syntax.start("ALTER TABLE").name(table);
    boolean on = now != null && !now.equals("false");
    switch (key) {
      case "unlogged" -> sql.phrase(on ? "SET UNLOGGED" : "SET LOGGED");
      case "tablespace" ->
          sql.phrase("SET TABLESPACE").identifier(now == null ? "pg_default" : now);
      case "access_method" ->
          sql.phrase("SET ACCESS METHOD").identifier(now == null ? "heap" : now);
      case "owner" -> {
        return List.of(Ownership.to(sql, now));
      }
      case "replica_identity" -> replicaIdentity(sql, now);
      case "row_security" ->
          sql.phrase(on ? "ENABLE ROW LEVEL SECURITY" : "DISABLE ROW LEVEL SECURITY");
      case "force_row_security" ->
          sql.phrase(on ? "FORCE ROW LEVEL SECURITY" : "NO FORCE ROW LEVEL SECURITY");
      case "cluster" -> {
        if (now == null) {
          sql.phrase("SET WITHOUT CLUSTER");
        } else {
          sql.phrase("CLUSTER ON").identifier(now);
        }
      }
      case Table.OF -> {
        if (now == null) {
          sql.phrase("NOT OF");
        } else {
          sql.phrase("OF").name(TableNames.read(now).getFirst());
        }
      }
      case Table.INHERITS -> {
        return inherit(table, old, now);
      }
      default -> parameter(sql, key, Optional.ofNullable(now));
    }
    return List.of(sql.text());
  }

  /** Of a table or, by the same words, of a materialized view. */
  static String replicaIdentity(SqlWriter sql, String value) {
    sql.phrase("REPLICA IDENTITY");
    String word = value == null ? "default" : value;
    if (Set.of("default", "full", "nothing").contains(word)) {
      sql.phrase(word.toUpperCase(Locale.ROOT));
    } else {
      sql.phrase("USING INDEX").identifier(word);
    }
    return sql.text();
  }
}
