package dev.schemac.dialect.mysql;

import dev.schemac.model.Expression;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.KeyPart;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which columns an expression reads; text that schemac keeps as it is names whatever it spells. */
final class ColumnUse {
  private static final Pattern WORD =
      Pattern.compile(
          "(?s)'(?:[^'\\\\]|''|\\\\.)*'|`((?:[^`]|``)*)`|([\\p{L}_$][\\p{L}\\p{N}_$]*)");

  private ColumnUse() {}

  static Set<String> columns(Expression expression) {
    Set<String> found = new LinkedHashSet<>(ExpressionTree.columns(expression));
    texts(expression, found);
    return found;
  }

  /** The columns that a key's operands read. */
  static Set<String> ofKey(List<KeyPart> parts) {
    Set<String> found = new LinkedHashSet<>();
    parts.forEach(p -> found.addAll(columns(p.expression())));
    return found;
  }

  /** Whether some part of the expression is text. */
  static boolean holdsText(Expression expression) {
    return expression instanceof Expression.Sql
        || ExpressionTree.operands(expression).stream().anyMatch(ColumnUse::holdsText);
  }

  static boolean any(List<Expression> expressions, String column) {
    return expressions.stream().anyMatch(e -> columns(e).contains(column));
  }

  private static void texts(Expression expression, Set<String> found) {
    if (expression instanceof Expression.Sql(var text)) {
      Matcher m = WORD.matcher(text);
      while (m.find()) {
        for (int group = 1; group <= 2; group++) {
          if (m.group(group) != null) {
            found.add(m.group(group).replace("``", "`"));
          }
        }
      }
    } else if (expression instanceof Expression.QualifiedRef(var parts)) {
      found.add(parts.getLast());
    }
    ExpressionTree.operands(expression).forEach(e -> texts(e, found));
  }
}
