package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Identity;
import dev.schemac.model.QName;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Step;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.SqlWriter;
import java.util.List;
import java.util.Optional;

/** Auto-increment of a column (ID-a, ID-b). A new one goes on behind the greatest value. */
final class ChangeIdentity {
  private ChangeIdentity() {}

  static List<Step> removal(Change.ModifyColumn change) {
    Optional<Identity> old = change.before().identity();
    if (old.isEmpty() || change.after().identity().isPresent()) {
      return List.of();
    }
    String column = change.after().name();
    QName table = change.table();
    return List.of(
        ChangeColumn.step(ChangeIdentity.class, change, "drop identity of")
            .run(Alter.table(table, new TableAction.DropIdentity(column)))
            .effect(Effects.exclusive(table))
            .undo(
                Alter.table(table, new TableAction.AddIdentity(column, old.get())),
                continueBehind(table, column))
            .provides(IdentitySequence.freed(table, List.of(change.before())))
            .build());
  }

  static List<Step> addition(Change.ModifyColumn change, PlanFacts facts) {
    Optional<Identity> old = change.before().identity();
    Optional<Identity> now = change.after().identity();
    if (now.isEmpty() || now.equals(old)) {
      return List.of();
    }
    String column = change.after().name();
    QName table = change.table();
    if (old.isPresent()) {
      return List.of(
          ChangeColumn.step(ChangeIdentity.class, change, "change identity of")
              .run(Alter.table(table, new TableAction.AlterIdentity(column, old.get(), now.get())))
              .effect(Effects.exclusive(table))
              .undo(Alter.table(table, new TableAction.AlterIdentity(column, now.get(), old.get())))
              .build());
    }
    return List.of(
        ChangeColumn.step(ChangeIdentity.class, change, "add identity to")
            .run(
                Alter.table(table, new TableAction.AddIdentity(column, now.get())),
                continueBehind(table, column))
            .effect(findsGreatest(table, column, facts))
            .undo(Alter.table(table, new TableAction.DropIdentity(column)))
            .provides(IdentitySequence.taken(table, List.of(change.after()), facts))
            .build());
  }

  private static Effect findsGreatest(QName table, String column, PlanFacts facts) {
    return facts.tableAfter(table).filter(t -> IndexedColumns.leads(t, column)).isPresent()
        ? Effects.exclusive(table)
        : Effects.exclusiveScan(table);
  }

  /** The server would begin at 1 and collide with the rows that are there. */
  static Statement continueBehind(QName table, String column) {
    SqlWriter sql =
        new SqlWriter(PostgresQuoting.INSTANCE).phrase("SELECT setval(pg_get_serial_sequence(");
    sql.string(Reference.text(table)).close(",").string(column).close("),");
    sql.phrase("greatest(max(").identifier(column).close(") + 1,");
    sql.phrase("nextval(pg_get_serial_sequence(").string(Reference.text(table)).close(",");
    sql.string(column).close("))), false) FROM").name(table);
    return new Statement.UserSql(sql.text());
  }
}
