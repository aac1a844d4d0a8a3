package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Index;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.StorageParameters;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Views and materialised views; the indexes of the latter are made with them. */
final class ViewSql {
  /**
   * {@code default.c}: what an insert into the view gets for column {@code c}; the others are a
   * materialized view's.
   */
  private static final Set<String> OF_COLUMNS =
      Set.of(
          "default", "storage", "compression", "statistics", "n_distinct", "n_distinct_inherited");

  private static final Set<String> SAID_LATER = Set.of("cluster", "owner", "replica_identity");

  private final Syntax syntax;
  private final IndexSql indexes;

  ViewSql(Syntax syntax) {
    this.syntax = syntax;
    this.indexes = new IndexSql(syntax);
  }

  List<String> create(SchemaObject.View view) {
    return create(view, view.materialized() ? "CREATE MATERIALIZED VIEW" : "CREATE VIEW");
  }

  List<String> replace(SchemaObject.View view) {
    return create(view, "CREATE OR REPLACE VIEW");
  }

  private List<String> create(SchemaObject.View view, String words) {
    List<String> texts = new ArrayList<>();
    SqlWriter sql = syntax.start(words).name(view.name());
    if (!view.columns().isEmpty()) {
      syntax.columns(sql, view.columns());
    }
    if (view.options().containsKey("access_method")) {
      sql.phrase("USING").identifier(view.options().get("access_method"));
    }
    options(sql, view);
    if (view.options().containsKey("tablespace")) {
      sql.phrase("TABLESPACE").identifier(view.options().get("tablespace"));
    }
    sql.phrase("AS").line(0).raw(view.query());
    if (view.options().containsKey("no data")) {
      sql.line(0).phrase("WITH NO DATA");
    }
    texts.add(sql.text());
    for (Index index : view.indexes()) {
      texts.addAll(indexes.create(view.name(), index, Statement.Build.PLAIN));
    }
    view.options()
        .forEach(
            (key, value) -> {
              if (columnOf(key).isPresent() || SAID_LATER.contains(key)) {
                texts.add(option(view, key, value));
              }
            });
    return texts;
  }

  /** The column that an option speaks of. */
  private static Optional<String> columnOf(String key) {
    int dot = key.indexOf('.');
    return dot > 0 && OF_COLUMNS.contains(key.substring(0, dot))
        ? Optional.of(key.substring(dot + 1))
        : Optional.empty();
  }

  private static void options(SqlWriter sql, SchemaObject.View view) {
    List<Map.Entry<String, String>> found = StorageParameters.of(view.options());
    if (!found.isEmpty()) {
      sql.phrase("WITH");
      sql.parenthesized(found, e -> sql.raw(e.getKey()).phrase("=").raw(e.getValue()));
    }
  }

  private SqlWriter alter(SchemaObject.View view) {
    return syntax
        .start(view.materialized() ? "ALTER MATERIALIZED VIEW" : "ALTER VIEW")
        .name(view.name());
  }

  /** Options alone; another query is a new view. */
  List<String> alter(SchemaObject.View before, SchemaObject.View after) {
    List<String> texts = new ArrayList<>();
    TreeMap<String, String> all = new TreeMap<>(before.options());
    all.putAll(after.options());
    for (String key : all.keySet()) {
      String now = after.options().get(key);
      boolean parameter = StorageParameters.is(key) || key.equals(StorageParameters.ORDER);
      if (!parameter && !Objects.equals(before.options().get(key), now)) {
        texts.add(option(after, key, now));
      }
    }
    for (StorageParameters.Change change :
        StorageParameters.changes(before.options(), after.options())) {
      SqlWriter sql = alter(after);
      TableOptionSql.parameter(sql, change.key(), change.value());
      texts.add(sql.text());
    }
    return texts;
  }

  /** One option set, or taken back where there is no value. */
  private String option(SchemaObject.View view, String key, String now) {
    if (key.equals("no data")) {
      SqlWriter refresh = syntax.start("REFRESH MATERIALIZED VIEW").name(view.name());
      return refresh.phrase(now == null ? "WITH DATA" : "WITH NO DATA").text();
    }
    if (key.equals("replica_identity")) {
      return TableOptionSql.replicaIdentity(syntax.start("ALTER TABLE").name(view.name()), now);
    }
    SqlWriter sql = alter(view);
    if (columnOf(key).isPresent()) {
      sql.phrase("ALTER COLUMN").identifier(columnOf(key).get());
      return column(sql, key.substring(0, key.indexOf('.')), now);
    }
    return switch (key) {
      case "owner" -> Ownership.to(sql, now);
      case "tablespace" ->
          sql.phrase("SET TABLESPACE").identifier(now == null ? "pg_default" : now).text();
      case "cluster" ->
          now == null
              ? sql.phrase("SET WITHOUT CLUSTER").text()
              : sql.phrase("CLUSTER ON").identifier(now).text();
      case String other ->
          throw new IllegalArgumentException("no option of a view: ".concat(other));
    };
  }

  private static String column(SqlWriter sql, String key, String now) {
    if (!key.equals("default")) {
      ColumnSql.setting(sql, key, now);
      return sql.text();
    }
    return now == null
        ? sql.phrase("DROP DEFAULT").text()
        : sql.phrase("SET DEFAULT").raw(now).text();
  }
}
