package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Constraint;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which tables and views hang on each other, under the names that they have while steps run. */
final class LiveNames {
  private record Key(String name, QName child, QName parent, boolean cascades) {}

  private record Read(QName view, QName of) {}

  private final Set<QName> tables = new LinkedHashSet<>();
  private List<Key> keys = new ArrayList<>();
  private List<Read> reads = new ArrayList<>();

  LiveNames(Schema before) {
    for (Table table : before.tables()) {
      tables.add(table.name());
      table.foreignKeys().forEach(k -> add(table.name(), k));
    }
    before.all(SchemaObject.View.class).forEach(this::add);
  }

  private void add(QName table, Constraint.ForeignKey key) {
    keys.add(new Key(key.name(), table, key.referencedTable(), Cascades.writes(key)));
  }

  private void add(SchemaObject.View view) {
    view.dependsOn().forEach(p -> reads.add(new Read(view.name(), p.owner())));
  }

  boolean isTable(QName name) {
    return tables.contains(name);
  }

  /** Tables whose foreign keys refer to this one. */
  List<QName> children(QName table) {
    return keys.stream()
        .filter(k -> k.parent().equals(table) && !k.child().equals(table))
        .map(Key::child)
        .distinct()
        .toList();
  }

  /** Those of them whose rows change or go with a row of this one. */
  List<QName> cascading(QName table) {
    return keys.stream()
        .filter(k -> k.cascades() && k.parent().equals(table))
        .map(Key::child)
        .distinct()
        .toList();
  }

  /** Tables that this one's foreign keys refer to. */
  List<QName> parents(QName table) {
    return keys.stream()
        .filter(k -> k.child().equals(table) && !k.parent().equals(table))
        .map(Key::parent)
        .distinct()
        .toList();
  }

  /** Whether a foreign key is on the table or refers to it. */
  boolean hasForeignKeys(QName table) {
    return keys.stream().anyMatch(k -> k.child().equals(table) || k.parent().equals(table));
  }

  /** Views that read the table or view, through others too. */
  Set<QName> readers(QName name) {
    Set<QName> found = new LinkedHashSet<>();
    for (Read read : reads) {
      if (read.of().equals(name) && found.add(read.view())) {
        found.addAll(readers(read.view()));
      }
    }
    return found;
  }

  List<QName> tablesOf(String namespace) {
    return tables.stream().filter(t -> t.namespace().equals(namespace)).toList();
  }

  /** What is there once the statement has run. */
  void run(Statement statement) {
    switch (statement) {
      case Statement.Rename(var object, var to) -> rename(object.path().owner(), to);
      case Statement.RenameTables(var names, var locked) ->
          // A view goes on reading whoever has the name.
          names.forEach(n -> renameTable(n.table(), n.to()));
      case Statement.Create(Table table) -> tables.add(table.name());
      case Statement.Drop(Table table) -> {
        tables.remove(table.name());
        keys.removeIf(k -> k.child().equals(table.name()));
      }
      case Statement.Drop(SchemaObject.View view) ->
          reads.removeIf(r -> r.view().equals(view.name()));
      case Statement.Create(SchemaObject.View view) -> add(view);
      case Statement.Replace(SchemaObject.View view) -> {
        reads.removeIf(r -> r.view().equals(view.name()));
        add(view);
      }
      case Statement.AlterTable(var table, var actions, var ignored) ->
          actions.forEach(a -> run(table, a));
      case Statement ignored -> {}
    }
  }

  private void run(QName table, TableAction action) {
    if (action instanceof TableAction.AddConstraint(Constraint.ForeignKey key)) {
      add(table, key);
    } else if (action instanceof TableAction.DropConstraint(Constraint.ForeignKey key)) {
      keys.removeIf(k -> k.child().equals(table) && k.name().equals(key.name()));
    }
  }

  private void rename(QName from, QName to) {
    renameTable(from, to);
    reads =
        new ArrayList<>(
            reads.stream()
                .map(r -> new Read(now(r.view(), from, to), now(r.of(), from, to)))
                .toList());
  }

  private void renameTable(QName from, QName to) {
    if (tables.remove(from)) {
      tables.add(to);
    }
    keys =
        new ArrayList<>(
            keys.stream()
                .map(
                    k ->
                        new Key(
                            k.name(),
                            now(k.child(), from, to),
                            now(k.parent(), from, to),
                            k.cascades()))
                .toList());
  }

  private static QName now(QName name, QName from, QName to) {
    return name.equals(from) ? to : name;
  }
}
