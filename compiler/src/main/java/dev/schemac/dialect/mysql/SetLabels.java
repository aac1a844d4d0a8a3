package dev.schemac.dialect.mysql;

import dev.schemac.model.Expression;
import dev.schemac.model.Expression.Call;
import dev.schemac.model.Expression.StringLiteral;
import java.util.Collection;
import java.util.Map;

/** Members of a SET are parts of a text between commas. */
final class SetLabels {
  private SetLabels() {}

  /** The text with each member replaced; commas around it keep members apart. */
  static Expression replaced(Expression column, Map<String, String> map) {
    Expression text = Call.of("concat", comma(), column, comma());
    for (Map.Entry<String, String> move : map.entrySet()) {
      text = Call.of("replace", text, between(move.getKey()), between(move.getValue()));
    }
    return Call.of("trim", text, comma());
  }

  static Expression holdsAny(Expression column, Collection<String> labels) {
    return labels.stream()
        .<Expression>map(
            l ->
                new Expression.Binary(
                    ">",
                    Call.of("find_in_set", new StringLiteral(l), column),
                    Conditions.number(0)))
        .reduce(Conditions::or)
        .orElseThrow();
  }

  private static StringLiteral comma() {
    return new StringLiteral(",");
  }

  private static StringLiteral between(String label) {
    return new StringLiteral(String.join("", ",", label, ","));
  }
}
