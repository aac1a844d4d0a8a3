package dev.schemac.resolve;

import dev.schemac.sql.MySqlDefiner;
import dev.schemac.sql.MySqlHeader;
import dev.schemac.sql.SqlWriter;
import dev.schemac.syntax.Declaration.Body;
import dev.schemac.syntax.Declaration.RoutineDecl;
import java.util.List;
import java.util.SortedMap;

/**
 * A MySQL routine's {@code create} statement in one spelling: what is said in another order, or
 * said and true anyway, makes no other routine.
 */
final class MySqlRoutine {
  private final DefinitionText text;

  MySqlRoutine(DefinitionText text) {
    this.text = text;
  }

  String definition(
      Declared<RoutineDecl> declared,
      String clauses,
      Body body,
      SortedMap<String, String> options) {
    RoutineDecl d = declared.declaration();
    SqlWriter sql = text.writer().phrase("CREATE");
    MySqlDefiner.write(sql, options.get("definer"));
    sql.phrase(d.procedure() ? "PROCEDURE" : "FUNCTION").name(declared.name());
    List<String> parameters = d.parameters().stream().map(MySqlHeader::parameter).toList();
    sql.close("(").close(String.join(", ", parameters)).close(")");
    MySqlClauses said = MySqlClauses.of(clauses);
    said.result().ifPresent(type -> sql.phrase("RETURNS").raw(type));
    said.characteristics("invoker".equals(options.get("security"))).forEach(sql::raw);
    return sql.line(0).raw(DefinitionText.withoutSemicolon(body.sql())).text();
  }
}
