package dev.schemac.dialect.postgres;

import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which columns the server finds rows by without reading the table. */
final class IndexedColumns {
  private IndexedColumns() {}

  /** Whether some key or whole index begins with the column. */
  static boolean leads(Table table, String column) {
    Stream<List<KeyPart>> keys =
        Stream.concat(
            table.indexes().stream().filter(i -> i.predicate().isEmpty()).map(Index::parts),
            table.constraints().stream().map(IndexedColumns::parts));
    return keys.anyMatch(
        parts -> !parts.isEmpty() && parts.getFirst().columnName().equals(Optional.of(column)));
  }

  private static List<KeyPart> parts(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> key.parts();
      case Constraint.Unique key -> key.parts();
      case Constraint.Check ignored -> List.of();
      case Constraint.ForeignKey ignored -> List.of();
      case Constraint.Exclusion ignored -> List.of();
    };
  }
}
