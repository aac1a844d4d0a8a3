package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Index;
import dev.schemac.model.QName;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

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
    texts.addAll(statistics(table, index));
    return texts;
  }

  /** {@code 1=400,3=100}: by the places of the index's own columns. */
  private List<String> statistics(QName table, Index index) {
    List<String> texts = new ArrayList<>();
    String targets = index.options().getOrDefault("statistics", "");
    for (String target : targets.isEmpty() ? List.<String>of() : List.of(targets.split(","))) {
      int equals = target.indexOf('=');
      SqlWriter sql = syntax.start("ALTER INDEX").name(table.withName(index.name()));
      sql.phrase("ALTER COLUMN").raw(target.substring(0, equals));
      texts.add(sql.phrase("SET STATISTICS").raw(target.substring(equals + 1)).text());
    }
    return texts;
  }

  /** {@code WITH (…)} and the tablespace, whose words differ behind a constraint. */
  static void storage(SqlWriter sql, SortedMap<String, String> options, String tablespace) {
    List<Map.Entry<String, String>> parameters =
        StorageOrder.of(options, key -> !key.equals("tablespace") && !key.equals("statistics"));
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
    List<String> texts = new ArrayList<>();
    TreeMap<String, String> all = new TreeMap<>(set.before());
    all.putAll(set.after());
    for (Map.Entry<String, String> e : StorageOrder.of(all, key -> true)) {
      String key = e.getKey();
      String now = set.after().get(key);
      if (!Objects.equals(set.before().get(key), now)) {
        SqlWriter sql = syntax.start("ALTER INDEX").name(table.withName(set.index()));
        option(sql, key, now);
        texts.add(sql.text());
      }
    }
    return texts;
  }

  private static void option(SqlWriter sql, String key, String now) {
    if (key.equals("tablespace")) {
      sql.phrase("SET TABLESPACE").identifier(now == null ? "pg_default" : now);
    } else if (now == null) {
      sql.phrase("RESET (").raw(key).close(")");
    } else {
      sql.phrase("SET (").raw(key).phrase("=").raw(now).close(")");
    }
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
