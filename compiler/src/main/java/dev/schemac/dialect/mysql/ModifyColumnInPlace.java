package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One {@code MODIFY COLUMN} with the whole definition, after every row was checked to fit; {@code
 * ALTER COLUMN … SET DEFAULT} where nothing but the default changes.
 */
final class ModifyColumnInPlace {
  private static final Set<String> MOMENTS = Set.of("datetime", "timestamp");

  private ModifyColumnInPlace() {}

  static List<Step> steps(Situation s, Change.ModifyColumn modify) {
    List<Step> steps = new ArrayList<>();
    Optional<Expression> fill = modify.conversion().flatMap(Evolution.Conversion::backfill);
    if (fill.isPresent()) {
      steps.add(filled(s, modify, fill.get()));
    }
    if (!modify.before().equals(modify.after())) {
      steps.add(modified(s, modify, modify.before()));
    }
    return steps;
  }

  /** Rows without a value get one. */
  static Step filled(Situation s, Change.ModifyColumn modify, Expression fill) {
    String column = modify.after().name();
    return RowUpdate.draft(
            s,
            Draft.of("FillNulls", "fill ".concat(column).concat(" where it is null")),
            modify.table(),
            List.of(new Statement.Assignment(column, underNewName(s, modify, fill))),
            Optional.of(Conditions.isNull(Conditions.column(column))),
            List.of())
        .undo(
            new dev.schemac.plan.Undo.Statements(
                List.of(), Optional.of("which rows had no ".concat(column))))
        .alters(Paths.column(modify.table(), column))
        .step();
  }

  /** The row's columns are called by their newest names once the renames have run. */
  private static Expression underNewName(
      Situation s, Change.ModifyColumn modify, Expression expression) {
    return dev.schemac.model.ExpressionTree.rewrite(
        expression,
        node -> {
          if (node instanceof Expression.ColumnRef(var name)) {
            for (var renamed : s.renamedColumns(modify.table()).entrySet()) {
              if (renamed.getValue().equals(name)) {
                return new Expression.ColumnRef(renamed.getKey());
              }
            }
          }
          return node;
        });
  }

  /**
   * The definition changes.
   *
   * @param from what the column is by then
   */
  static Step modified(Situation s, Change.ModifyColumn modify, Column from) {
    QName table = modify.table();
    Column to = modify.after();
    Table was = s.was(table);
    Optional<Change> key = CounterKey.ofModified(s, modify);
    Cost least = key.isPresent() ? Cost.COPY : Cost.INSTANT;
    ColumnCost costs = new ColumnCost(s.capabilities());
    boolean defines = action(s, table, from, to) instanceof TableAction.ModifyColumn;
    boolean defined = action(s, table, to, from) instanceof TableAction.ModifyColumn;
    return Draft.of(
            "ModifyColumnInPlace",
            String.join(" ", "change column", to.name(), "of", table.toString()))
        .alter(
            table,
            least.or(defines ? costs.of(was, s.is(table), from, to) : Cost.INSTANT),
            List.of(),
            withKey(action(s, table, from, to), key.map(CounterKey::actions)))
        .guard(guards(s, modify, from))
        .undoBy(
            table,
            least.or(defined ? costs.of(s.is(table), was, to, from) : Cost.INSTANT),
            withKey(action(s, table, to, from), key.map(CounterKey::inverse))
                .toArray(TableAction[]::new))
        .alters(Paths.column(table, to.name()))
        .step();
  }

  private static List<TableAction> withKey(TableAction action, Optional<List<TableAction>> key) {
    List<TableAction> actions = new ArrayList<>(List.of(action));
    key.ifPresent(actions::addAll);
    return actions;
  }

  /**
   * MariaDB 10.11 lets a default of CURRENT_TIMESTAMP be that ALTER COLUMN takes away, newer ones
   * take ON UPDATE with it.
   */
  private static TableAction action(Situation s, QName table, Column from, Column to) {
    boolean onlyDefault = likeDefaultOf(to, from).equals(to) && !Defaults.isCurrentTimestamp(to);
    boolean firm = s.capabilities().isMariaDb() && Defaults.isCurrentTimestamp(from);
    boolean deaf = isOfPrimaryKey(s.is(table), to) && Defaults.isExpression(to);
    if (!onlyDefault || firm || deaf || from.equals(to)) {
      return AddColumn.modifying(to);
    }
    if (ColumnSql.lacksDefault(to)) {
      return new TableAction.DropDefault(to.name());
    }
    if (to.defaultValue().isEmpty()) {
      // DROP DEFAULT would leave a nullable column without any, not with NULL.
      return to.nullable() ? nullAsDefault(to) : new TableAction.DropDefault(to.name());
    }
    return Defaults.isTypeless(to)
        ? new TableAction.SetDefault(to.name(), to.defaultValue().get())
        : AddColumn.modifying(to);
  }

  /**
   * MySQL does not hear of an expression as default of a key's column unless it is defined anew.
   */
  private static boolean isOfPrimaryKey(Table table, Column column) {
    return table.primaryKey().filter(k -> Interference.names(k.parts(), column.name())).isPresent();
  }

  /** Long values and shapes cannot be given a default, not even NULL (error 1101). */
  private static TableAction nullAsDefault(Column to) {
    return Defaults.isPossible(to)
        ? new TableAction.SetDefault(to.name(), new Expression.NullLiteral())
        : AddColumn.modifying(to);
  }

  /** The column with the default of another, and with the words about how that was written. */
  private static Column likeDefaultOf(Column to, Column from) {
    SortedMap<String, String> options = new TreeMap<>(from.options());
    for (String word : List.of("no_default", "default_expression")) {
      options.remove(word);
      if (to.options().containsKey(word)) {
        options.put(word, "true");
      }
    }
    return from.withDefault(to.defaultValue()).withOptions(options);
  }

  private static List<Guard> guards(Situation s, Change.ModifyColumn modify, Column from) {
    QName table = modify.table();
    Column to = modify.after();
    List<Guard> guards = new ArrayList<>();
    modify
        .conversion()
        .flatMap(Evolution.Conversion::narrowing)
        .flatMap(Evolution.Narrowing::condition)
        .ifPresent(
            c ->
                guards.add(
                    Conditions.noRow(
                        "fits",
                        to.name().concat(" does not fit in some rows"),
                        table,
                        Conditions.not(underNewName(s, modify, c)))));
    guards.addAll(FitGuards.of(s, table, from, to));
    if (from.nullable() && !to.nullable()) {
      guards.add(Conditions.noNulls(table, to.name()));
    }
    return guards;
  }

  /** What a person should know about the change. */
  static List<Diagnostic> notes(Change.ModifyColumn modify) {
    boolean zoned =
        modify.before().type() instanceof DataType.Builtin from
            && modify.after().type() instanceof DataType.Builtin to
            && MOMENTS.contains(from.name())
            && MOMENTS.contains(to.name())
            && !from.name().equals(to.name());
    return zoned
        ? List.of(
            Diagnostic.of(
                    Code.SC2011,
                    Span.NONE,
                    "datetime and timestamp convert by the session's time zone: "
                        .concat(modify.path().name()))
                .withHelp("run the migration with the time zone that the values were written in"))
        : List.of();
  }
}
