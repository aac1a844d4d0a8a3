package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Constraint;
import dev.schemac.model.ServerVersion;
import dev.schemac.model.Table;
import dev.schemac.plan.Guard;
import dev.schemac.plan.SqlPrinter;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;

/** Writes statements and guards for PostgreSQL; a file per concept does the work. */
public final class PostgresPrinter implements SqlPrinter {
  private final Syntax syntax;
  private final ObjectSql objects;
  private final AlterTableSql alterations;
  private final IndexSql indexes;
  private final TypeSql types;
  private final CommentSql comments;
  private final TriggerSql triggers;
  private final RowsSql rows;
  private final BackfillSql backfills;
  private final GuardSql guards;

  /** A printer for servers of this version and newer. */
  public PostgresPrinter(ServerVersion version) {
    this.syntax = new Syntax(version);
    this.objects = new ObjectSql(syntax);
    this.alterations = new AlterTableSql(syntax);
    this.indexes = new IndexSql(syntax);
    this.types = new TypeSql(syntax);
    this.comments = new CommentSql(syntax);
    this.triggers = new TriggerSql(syntax);
    this.rows = new RowsSql(syntax);
    this.backfills = new BackfillSql(syntax);
    this.guards = new GuardSql(syntax);
  }

  @Override
  public List<String> print(Statement statement) {
    return switch (statement) {
      case Statement.Create(var object) -> objects.create(object);
      case Statement.Drop(var object) -> objects.drop(object);
      case Statement.Replace(var object) -> objects.replace(object);
      case Statement.Rename(var before, var to) -> objects.rename(before, to);
      case Statement.AlterObject(var before, var after) -> objects.alter(before, after);
      case Statement.AlterTable alter -> alterations.print(alter);
      case Statement.CreateIndex create ->
          indexes.create(create.table(), create.index(), create.build());
      case Statement.DropIndex drop -> indexes.drop(drop.table(), drop.index(), drop.build());
      case Statement.RenameIndex rename ->
          indexes.rename(rename.table(), rename.from(), rename.to());
      case Statement.AddEnumValue add -> types.addValue(add);
      case Statement.RenameEnumValue rename -> types.renameValue(rename);
      case Statement.CommentOn(var path, var comment) -> List.of(comments.on(path, comment));
      case Statement.Insert insert -> rows.insert(insert);
      case Statement.Update update -> rows.update(update);
      case Statement.Delete delete -> rows.delete(delete);
      case Statement.Backfill backfill -> backfills.print(backfill);
      case Statement.CreateRowTrigger create -> triggers.create(create);
      case Statement.DropRowTrigger drop -> triggers.drop(drop);
      case Statement.LockTables lock -> List.of(lock(lock));
      case Statement.SetVariable(var name, var value) ->
          List.of(syntax.start("SET LOCAL").raw(name).phrase("=").raw(value).text());
      case Statement.Analyze(var table) -> List.of(syntax.start("ANALYZE").name(table).text());
      case Statement.UserSql(var sql) -> List.of(syntax.fragment().raw(sql).text());
      case Statement.Copying ignored ->
          throw new IllegalArgumentException("PostgreSQL copies no tables");
      case Statement.UnlockTables ignored ->
          throw new IllegalArgumentException("PostgreSQL unlocks at the end of the transaction");
    };
  }

  private String lock(Statement.LockTables lock) {
    SqlWriter sql = syntax.start("LOCK TABLE");
    sql.commaList(lock.tables(), sql::name);
    return sql.phrase("IN").raw(lock.mode()).phrase("MODE").text();
  }

  @Override
  public String print(Guard guard) {
    return guards.print(guard);
  }

  @Override
  public boolean isCompound(String sql) {
    return false; // bodies are dollar-quoted, which every PostgreSQL client understands
  }

  @Override
  public List<String> printWhole(Table table) {
    List<String> texts = new ArrayList<>();
    for (Statement statement : TableStatements.create(table)) {
      texts.addAll(print(statement));
    }
    for (Constraint.ForeignKey key : table.foreignKeys()) {
      texts.addAll(print(Alter.table(table.name(), Alter.add(key))));
    }
    return texts;
  }
}
