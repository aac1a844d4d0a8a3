package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.diff.Differ;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.PlanContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The indexes that the server makes for foreign keys, said like any other: it makes and drops its
 * own behind a plan's back, in an order that no file says, and a database that was loaded from a
 * dump has them as indexes of the table. A table that outlives the plan is planned with all of
 * them, as a table made anew lists them: behind the declared ones, by name.
 */
final class ImplicitIndexes {
  private ImplicitIndexes() {}

  /** The same plan's context with every index of the tables that stay. */
  static PlanContext said(PlanContext context) {
    Map<QName, QName> renamed = new HashMap<>();
    for (Change change : context.changes()) {
      if (change instanceof Change.RenameObject(Table was, var is)) {
        renamed.put(was.name(), is.path().owner());
      }
    }
    Set<QName> before = new HashSet<>();
    Set<QName> after = new HashSet<>();
    for (Table table : context.before().tables()) {
      QName now = renamed.getOrDefault(table.name(), table.name());
      if (context.after().table(now).isPresent()) {
        before.add(table.name());
        after.add(now);
      }
    }
    Schema was = with(context.before(), before);
    Schema is = with(context.after(), after);
    return was.equals(context.before()) && is.equals(context.after())
        ? context
        : new PlanContext(
            was,
            is,
            context.evolution(),
            Differ.diff(was, is, context.evolution()),
            context.strategy());
  }

  private static Schema with(Schema schema, Set<QName> tables) {
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : schema.objects()) {
      objects.add(
          object instanceof Table table && tables.contains(table.name()) ? with(table) : object);
    }
    return Schema.of(schema.target(), objects);
  }

  private static Table with(Table table) {
    List<Index> all = new ArrayList<>(table.indexes());
    for (Constraint.ForeignKey key : byName(table)) {
      if (!KeyCover.isServed(table, key) && isLast(table, key)) {
        all.add(of(key));
      }
    }
    return all.size() == table.indexes().size() ? table : table.withIndexes(all);
  }

  /** The index that a new foreign key of a table that stays brings along. */
  static Optional<Index> madeWith(Situation s, QName table, Constraint.ForeignKey key) {
    Index own = of(key);
    boolean comes = false;
    boolean brings = false;
    for (Change change : s.changesOf(table)) {
      comes = comes || change instanceof Change.AddConstraint(var t, var c) && c.equals(key);
      brings = brings || change instanceof Change.AddIndex(var t, var i) && i.equals(own);
    }
    return comes && brings && s.atOnce(table).isEmpty() ? Optional.of(own) : Optional.empty();
  }

  /** Whether a new foreign key brings the new index along. */
  static boolean isBrought(Situation s, QName table, Index index) {
    return s.is(table).foreignKeys().stream()
        .anyMatch(k -> madeWith(s, table, k).filter(index::equals).isPresent());
  }

  /** Foreign keys in the order in which a table made anew gets them. */
  static List<Constraint.ForeignKey> byName(Table table) {
    return table.foreignKeys().stream()
        .sorted(Comparator.comparing(Constraint.ForeignKey::name))
        .toList();
  }

  /** The index of a later foreign key replaces that of an earlier one where it begins with it. */
  private static boolean isLast(Table table, Constraint.ForeignKey key) {
    KeyCover.Key own = KeyCover.of(table.name(), of(key));
    return table.foreignKeys().stream()
        .filter(other -> !other.equals(key))
        .noneMatch(
            other ->
                KeyCover.serves(KeyCover.of(table.name(), of(other)), key)
                    && (!KeyCover.serves(own, other) || other.name().compareTo(key.name()) > 0));
  }

  private static Index of(Constraint.ForeignKey key) {
    return new Index(
        key.name(),
        false,
        "btree",
        key.columns().stream().map(KeyPart::column).toList(),
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        Options.none());
  }
}
