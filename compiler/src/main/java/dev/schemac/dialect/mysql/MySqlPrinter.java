package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import dev.schemac.plan.Guard;
import dev.schemac.plan.SqlPrinter;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Writes statements and guards as MySQL's SQL. A statement that MySQL does not have is never
 * planned for it: such a call is a mistake of schemac's and throws.
 */
public final class MySqlPrinter implements SqlPrinter {
  private final Syntax syntax;

  public MySqlPrinter(Target target) {
    this.syntax = new Syntax(target);
  }

  @Override
  public List<String> print(Statement statement) {
    return switch (statement) {
      case Statement.Create(var object) -> create(object);
      case Statement.Drop(var object) -> drop(object);
      case Statement.Replace(var object) -> replace(object);
      case Statement.Rename(var before, var to) -> List.of(rename(before, to));
      case Statement.AlterTable alter -> new AlterTableSql(syntax).alter(alter);
      case Statement.CreateIndex create -> List.of(new AlterTableSql(syntax).addIndex(create));
      case Statement.DropIndex drop -> List.of(new AlterTableSql(syntax).dropIndex(drop));
      case Statement.RenameIndex rename -> List.of(new AlterTableSql(syntax).renameIndex(rename));
      case Statement.AlterObject(var before, var after) -> alter(before, after);
      case Statement.Insert insert -> List.of(new DataSql(syntax).insert(insert));
      case Statement.Update update -> List.of(new DataSql(syntax).update(update));
      case Statement.Delete delete -> List.of(new DataSql(syntax).delete(delete));
      case Statement.Backfill backfill -> new BackfillSql(syntax).print(backfill);
      case Statement.CreateRowTrigger trigger -> new TriggerSql(syntax).create(trigger);
      case Statement.DropRowTrigger trigger -> new TriggerSql(syntax).drop(trigger);
      case Statement.CopyRows rows -> new CopyRowsSql(syntax).print(rows);
      case Statement.CopyCounter(var table, var to) -> new CounterSql(syntax).copy(table, to);
      case Statement.CreateMirrorTriggers mirror -> new MirrorTriggerSql(syntax).create(mirror);
      case Statement.DropMirrorTriggers mirror -> new MirrorTriggerSql(syntax).drop(mirror);
      case Statement.ReturnRows rows -> new ReturnRowsSql(syntax).print(rows);
      case Statement.RenameTables rename -> rename(rename);
      case Statement.LockTables(var tables, var mode) -> List.of(lock(tables, mode));
      case Statement.UnlockTables ignored -> List.of(syntax.start("UNLOCK TABLES").text());
      case Statement.SetVariable(var name, var value) ->
          List.of(syntax.start("SET").phrase(name).phrase("=").phrase(value).text());
      case Statement.Analyze(var table) ->
          List.of(syntax.start("ANALYZE TABLE").name(table).text());
      case Statement.UserSql(var sql) -> List.of(sql);
      case Statement.AddEnumValue ignored -> throw foreign(statement);
      case Statement.RenameEnumValue ignored -> throw foreign(statement);
      case Statement.CommentOn ignored -> throw foreign(statement);
    };
  }

  @Override
  public String print(Guard guard) {
    return String.join(";\n", statements(guard));
  }

  @Override
  public List<String> statements(Guard guard) {
    return new GuardSql(syntax).statements(guard);
  }

  @Override
  public boolean isCompound(String sql) {
    return CompoundText.isCompound(sql);
  }

  @Override
  public List<String> printWhole(Table table) {
    List<String> texts = new ArrayList<>(table(table, true));
    if (!table.rows().isEmpty()) {
      texts.addAll(print(LookupRows.insert(table, table.rows())));
    }
    return texts;
  }

  private List<String> table(Table table, boolean withForeignKeys) {
    List<String> texts = new ArrayList<>();
    texts.add(new TableSql(syntax).create(table, withForeignKeys));
    texts.addAll(new AlterTableSql(syntax).defaultsDropped(table.name(), table.columns()));
    return texts;
  }

  private List<String> create(SchemaObject object) {
    return switch (object) {
      case Table table -> table(table, false);
      case SchemaObject.Namespace o -> List.of(new NamespaceSql(syntax).create(o));
      case SchemaObject.View o -> view(o, false);
      case SchemaObject.Routine o -> new RoutineSql(syntax).create(o);
      case SchemaObject.Trigger o -> new SessionSql(syntax).around(o.options(), TriggerText.of(o));
      case SchemaObject.Grant o -> List.of(o.definition());
      case SchemaObject.NativeObject o -> new SessionSql(syntax).around(o.options(), o.create());
      case SchemaObject.Extension ignored -> throw foreign(object);
      case SchemaObject.Role ignored -> throw foreign(object);
      case SchemaObject.EnumType ignored -> throw foreign(object);
      case SchemaObject.Domain ignored -> throw foreign(object);
      case SchemaObject.Sequence o -> List.of(new SequenceSql(syntax).create(o));
      case SchemaObject.Policy ignored -> throw foreign(object);
      case SchemaObject.ExternalType ignored -> throw foreign(object);
    };
  }

  private List<String> drop(SchemaObject object) {
    return switch (object) {
      case Table table -> List.of(syntax.start("DROP TABLE").name(table.name()).text());
      case SchemaObject.Namespace o -> List.of(new NamespaceSql(syntax).drop(o));
      case SchemaObject.View o -> List.of(syntax.start("DROP VIEW").name(o.name()).text());
      case SchemaObject.Routine o -> List.of(new RoutineSql(syntax).drop(o));
      case SchemaObject.Trigger o ->
          List.of(syntax.beside(syntax.start("DROP TRIGGER"), o.table(), o.name()).text());
      case SchemaObject.Grant o -> List.of(o.inverse());
      case SchemaObject.NativeObject o -> List.of(o.drop());
      case SchemaObject.Extension ignored -> throw foreign(object);
      case SchemaObject.Role ignored -> throw foreign(object);
      case SchemaObject.EnumType ignored -> throw foreign(object);
      case SchemaObject.Domain ignored -> throw foreign(object);
      case SchemaObject.Sequence o -> List.of(new SequenceSql(syntax).drop(o));
      case SchemaObject.Policy ignored -> throw foreign(object);
      case SchemaObject.ExternalType ignored -> throw foreign(object);
    };
  }

  private List<String> view(SchemaObject.View view, boolean replace) {
    return new SessionSql(syntax).around(view.options(), new ViewSql(syntax).create(view, replace));
  }

  /** OR REPLACE exists for views alone; anything else goes and comes back. */
  private List<String> replace(SchemaObject object) {
    if (object instanceof SchemaObject.View view) {
      return view(view, true);
    }
    return joined(this::drop, this::create, object);
  }

  private static List<String> joined(
      Function<SchemaObject, List<String>> first,
      Function<SchemaObject, List<String>> then,
      SchemaObject object) {
    List<String> texts = new ArrayList<>(first.apply(object));
    texts.addAll(then.apply(object));
    return texts;
  }

  private String rename(SchemaObject before, QName to) {
    boolean relation =
        before.path().kind() == ObjectKind.TABLE || before.path().kind() == ObjectKind.VIEW;
    if (!relation) {
      throw foreign(before);
    }
    return syntax.start("RENAME TABLE").name(before.path().owner()).phrase("TO").name(to).text();
  }

  /** MariaDB renames tables that are locked one by one (error 1192). */
  private List<String> rename(Statement.RenameTables rename) {
    if (rename.locked() && syntax.isMariaDb()) {
      return rename.names().stream()
          .map(
              n ->
                  syntax
                      .start("ALTER TABLE")
                      .name(n.table())
                      .phrase("RENAME TO")
                      .name(n.to())
                      .text())
          .toList();
    }
    SqlWriter sql = syntax.start("RENAME TABLE");
    return List.of(
        sql.commaList(rename.names(), n -> sql.name(n.table()).phrase("TO").name(n.to())).text());
  }

  private List<String> alter(SchemaObject before, SchemaObject after) {
    if (before instanceof SchemaObject.Namespace was
        && after instanceof SchemaObject.Namespace is) {
      return List.of(new NamespaceSql(syntax).alter(was, is));
    }
    if (before instanceof SchemaObject.Sequence was && after instanceof SchemaObject.Sequence is) {
      return new SequenceSql(syntax).alter(was, is);
    }
    throw foreign(after);
  }

  private String lock(List<QName> tables, String mode) {
    SqlWriter sql = syntax.start("LOCK TABLES");
    String word = ServerWord.of(mode).toUpperCase(Locale.ROOT);
    return sql.commaList(tables, table -> sql.name(table).phrase(word)).text();
  }

  private static IllegalArgumentException foreign(Object what) {
    return new IllegalArgumentException("not for MySQL: ".concat(what.toString()));
  }
}
