package dev.schemac.dialect.mysql;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.SqlWriter;

/** Functions and procedures: their text is the user's own. */
final class RoutineSql {
  private final Syntax syntax;

  RoutineSql(Syntax syntax) {
    this.syntax = syntax;
  }

  String drop(SchemaObject.Routine routine) {
    SqlWriter sql =
        syntax.start(routine.kind() == ObjectKind.PROCEDURE ? "DROP PROCEDURE" : "DROP FUNCTION");
    return sql.name(withoutSignature(routine.name())).text();
  }

  /** MySQL has one routine of a name; the signature is schemac's. */
  static QName withoutSignature(QName name) {
    int parenthesis = name.name().indexOf('(');
    return parenthesis < 0 ? name : name.withName(name.name().substring(0, parenthesis).strip());
  }
}
