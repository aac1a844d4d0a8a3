package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Expression;
import dev.schemac.model.KeyPart;
import dev.schemac.resolve.expression.Expected;
import dev.schemac.syntax.Expr;
import dev.schemac.syntax.Ident;
import dev.schemac.syntax.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The operands of keys and indexes. */
final class KeyParts {
  private final ResolveContext context;

  KeyParts(ResolveContext context) {
    this.context = context;
  }

  List<KeyPart> of(TableDraft table, Member.KeyDecl key) {
    List<KeyPart> parts = new ArrayList<>();
    for (Member.Operand operand : key.operands()) {
      parts.add(part(table, key, operand));
    }
    return parts;
  }

  private KeyPart part(TableDraft table, Member.KeyDecl key, Member.Operand operand) {
    Expr written = strip(operand.expression());
    Optional<Ident> column = column(table, written).or(() -> period(table, operand, written));
    Optional<Integer> prefix = operand.prefixLength();
    Expression expression;
    if (column.isPresent()) {
      expression = new Expression.ColumnRef(column.get().text());
      prefix.ifPresent(n -> checkPrefix(operand.span(), column.get(), n));
    } else {
      expression = expression(table, key, operand, written);
      prefix = Optional.empty();
    }
    checkDialect(operand);
    return new KeyPart(
        expression,
        prefix,
        operand.collation().map(Ident::text),
        operand.operatorClass(),
        operand.descending() ? KeyPart.Direction.DESC : KeyPart.Direction.ASC,
        operand.nullsFirst().filter(first -> first != operand.descending()),
        operand.withoutOverlaps(),
        operand.operator());
  }

  private Expression expression(
      TableDraft table, Member.KeyDecl key, Member.Operand operand, Expr written) {
    if (written instanceof Expr.Name name
        && name.parts().size() == 1
        && operand.prefixLength().isEmpty()) {
      Ident ident = name.parts().get(0);
      context.report.unknown(
          "column", table.name + "." + ident.text(), ident.span(), table.columns.keySet());
      return new Expression.ColumnRef(ident.text());
    }
    boolean constraint =
        key.kind() == Member.KeyKind.PRIMARY_KEY || key.kind() == Member.KeyKind.UNIQUE;
    if (constraint) {
      context.report.say(
          Code.SC2007,
          operand.span(),
          "a key constraint is over whole columns",
          "write `unique index (…)`");
    }
    if (context.target.isMySql() && !context.target.isMySqlFrom(8, 0, 13)) {
      context.unavailable(
          operand.span(), "an index over an expression", "index a generated column");
    }
    return context.expression(
        call(written, operand),
        Expected.anything(Expected.Place.INDEX),
        RowScope.of(context, table));
  }

  /** {@code name(20)} where no column has that name is a call. */
  private static Expr call(Expr written, Member.Operand operand) {
    if (operand.prefixLength().isPresent() && written instanceof Expr.Name name) {
      Expr length = new Expr.Number(Integer.toString(operand.prefixLength().get()), operand.span());
      return new Expr.Call(name.parts(), List.of(length), false, operand.span());
    }
    return written;
  }

  /** On MariaDB a period stands in a key like a column. */
  private Optional<Ident> period(TableDraft table, Member.Operand operand, Expr written) {
    return operand.withoutOverlaps()
            && context.target.isMariaDb()
            && written instanceof Expr.Name name
            && name.parts().size() == 1
            && table.options.containsKey("period." + name.parts().getFirst().text())
        ? Optional.of(name.parts().getFirst())
        : Optional.empty();
  }

  private static Optional<Ident> column(TableDraft table, Expr written) {
    return written instanceof Expr.Name name
            && name.parts().size() == 1
            && (table.open || table.columns.containsKey(name.parts().get(0).text()))
        ? Optional.of(name.parts().get(0))
        : Optional.empty();
  }

  static Expr strip(Expr written) {
    Expr current = written;
    while (current instanceof Expr.Parens parens) {
      current = parens.inner();
    }
    return current;
  }

  private void checkPrefix(Span span, Ident column, int length) {
    if (context.target.isPostgres()) {
      context.unavailable(
          span, "a prefix of a column", "write `(left(" + column.text() + ", " + length + "))`");
    } else if (length < 1) {
      context.report.say(Code.SC2007, span, "a prefix has at least one character");
    }
  }

  private void checkDialect(Member.Operand operand) {
    if (context.target.isPostgres()) {
      if (operand.withoutOverlaps() && !context.target.version().atLeast(18)) {
        context.unavailable(
            operand.span(), "`without overlaps`", "write `exclude (… with &&) using gist`");
      }
      return;
    }
    String instead = "leave it out on MySQL: put the index into `@postgres { … }`";
    operand
        .collation()
        .ifPresent(c -> context.unavailable(c.span(), "a collation in an index", instead));
    if (operand.operatorClass().isPresent()) {
      context.unavailable(operand.span(), "an operator class", instead);
    }
    if (operand.nullsFirst().isPresent()) {
      context.unavailable(operand.span(), "`nulls first` and `nulls last`", instead);
    }
    if (operand.withoutOverlaps() && !context.target.isMariaDb()) {
      context.unavailable(operand.span(), "`without overlaps`", instead);
    }
  }

  /** What the operands are called in an automatic name, each once, as PostgreSQL does it. */
  static List<String> names(TableDraft table, Member.KeyDecl key) {
    List<String> names = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (Member.Operand operand : key.operands()) {
      String name = OperandName.of(call(strip(operand.expression()), operand, table));
      String free = name;
      for (int number = 1; !used.add(free); number++) {
        free = name + number;
      }
      names.add(free);
    }
    return names;
  }

  private static Expr call(Expr written, Member.Operand operand, TableDraft table) {
    return column(table, written).isPresent() ? written : call(written, operand);
  }
}
