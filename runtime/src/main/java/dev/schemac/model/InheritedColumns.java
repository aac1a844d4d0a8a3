package dev.schemac.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns that PostgreSQL tables have from those that they inherit from, and do not declare: a
 * table speaks of one only where it differs from its parents' ({@link Column#INHERITED}).
 */
public final class InheritedColumns {
  private InheritedColumns() {}

  /** The schema without words on inherited columns that say nothing beyond the parents. */
  public static Schema settled(Schema schema) {
    boolean any =
        schema.tables().stream().anyMatch(t -> t.columns().stream().anyMatch(Column::isInherited));
    if (!any) {
      return schema;
    }
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : schema.objects()) {
      objects.add(object instanceof Table table ? settled(schema, table) : object);
    }
    return Schema.of(schema.target(), objects);
  }

  private static Table settled(Schema schema, Table table) {
    if (table.columns().stream().noneMatch(Column::isInherited)) {
      return table;
    }
    Map<String, Column> above = WholeTable.inherited(schema, table);
    return table.withColumns(
        table.columns().stream()
            .filter(c -> !Optional.of(c).equals(Optional.ofNullable(above.get(c.name()))))
            .toList());
  }
}
