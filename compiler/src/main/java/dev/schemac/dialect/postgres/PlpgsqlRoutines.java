package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/**
 * PL/pgSQL functions that read a column whose type changes: sessions that ran them before fail
 * (42804) until the function is replaced, with the same body, in the same transaction (§1.6).
 */
final class PlpgsqlRoutines {
  private PlpgsqlRoutines() {}

  static List<Statement> replaced(String column, PlanFacts facts) {
    List<Statement> all = new ArrayList<>();
    for (SchemaObject.Routine routine : facts.unchanged(SchemaObject.Routine.class)) {
      String text = routine.definition();
      if (!routine.external()
          && ColumnReferences.mentions(text, "plpgsql")
          && ColumnReferences.mentions(text, column)) {
        all.add(new Statement.Replace(routine));
      }
    }
    return all;
  }
}
