package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Index;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Views and materialised views; the indexes of the latter are made with them. */
final class ViewSql {
  private static final Set<String> WORDS =
      Set.of("owner", "tablespace", "access_method", "no data");

  /** {@code default.c}: what an insert into the view gets for column {@code c}. */
  private static final String DEFAULT = "default.";

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
              if (key.startsWith(DEFAULT)) {
                texts.add(columnDefault(view, key, value));
              }
            });
    if (view.options().containsKey("owner")) {
      texts.add(alter(view).phrase("OWNER TO").identifier(view.options().get("owner")).text());
    }
    return texts;
  }

  private String columnDefault(SchemaObject.View view, String key, String value) {
    SqlWriter sql = alter(view).phrase("ALTER COLUMN").identifier(key.substring(DEFAULT.length()));
    return value == null
        ? sql.phrase("DROP DEFAULT").text()
        : sql.phrase("SET DEFAULT").raw(value).text();
  }

  private static void options(SqlWriter sql, SchemaObject.View view) {
    List<Map.Entry<String, String>> found =
        view.options().entrySet().stream()
            .filter(e -> !WORDS.contains(e.getKey()) && !e.getKey().startsWith(DEFAULT))
            .toList();
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
      if (Objects.equals(before.options().get(key), now)) {
        continue;
      }
      if (key.startsWith(DEFAULT)) {
        texts.add(columnDefault(after, key, now));
        continue;
      }
      SqlWriter sql = alter(after);
      switch (key) {
        case "owner" -> texts.add(Ownership.to(sql, now));
        case "tablespace" ->
            texts.add(
                sql.phrase("SET TABLESPACE").identifier(now == null ? "pg_default" : now).text());
        default ->
            texts.add(
                now == null
                    ? sql.phrase("RESET (").raw(key).close(")").text()
                    : sql.phrase("SET (").raw(key).phrase("=").raw(now).close(")").text());
      }
    }
    return texts;
  }
}
