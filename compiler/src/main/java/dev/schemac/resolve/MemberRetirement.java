package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.Evolution.Retirement;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Table;
import dev.schemac.resolve.expression.Expected;
import dev.schemac.syntax.Declaration.RetireCondition;
import dev.schemac.syntax.Expr;
import dev.schemac.syntax.Ident;
import dev.schemac.syntax.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code retire} in a table: of columns, keys and constraints. */
final class MemberRetirement {
  private final ResolveContext context;

  MemberRetirement(ResolveContext context) {
    this.context = context;
  }

  void collect(TableDraft draft, Table table, Member.RetireMember member) {
    Member.KeyWord word = member.kind().orElse(Member.KeyWord.COLUMN);
    Optional<ObjectKind> kind = kind(word);
    if (kind.isEmpty()) {
      context.report.say(
          Code.SC2007,
          member.span(),
          "a not null constraint needs no `retire`",
          "write `?` behind the column's type");
      return;
    }
    if (kind.get() != ObjectKind.COLUMN && member.condition() != RetireCondition.ALWAYS) {
      context.report.say(
          Code.SC2007, member.span(), "`when null` is about a column", "leave it out");
    }
    List<String> keys = keys(draft, member);
    String name = name(kind.get(), member, keys);
    if (member.name().isPresent() && isStillThere(draft, table, kind.get(), member.name().get())) {
      return;
    }
    context.evolution.retire(
        new ObjectPath(kind.get(), draft.name, name),
        new Retirement(condition(member.condition()), keys),
        member.span());
  }

  private boolean isStillThere(TableDraft draft, Table table, ObjectKind kind, Ident name) {
    boolean there =
        switch (kind) {
          case COLUMN -> draft.columns.containsKey(name.text());
          case INDEX -> table.index(name.text()).isPresent();
          default -> table.constraint(name.text()).isPresent();
        };
    if (there) {
      context.report.add(
          Diagnostic.of(
                  Code.SC3010,
                  name.span(),
                  "`" + draft.name + "." + name.text() + "` is retired and still there")
              .withHelp("take out the one or the other"));
    }
    return there;
  }

  private static String name(ObjectKind kind, Member.RetireMember member, List<String> keys) {
    if (member.name().isPresent()) {
      return member.name().get().text();
    }
    return keys.isEmpty() ? "" : "(" + String.join(", ", keys) + ")";
  }

  private List<String> keys(TableDraft draft, Member.RetireMember member) {
    List<String> keys = new ArrayList<>();
    for (Expr operand : member.operands()) {
      Expr stripped = KeyParts.strip(operand);
      Expression form =
          context.expression(
              stripped, Expected.anything(Expected.Place.INDEX), RowScope.before(context, draft));
      keys.add(form instanceof Expression.ColumnRef(var column) ? column : form.toString());
    }
    return keys;
  }

  /** On MySQL a unique key is an index and nothing else. */
  private Optional<ObjectKind> kind(Member.KeyWord word) {
    return switch (word) {
      case COLUMN -> Optional.of(ObjectKind.COLUMN);
      case PRIMARY_KEY -> Optional.of(ObjectKind.PRIMARY_KEY);
      case UNIQUE -> Optional.of(context.target.isMySql() ? ObjectKind.INDEX : ObjectKind.UNIQUE);
      case UNIQUE_INDEX, INDEX -> Optional.of(ObjectKind.INDEX);
      case CHECK -> Optional.of(ObjectKind.CHECK);
      case FOREIGN_KEY -> Optional.of(ObjectKind.FOREIGN_KEY);
      case EXCLUDE -> Optional.of(ObjectKind.EXCLUSION);
      case NOT_NULL -> Optional.empty();
    };
  }

  static Retirement.Condition condition(RetireCondition condition) {
    return switch (condition) {
      case ALWAYS -> Retirement.Condition.ALWAYS;
      case WHEN_EMPTY -> Retirement.Condition.WHEN_EMPTY;
      case WHEN_NULL -> Retirement.Condition.WHEN_NULL;
    };
  }
}
