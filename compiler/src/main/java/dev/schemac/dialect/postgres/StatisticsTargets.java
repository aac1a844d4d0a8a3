package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import java.util.List;

/**
 * Extended statistics whose column gets another type: the server makes them anew, and forgets how
 * much they were to sample.
 */
final class StatisticsTargets {
  private static final String TARGET = ";\nALTER STATISTICS ";

  private StatisticsTargets() {}

  /** The statements that say it again. */
  static List<Statement> of(QName table, String column, PlanFacts facts) {
    return facts.unchanged(SchemaObject.NativeObject.class).stream()
        .filter(o -> o.nativeKind().equals("statistics") && o.create().contains(TARGET))
        .filter(o -> o.dependsOn().contains(ObjectPath.table(table)))
        .filter(o -> ColumnReferences.mentions(o.create(), column))
        .<Statement>map(o -> new Statement.UserSql(target(o.create())))
        .toList();
  }

  private static String target(String create) {
    return create.substring(create.indexOf(TARGET) + 2);
  }
}
