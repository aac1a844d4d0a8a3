package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Column;
import dev.schemac.model.InheritedNotNull;
import dev.schemac.model.KeyPart;
import dev.schemac.model.NotNull;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import dev.schemac.plan.Effect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tables that hand a NOT NULL down to each other (PostgreSQL 18). Which of them has one of its own,
 * and how each calls it, changes only while nobody inherits it: all stop to hand it down, and do so
 * again once every table is right.
 */
final class NotNullFamily {
  /**
   * A table's part in it.
   *
   * @param own whether the table would have the constraint without parents
   */
  record Claim(boolean own, String name) {}

  private final String column;
  private final PlanFacts facts;
  private final Schema schema;

  /** Once the tables' other changes are made. */
  private final Map<QName, Claim> now = new LinkedHashMap<>();

  private final Map<QName, Claim> wanted = new TreeMap<>();

  /** The family of a table; those that are new are right from the start. */
  NotNullFamily(QName table, String column, PlanFacts facts) {
    this.column = column;
    this.facts = facts;
    this.schema = facts.context().after();
    collect(table);
    wanted.keySet().forEach(this::claim);
  }

  /** Whether a table's part becomes another one in a way that the server does not offer. */
  boolean differs(QName table) {
    return isOther(table) && (!isTop(table) || wanted.keySet().stream().anyMatch(this::keeps));
  }

  /** One table's change brings the step for all. */
  boolean leads(QName table) {
    return wanted.keySet().stream()
        .filter(this::differs)
        .min(Comparator.naturalOrder())
        .filter(table::equals)
        .isPresent();
  }

  private boolean isOther(QName table) {
    Claim is = now.get(table);
    Claim will = wanted.get(table);
    return is != null && (is.own != will.own || will.own && !is.name.equals(will.name));
  }

  /** Whether an heir calls it otherwise than the table that hands it down. */
  private boolean keeps(QName heir) {
    return !isTop(heir) && now.get(heir).own;
  }

  private boolean isTop(QName table) {
    return givers(table).isEmpty();
  }

  List<Statement> forward() {
    return statements(now, wanted);
  }

  List<Statement> backward() {
    return statements(wanted, now);
  }

  private List<Statement> statements(Map<QName, Claim> from, Map<QName, Claim> to) {
    List<Statement> all = new ArrayList<>();
    List<QName> handing = now.keySet().stream().filter(t -> !heirs(t).isEmpty()).toList();
    handing.forEach(t -> all.add(inherit(t, from.get(t), false)));
    List<Statement> keys = new ArrayList<>();
    for (QName table : now.keySet()) {
      if (!to.get(table).own) {
        key(table, all, keys);
        all.add(Alter.table(table, new TableAction.DropNotNull(column)));
      } else if (!from.get(table).name.equals(to.get(table).name)) {
        all.add(
            Alter.table(
                table, new TableAction.RenameConstraint(from.get(table).name, to.get(table).name)));
      }
    }
    handing.reversed().stream() // the server takes none above one that does not
        .filter(t -> to.get(t).own)
        .forEach(t -> all.add(inherit(t, to.get(t), true)));
    all.addAll(keys);
    return all;
  }

  private static Statement inherit(QName table, Claim claim, boolean does) {
    return Alter.table(table, new TableAction.InheritNotNull(claim.name, does));
  }

  /** A primary key holds on to its NOT NULLs. */
  private void key(QName table, List<Statement> before, List<Statement> after) {
    schema
        .table(table)
        .flatMap(Table::primaryKey)
        .filter(k -> k.parts().contains(KeyPart.column(column)))
        .filter(k -> facts.isKept(TableStatements.path(table, k)))
        .ifPresent(
            k -> {
              before.add(Alter.table(table, Alter.drop(k)));
              after.add(Alter.table(table, Alter.add(k)));
              after.addAll(TableStatements.settings(table, k));
            });
  }

  /** Rows are read where the constraint comes back from above. */
  Effect effect() {
    List<Effect.Lock> locks = new ArrayList<>();
    now.keySet().forEach(t -> locks.addAll(Effects.exclusiveScan(t).locks()));
    List<QName> read = now.keySet().stream().filter(t -> !wanted.get(t).own).toList();
    return new Effect(locks, read, List.of(), Effect.Transaction.SHARED);
  }

  /** That its tables inherit from what they will, and that those above are what they will be. */
  List<ObjectPath> requires(QName leader) {
    List<ObjectPath> all = new ArrayList<>();
    for (QName table : now.keySet()) {
      all.add(ObjectPath.table(table));
      all.add(ModifyTable.parents(table));
      all.add(new ObjectPath(ObjectKind.PRIMARY_KEY, table, ""));
      if (isTop(table) && !table.equals(leader)) {
        all.add(PartitionOrder.shape(table));
      }
      schema.table(table).map(Table::parents).orElse(List.of()).stream()
          .filter(p -> !now.containsKey(p))
          .forEach(p -> all.add(PartitionOrder.shape(p)));
    }
    return all;
  }

  private void collect(QName name) {
    if (wanted.containsKey(name) || !facts.existed(name)) {
      return;
    }
    Optional<Column> held = column(schema, name).filter(c -> !c.nullable());
    if (held.isPresent()) {
      Table table = schema.table(name).orElseThrow();
      boolean own = NotNull.isOwn(held.get()) || givers(name).isEmpty();
      wanted.put(name, new Claim(own, InheritedNotNull.name(schema, table, held.get())));
      givers(name).forEach(this::collect);
      heirs(name).forEach(this::collect);
    }
  }

  /** Parents first. */
  private Claim claim(QName name) {
    if (!now.containsKey(name)) {
      List<Claim> above = givers(name).stream().filter(facts::existed).map(this::claim).toList();
      now.put(name, claim(name, above));
    }
    return now.get(name);
  }

  private Claim claim(QName name, List<Claim> above) {
    Optional<Table> was = facts.renamed().table(name);
    Optional<Column> held = column(facts.renamed(), name).filter(c -> !c.nullable());
    boolean joins = !was.map(Table::parents).equals(schema.table(name).map(Table::parents));
    if (held.isEmpty()) {
      boolean own = above.isEmpty() || joins; // what joins has to have it before
      return own ? new Claim(true, wanted.get(name).name) : new Claim(false, above.getFirst().name);
    }
    boolean handed = InheritedNotNull.isParents(facts.renamed(), was.orElseThrow(), held.get());
    String called = InheritedNotNull.name(facts.renamed(), was.orElseThrow(), held.get());
    boolean own = !handed || NotNull.isOwn(held.get());
    if (!own && !joins && above.isEmpty()) {
      return new Claim(true, wanted.get(name).name); // it goes with the parents' and comes again
    }
    return own || joins ? new Claim(true, called) : new Claim(false, above.getFirst().name);
  }

  private Optional<Column> column(Schema in, QName name) {
    return in.table(name)
        .flatMap(
            t ->
                t.column(column)
                    .or(() -> Optional.ofNullable(WholeTable.inherited(in, t).get(column))));
  }

  private List<QName> givers(QName heir) {
    Collection<QName> parents = schema.table(heir).map(Table::parents).orElse(List.of());
    return parents.stream()
        .filter(
            p ->
                column(schema, p).filter(c -> !c.nullable() && !NotNull.isNoInherit(c)).isPresent())
        .toList();
  }

  /** Right below. */
  private List<QName> heirs(QName parent) {
    return schema.tables().stream()
        .filter(t -> t.parents().contains(parent) && facts.existed(t.name()))
        .map(Table::name)
        .toList();
  }
}
