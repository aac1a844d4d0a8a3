package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Index;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.StorageParameters;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Indexes. An index lives in the namespace of its table. */
final class IndexSql {
  private final Syntax syntax;
  private final KeySql keys;

  IndexSql(Syntax syntax) {
    this.syntax = syntax;
    this.keys = new KeySql(syntax);
  }

  List<String> create(QName table, Index index, Statement.Build build) {
    SqlWriter sql = syntax.start(index.unique() ? "CREATE UNIQUE INDEX" : "CREATE INDEX");
    concurrently(sql, build).identifier(index.name()).phrase("ON").name(table);
    if (!index.method().equals("btree")) {
      sql.phrase("USING").identifier(index.method());
    }
    keys.parts(sql, index.parts());
    keys.include(sql, index.include());
    if (index.nullsNotDistinct()) {
      sql.phrase("NULLS NOT DISTINCT");
    }
    storage(sql, index.options(), "TABLESPACE");
    index.predicate().ifPresent(p -> syntax.parenthesized(sql.phrase("WHERE"), p));
    List<String> texts = new ArrayList<>(List.of(sql.text()));
    texts.addAll(statistics(table.withName(index.name()), Options.none(), index.options()));
    return texts;
  }

  /** The targets that differ; one that is gone is the server's own again. */
  private List<String> statistics(
      QName index, SortedMap<String, String> before, SortedMap<String, String> after) {
    SortedMap<Integer, String> was = targets(before);
    SortedMap<Integer, String> is = targets(after);
    TreeSet<Integer> places = new TreeSet<>(was.keySet());
    places.addAll(is.keySet());
    List<String> texts = new ArrayList<>();
    for (Integer place : places) {
      String target = is.getOrDefault(place, "-1");
      if (!target.equals(was.getOrDefault(place, "-1"))) {
        SqlWriter sql = syntax.start("ALTER INDEX").name(index);
        sql.phrase("ALTER COLUMN").raw(place.toString());
        texts.add(sql.phrase("SET STATISTICS").raw(target).text());
      }
    }
    return texts;
  }

  /** {@code 1=400,3=100}: by the places of the index's own columns. */
  private static SortedMap<Integer, String> targets(SortedMap<String, String> options) {
    SortedMap<Integer, String> found = new TreeMap<>();
    for (String target : options.getOrDefault("statistics", "").split(",")) {
      int equals = target.indexOf('=');
      if (equals > 0) {
        found.put(
            Integer.valueOf(target.substring(0, equals).strip()),
            target.substring(equals + 1).strip());
      }
    }
    return found;
  }

  /** {@code WITH (…)} and the tablespace, whose words differ behind a constraint. */
  static void storage(SqlWriter sql, SortedMap<String, String> options, String tablespace) {
    List<Map.Entry<String, String>> parameters = StorageParameters.of(options);
    if (!parameters.isEmpty()) {
      sql.phrase("WITH");
      sql.parenthesized(parameters, e -> sql.raw(e.getKey()).phrase("=").raw(e.getValue()));
    }
    if (options.containsKey("tablespace")) {
      sql.phrase(tablespace).identifier(options.get("tablespace"));
    }
  }

  List<String> drop(QName table, Index index, Statement.Build build) {
    SqlWriter sql = concurrently(syntax.start("DROP INDEX"), build);
    return List.of(sql.name(table.withName(index.name())).text());
  }

  /** {@code ALTER INDEX i SET (…)}, {@code RESET (…)}, {@code SET TABLESPACE}. */
  List<String> options(QName table, TableAction.SetIndexOptions set) {
    QName index = table.withName(set.index());
    List<String> texts = new ArrayList<>();
    for (StorageParameters.Change change : StorageParameters.changes(set.before(), set.after())) {
      SqlWriter sql = syntax.start("ALTER INDEX").name(index);
      TableOptionSql.parameter(sql, change.key(), change.value());
      texts.add(sql.text());
    }
    String space = set.after().get("tablespace");
    if (!Objects.equals(set.before().get("tablespace"), space)) {
      SqlWriter sql = syntax.start("ALTER INDEX").name(index).phrase("SET TABLESPACE");
      texts.add(sql.identifier(space == null ? "pg_default" : space).text());
    }
    texts.addAll(statistics(index, set.before(), set.after()));
    texts.addAll(comment(index, set.before(), set.after()));
    return texts;
  }

  /** The comment of the index behind a key, beside that of the key. */
  private List<String> comment(
      QName index, SortedMap<String, String> before, SortedMap<String, String> after) {
    String comment = after.get("index_comment");
    if (Objects.equals(before.get("index_comment"), comment)) {
      return List.of();
    }
    SqlWriter sql = syntax.start("COMMENT ON INDEX").name(index).phrase("IS");
    return List.of((comment == null ? sql.phrase("NULL") : sql.string(comment)).text());
  }

  /** {@code ALTER INDEX}, which waits for nobody, unlike {@code ALTER TABLE index RENAME}. */
  List<String> rename(QName table, String from, String to) {
    SqlWriter sql = syntax.start("ALTER INDEX").name(table.withName(from));
    return List.of(sql.phrase("RENAME TO").identifier(to).text());
  }

  private static SqlWriter concurrently(SqlWriter sql, Statement.Build build) {
    return switch (build) {
      case PLAIN -> sql;
      case CONCURRENTLY -> sql.phrase("CONCURRENTLY");
    };
  }
}
