package dev.schemac.catalog.mysql;

import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.Generated;
import dev.schemac.model.Identity;
import dev.schemac.model.Options;
import dev.schemac.sql.MySqlQuoting;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One column's line, clause by clause. */
final class ShowColumn {
  /** Types for which the server prints no {@code DEFAULT NULL}. */
  private static final Set<String> SILENT =
      Set.of(
          "tinytext",
          "text",
          "mediumtext",
          "longtext",
          "tinyblob",
          "blob",
          "mediumblob",
          "longblob");

  private final ShowText show;
  private final ShowFacts facts;
  private final TreeMap<String, String> options = new TreeMap<>();
  private boolean nullable = true;
  private boolean defaulted;
  private Optional<Expression> defaultValue = Optional.empty();
  private Optional<Expression> onUpdate = Optional.empty();
  private Optional<Identity> identity = Optional.empty();
  private Optional<Generated> generated = Optional.empty();
  private Optional<String> charset = Optional.empty();
  private Optional<String> collation = Optional.empty();
  private Optional<String> comment = Optional.empty();
  private Optional<String> unknown = Optional.empty();

  private ShowColumn(ShowText show, ShowFacts facts) {
    this.show = show;
    this.facts = facts;
  }

  /** The column that comes next. */
  static Column read(ShowText show, ShowFacts facts, ShowGaps gaps) {
    String name = show.name();
    DataType type = ShowType.read(show, facts, width -> gaps.add("column " + name, width));
    ShowColumn column = new ShowColumn(show, facts);
    while (!show.isAtElementEnd() && column.unknown.isEmpty()) {
      column.clause();
    }
    column.unknown.ifPresent(clause -> gaps.add("column " + name, clause));
    column.generated.ifPresent(g -> ShowLoss.check(g.expression(), "column " + name, gaps));
    column.defaultValue.ifPresent(e -> ShowLoss.check(e, "column " + name, gaps));
    if (facts.losesBytes()) {
      column.defaultValue.ifPresent(e -> ShowLoss.checkText(e, "column " + name, gaps));
    }
    return column.build(name, type);
  }

  private void clause() {
    if (show.accept("NOT", "NULL")) {
      nullable = false;
    } else if (show.accept("NULL")) {
      nullable = true;
    } else if (show.accept("DEFAULT")) {
      defaulted = true;
      if (show.peek().is("(") && !facts.mariaDb()) {
        options.put("default_expression", "true");
      }
      defaultValue = Optional.of(new Expression.Sql(withoutDatabase(show.value())));
    } else if (show.accept("ON", "UPDATE")) {
      onUpdate = Optional.of(new Expression.Sql(show.value()));
    } else if (show.accept("AUTO_INCREMENT")) {
      identity = Optional.of(new Identity(false, Options.none()));
    } else if (show.accept("COMMENT")) {
      comment = Optional.of(show.string());
    } else if (show.accept("GENERATED", "ALWAYS", "AS", "ROW")) {
      options.put("row", show.name().toLowerCase(Locale.ROOT));
      nullable = false;
    } else if (show.accept("GENERATED", "ALWAYS", "AS")) {
      generated();
    } else if (show.accept("CHECK")) {
      options.put("check", inside(show.parenthesized()));
    } else {
      storage();
    }
  }

  /** MariaDB says where a sequence is, which is where its table is. */
  private String withoutDatabase(String value) {
    String database = MySqlQuoting.INSTANCE.identifier(facts.database()).concat(".");
    return value
        .replace("nextval(".concat(database), "nextval(")
        .replace("lastval(".concat(database), "lastval(");
  }

  private void storage() {
    if (show.accept("CHARACTER", "SET")) {
      charset = Optional.of(show.name());
    } else if (show.accept("COLLATE")) {
      collation = Optional.of(show.name());
    } else if (show.accept("COMPRESSED")) {
      options.put("compressed", "true");
    } else if (show.accept("WITHOUT", "SYSTEM", "VERSIONING")) {
      options.put("without_system_versioning", "true");
    } else if (show.accept("SRID")) {
      options.put("srid", show.name());
    } else if (show.accept("INVISIBLE")) {
      options.put("invisible", "true");
    } else if (show.accept("COLUMN_FORMAT")) {
      options.put("column_format", show.name().toLowerCase(Locale.ROOT));
    } else if (show.accept("STORAGE")) {
      options.put("storage", show.name().toLowerCase(Locale.ROOT));
    } else if (show.accept("ENGINE_ATTRIBUTE")) {
      options.put("engine_attribute", attribute());
    } else if (show.accept("SECONDARY_ENGINE_ATTRIBUTE")) {
      options.put("secondary_engine_attribute", attribute());
    } else {
      unknown = Optional.of(show.skipElement());
    }
  }

  /** Without the parentheses. */
  private static String inside(String text) {
    return text.substring(1, text.length() - 1);
  }

  private String attribute() {
    show.accept("=");
    return show.string();
  }

  private void generated() {
    Expression expression = new Expression.Sql(show.parenthesized());
    boolean stored = show.accept("STORED") || show.accept("PERSISTENT");
    if (!stored) {
      show.accept("VIRTUAL");
    }
    generated =
        Optional.of(
            new Generated(
                expression, stored ? Generated.Storage.STORED : Generated.Storage.VIRTUAL));
  }

  private Column build(String name, DataType type) {
    boolean silent = type instanceof DataType.Builtin builtin && SILENT.contains(builtin.name());
    boolean shows = !silent || facts.mariaDb();
    if (nullable && !defaulted && shows && generated.isEmpty() && !options.containsKey("row")) {
      // ALTER COLUMN … DROP DEFAULT: an INSERT has to name the column.
      options.put("no_default", "true");
    }
    charset();
    return new Column(
        name,
        type,
        nullable,
        Optional.empty(),
        defaultValue,
        onUpdate,
        identity,
        generated,
        collation,
        comment,
        options);
  }

  /**
   * A character set is printed where the column was declared with its own; without it the collation
   * is the table's.
   */
  private void charset() {
    if (charset.isEmpty()) {
      collation = Optional.empty();
      return;
    }
    String set = ShowNames.charset(charset.get());
    if (collation.isEmpty() || facts.isDefault(charset.get(), collation.get())) {
      options.put("charset", set);
      collation = Optional.empty();
    }
  }
}
