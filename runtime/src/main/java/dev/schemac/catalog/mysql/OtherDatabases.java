package dev.schemac.catalog.mysql;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.ForeignKey;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tables of other databases that foreign keys refer to: somebody else's, with the columns that are
 * referred to. Their types are those of the referring columns, which the server holds to be the
 * same.
 */
final class OtherDatabases {
  private final Map<QName, Map<String, Column>> columns = new LinkedHashMap<>();
  private final Map<QName, List<List<String>>> keys = new LinkedHashMap<>();

  private OtherDatabases() {}

  static List<Table> referredToBy(Collection<SchemaObject> objects) {
    OtherDatabases others = new OtherDatabases();
    for (SchemaObject object : objects) {
      if (object instanceof Table table) {
        table.foreignKeys().stream()
            .filter(key -> key.referencedTable().hasNamespace())
            .forEach(key -> others.add(table, key));
      }
    }
    return others.columns.keySet().stream().map(others::table).toList();
  }

  private void add(Table child, ForeignKey key) {
    Map<String, Column> known =
        columns.computeIfAbsent(key.referencedTable(), k -> new LinkedHashMap<>());
    for (int i = 0; i < key.columns().size(); i++) {
      String name = key.referencedColumns().get(i);
      child
          .column(key.columns().get(i))
          .ifPresent(c -> known.putIfAbsent(name, Column.of(name, c.type(), false)));
    }
    List<List<String>> unique = keys.computeIfAbsent(key.referencedTable(), k -> new ArrayList<>());
    if (!unique.contains(key.referencedColumns())) {
      unique.add(key.referencedColumns());
    }
  }

  private Table table(QName name) {
    List<List<String>> unique = keys.get(name);
    List<Index> indexes = new ArrayList<>();
    for (List<String> key : unique.subList(1, unique.size())) {
      indexes.add(index(name.name() + "_" + String.join("_", key) + "_key", parts(key)));
    }
    return new Table(
        name,
        List.copyOf(columns.get(name).values()),
        List.of(primaryKey(parts(unique.getFirst()))),
        indexes,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Options.none(),
        true,
        Optional.empty());
  }

  private static List<KeyPart> parts(List<String> names) {
    return names.stream().map(KeyPart::column).toList();
  }

  private static Constraint primaryKey(List<KeyPart> parts) {
    return new Constraint.PrimaryKey(
        "PRIMARY",
        parts,
        List.of(),
        Constraint.Deferral.NOT_DEFERRABLE,
        Optional.empty(),
        Options.none());
  }

  private static Index index(String name, List<KeyPart> parts) {
    return new Index(
        name,
        true,
        "btree",
        parts,
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        Options.none());
  }
}
