package dev.schemac.emit;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Dialect;
import dev.schemac.model.Index;
import dev.schemac.model.PartitionOf;
import dev.schemac.model.Partitioning;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Single objects and members in the canonical form of {@link SchemaText}, without their comments:
 * for showing one side of a difference.
 */
public final class DeclarationText {
  private final Dialect dialect;
  private final TableText tables;
  private final KeyText keys;
  private final ObjectText objects;

  public DeclarationText(Target target) {
    this.dialect = target.dialect();
    this.tables = new TableText(target);
    this.keys = new KeyText(dialect);
    this.objects = new ObjectText(dialect);
  }

  /** {@code total decimal(12, 2)? default 0}. */
  public String column(Column column) {
    return withoutDoc(tables.column(column));
  }

  public String constraint(Constraint constraint) {
    return withoutDoc(keys.constraint(constraint));
  }

  public String index(Index index) {
    return withoutDoc(keys.index(index));
  }

  /** The whole declaration, over several lines where it has several. */
  public String object(SchemaObject object) {
    if (object instanceof Table table && table.partitionOf().isPresent()) {
      return partitionOf(table.partitionOf().get()) + "\n" + withoutDoc(tables.text(table, ""));
    }
    return withoutDoc(
        object instanceof Table table ? tables.text(table, "") : objects.text(object));
  }

  public String partitioning(Partitioning partitioning) {
    return tables.partitioning(partitioning, "", false);
  }

  /** {@code partition of measurements from ('a') to ('b')}, as messages say it. */
  public static String partitionOf(PartitionOf partition) {
    return "partition of " + Lines.name(partition.parent()) + " " + partition.bound();
  }

  /** {@code @postgres(fillfactor = 70)}; empty where there are none. */
  public String options(SortedMap<String, String> options) {
    return Lines.attribute(dialect, options).strip();
  }

  /** A doc comment's lines; empty where there is none. */
  public static String comment(Optional<String> comment) {
    return Lines.doc(comment, "").strip();
  }

  private static String withoutDoc(String text) {
    String rest = text.strip();
    while (rest.startsWith("///")) {
      int end = rest.indexOf('\n');
      rest = end < 0 ? "" : rest.substring(end).strip();
    }
    return rest;
  }
}
