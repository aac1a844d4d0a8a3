package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Dialect;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.plan.Effect;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.SqlWriter;
import dev.schemac.sql.TypeWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a key's old values have become, for the columns that refer to it: a function that looks the
 * row up by the old value until the swap, and one that finds the old value behind it.
 */
final class KeyMapping {
  private static final TypeWriter TYPES = TypeWriter.of(Dialect.POSTGRES);

  private final Change.ModifyColumn key;

  KeyMapping(Change.ModifyColumn key) {
    this.key = key;
  }

  /** What a written row of the table makes its triggers look up is read too. */
  static Effect reading(Effect effect, QName table, PlanFacts facts) {
    Set<QName> scans = new LinkedHashSet<>(effect.scans());
    for (Change change : facts.context().changes()) {
      if (change instanceof Change.ModifyColumn m && m.table().equals(table)) {
        facts
            .keyGroups()
            .of(m.path())
            .filter(g -> g.root().isPresent() && !g.isLedBy(m))
            .flatMap(g -> g.meant(m.path()))
            .ifPresent(key -> scans.add(key.table()));
      }
    }
    return new Effect(effect.locks(), List.copyOf(scans), effect.rewrites(), effect.transaction());
  }

  /** Why the values of a column cannot be mapped. */
  static Optional<String> obstacle(Change.ModifyColumn change, PlanFacts facts) {
    if (!change.values().isEmpty() || change.after().identity().isPresent()) {
      return Optional.of("its values change in more than one way");
    }
    if (!change.after().nullable() && change.before().nullable()) {
      return Optional.of("it stops being nullable too");
    }
    boolean text =
        ConvertedValue.authors(change, facts).filter(ColumnReferences::hasText).isPresent();
    return text
        ? Optional.of("the conversion holds text that is not understood")
        : Optional.empty();
  }

  /** Why a foreign key is no way to the row that a reference means. */
  static Optional<String> obstacle(KeyGroup group, KeyGroup.Owned owned) {
    Constraint.ForeignKey key = owned.key();
    if (key.columns().size() > 1 || !owned.columns().stream().allMatch(group::has)) {
      return Optional.of(key.name().concat(" has columns that do not change"));
    }
    if (key.deferral() != Constraint.Deferral.NOT_DEFERRABLE) {
      return Optional.of(key.name().concat(" may be checked later than a row is written"));
    }
    boolean sets =
        key.onUpdate() == Constraint.Action.SET_DEFAULT
            || key.onDelete() == Constraint.Action.SET_DEFAULT;
    return sets ? Optional.of(key.name().concat(" sets a default")) : Optional.empty();
  }

  /** The new value of the row that a reference means. */
  Expression value(QName table, String reference) {
    return lookedUp(forward(), table, reference, Names.future(name()));
  }

  /** The old value of the row that a reference means, once the names are exchanged. */
  Expression back(QName table, String reference) {
    return lookedUp(backward(), table, reference, Names.former(name()));
  }

  /** A row that refers to itself is in no table yet. */
  private Expression lookedUp(QName function, QName table, String reference, String itself) {
    Expression column = new Expression.ColumnRef(reference);
    Expression found = Expression.Call.of(function.toString(), column);
    if (!table.equals(key.table())) {
      return found;
    }
    Expression own = new Expression.Binary("=", column, new Expression.ColumnRef(name()));
    return new Expression.Case(
        Optional.empty(),
        List.of(new Expression.When(own, new Expression.ColumnRef(itself))),
        Optional.of(found));
  }

  Statement create() {
    return new Statement.UserSql(text(forward(), before(), after(), Names.future(name())));
  }

  Statement drop() {
    return drop(forward(), before());
  }

  Statement createBack() {
    return new Statement.UserSql(backText());
  }

  Statement dropBack() {
    return drop(backward(), after());
  }

  /** The function between the swap and the contract. */
  SchemaObject.Routine routine() {
    String arguments = "(".concat(type(after())).concat(")");
    return new SchemaObject.Routine(
        ObjectKind.FUNCTION,
        backward().withName(backward().name().concat(arguments)),
        backText(),
        Set.of(),
        Optional.empty(),
        false,
        Options.none());
  }

  private String backText() {
    return text(backward(), after(), before(), Names.former(name()));
  }

  private String name() {
    return key.after().name();
  }

  private DataType before() {
    return key.before().type();
  }

  private DataType after() {
    return key.after().type();
  }

  private QName forward() {
    return key.table().withName(Names.keyMap(key.table(), name()));
  }

  private QName backward() {
    return key.table().withName(Names.reverseKeyMap(key.table(), name()));
  }

  private String text(QName function, DataType from, DataType to, String result) {
    SqlWriter sql =
        new SqlWriter(PostgresQuoting.INSTANCE).phrase("CREATE FUNCTION").name(function).glue("(");
    sql.phrase(type(from)).close(")").phrase("RETURNS").phrase(type(to));
    sql.phrase("LANGUAGE sql STRICT SET search_path FROM CURRENT AS $map$SELECT");
    sql.identifier(result).phrase("FROM").name(key.table()).phrase("WHERE");
    return sql.identifier(name()).phrase("= $1$map$").text();
  }

  private static Statement drop(QName function, DataType from) {
    SqlWriter sql =
        new SqlWriter(PostgresQuoting.INSTANCE).phrase("DROP FUNCTION").name(function).glue("(");
    return new Statement.UserSql(sql.phrase(type(from)).close(")").text());
  }

  private static String type(DataType type) {
    return TYPES.column(type);
  }
}
