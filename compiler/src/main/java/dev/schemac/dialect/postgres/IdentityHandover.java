package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Column;
import dev.schemac.model.Identity;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.SourceQuoting;
import dev.schemac.sql.SqlWriter;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An identity moves from one column to another of the same table: the new sequence goes on where
 * the old one stands and takes over its name.
 */
final class IdentityHandover {
  private IdentityHandover() {}

  /**
   * The statements; none where the column has no identity.
   *
   * @param column as it is called for good, with the identity
   * @param from the column that has the identity, and may be called otherwise for now
   * @param to the column that gets it; NOT NULL already
   */
  static List<Statement> statements(QName table, Column column, String from, String to) {
    if (column.identity().isEmpty()) {
      return List.of();
    }
    QName sequence = IdentitySequence.of(table, column).orElseThrow();
    QName between = sequence.withName(Names.future(sequence.name()));
    SchemaObject.Sequence made =
        new SchemaObject.Sequence(between, Options.none(), Optional.empty(), Optional.empty());
    return List.of(
        Alter.table(
            table, new TableAction.AddIdentity(to, named(column.identity().get(), between))),
        goOn(between, sequence),
        Alter.table(table, new TableAction.DropIdentity(from)),
        new Statement.Rename(made, sequence));
  }

  /** The column under another name, its sequence under the old one. */
  static Column staying(QName table, Column column, String name) {
    Identity identity =
        named(column.identity().orElseThrow(), IdentitySequence.of(table, column).orElseThrow());
    return new Column(
        name,
        column.type(),
        false,
        column.notNullName(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(identity),
        Optional.empty(),
        column.collation(),
        column.comment(),
        column.options());
  }

  private static Identity named(Identity identity, QName sequence) {
    TreeMap<String, String> options = new TreeMap<>(identity.sequenceOptions());
    options.put("sequence", new SqlWriter(SourceQuoting.INSTANCE).name(sequence).text());
    return new Identity(identity.always(), options);
  }

  /** One sequence stands where another one does. */
  static Statement goOn(QName to, QName from) {
    SqlWriter sql = new SqlWriter(PostgresQuoting.INSTANCE).phrase("SELECT setval(");
    sql.string(Reference.text(to)).close(", last_value, is_called) FROM").name(from);
    return new Statement.UserSql(sql.text());
  }
}
