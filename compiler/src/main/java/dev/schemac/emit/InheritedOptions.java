package dev.schemac.emit;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The character set of a table that says none: its database's. */
final class InheritedOptions {
  private static final List<String> KEYS = List.of("charset", "collate");

  private InheritedOptions() {}

  /** The table without what its namespace's line gives to it. */
  static Table without(Table table, Schema schema) {
    Optional<SchemaObject.Namespace> namespace =
        schema
            .object(ObjectPath.of(ObjectKind.NAMESPACE, QName.of(table.name().namespace())))
            .map(SchemaObject.Namespace.class::cast)
            .filter(n -> n.options().containsKey("charset"));
    boolean same =
        namespace.isPresent()
            && KEYS.stream()
                .allMatch(
                    k -> Objects.equals(namespace.get().options().get(k), table.options().get(k)));
    return same ? without(table) : table;
  }

  private static Table without(Table table) {
    TreeMap<String, String> options = new TreeMap<>(table.options());
    options.keySet().removeAll(KEYS);
    return new Table(
        table.name(),
        table.columns(),
        table.constraints(),
        table.indexes(),
        table.partitioning(),
        table.rows(),
        table.comment(),
        options,
        table.external(),
        table.partitionOf());
  }
}
