package dev.schemac.dialect.mysql;

import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import java.util.List;
import java.util.Map;

/**
 * A column that a functional key part reads cannot be renamed (error 3837), so such an index goes
 * before the rename; a plain one follows it.
 */
final class FunctionalNames {
  private FunctionalNames() {}

  static List<ObjectPath> old(Situation s, QName table, List<KeyPart> parts) {
    Map<String, String> renamed = s.renamedColumns(table);
    return parts.stream()
        .filter(p -> p.columnName().isEmpty())
        .flatMap(p -> ColumnUse.columns(p.expression()).stream())
        .filter(renamed::containsKey)
        .map(c -> Paths.column(table, renamed.get(c)))
        .distinct()
        .toList();
  }
}
