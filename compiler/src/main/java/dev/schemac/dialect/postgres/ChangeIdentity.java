package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Identity;
import dev.schemac.model.QName;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Step;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
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
      return List.of(altered(change, old.get(), now.get()));
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

  /** Its sequence gets another name by a rename. */
  private static Step altered(Change.ModifyColumn change, Identity old, Identity now) {
    QName table = change.table();
    String column = change.after().name();
    Column was = change.before().withName(column);
    List<Statement> forward = new ArrayList<>();
    List<Statement> backward = new ArrayList<>();
    QName from = IdentitySequence.of(table, was).orElseThrow();
    QName to = IdentitySequence.of(table, change.after()).orElseThrow();
    if (!from.equals(to)) {
      forward.add(IdentitySequence.rename(from, to));
      backward.add(IdentitySequence.rename(to, from));
    }
    Identity before = IdentitySequence.unnamed(old);
    Identity after = IdentitySequence.unnamed(now);
    if (!before.equals(after)) {
      moved(to, before, after, forward);
      moved(from, after, before, backward);
      forward.add(Alter.table(table, new TableAction.AlterIdentity(column, before, after)));
      backward.add(Alter.table(table, new TableAction.AlterIdentity(column, after, before)));
    }
    return ChangeColumn.step(ChangeIdentity.class, change, "change identity of")
        .run(forward)
        .effect(Effects.exclusive(table))
        .undo(backward.toArray(Statement[]::new))
        .build();
  }

  private static void moved(QName sequence, Identity from, Identity to, List<Statement> into) {
    SequenceBounds.moved(sequence, from.sequenceOptions(), to.sequenceOptions())
        .forEach(sql -> into.add(new Statement.UserSql(sql)));
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
