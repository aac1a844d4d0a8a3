package dev.schemac.resolve;

import dev.schemac.model.DataType;
import dev.schemac.model.QName;
import dev.schemac.model.Target;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.resolve.expression.ExpressionScope;
import dev.schemac.syntax.Ident;
import dev.schemac.syntax.TypeExpr;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that an expression of a table, a domain or an alias sees. */
final class RowScope implements ExpressionScope {
  private final ResolveContext context;
  private final String namespace;
  private final Optional<String> table;
  private final Map<String, ColumnDraft> columns;
  private final Optional<Operand> value;
  private final boolean open;

  private RowScope(
      ResolveContext context,
      String namespace,
      Optional<String> table,
      Map<String, ColumnDraft> columns,
      Optional<Operand> value,
      boolean open) {
    this.context = context;
    this.namespace = namespace;
    this.table = table;
    this.columns = columns;
    this.value = value;
    this.open = open;
  }

  static RowScope of(ResolveContext context, TableDraft table) {
    return new RowScope(
        context,
        table.namespace,
        Optional.of(table.name.name()),
        table.columns,
        Optional.empty(),
        table.open);
  }

  /** The row as it was: its columns are the previous schema's, so any name is kept. */
  static RowScope before(ResolveContext context, TableDraft table) {
    return new RowScope(
        context, table.namespace, Optional.of(table.name.name()), Map.of(), Optional.empty(), true);
  }

  /** {@code value} alone. */
  static RowScope ofValue(ResolveContext context, String namespace, Operand value) {
    return new RowScope(context, namespace, Optional.empty(), Map.of(), Optional.of(value), false);
  }

  @Override
  public Target target() {
    return context.target;
  }

  @Override
  public List<Target> allTargets() {
    return context.options.allTargets();
  }

  @Override
  public Optional<String> tableName() {
    return table;
  }

  @Override
  public Optional<Operand> column(String name) {
    if (value.isPresent()) {
      return name.equalsIgnoreCase("value") ? value : Optional.empty();
    }
    return Optional.ofNullable(columns.get(name)).map(c -> operand(context, c));
  }

  static Operand operand(ResolveContext context, ColumnDraft column) {
    ResolvedType type = context.columnTypes.of(column);
    return new Operand(
        type.type(),
        column.declaration.nullable(),
        type.enumeration().map(e -> EnumColumnTypes.labels(e.declaration())).orElse(List.of()));
  }

  @Override
  public Collection<String> columnNames() {
    return value.isPresent() ? List.of("value") : columns.keySet();
  }

  @Override
  public boolean open() {
    return open;
  }

  @Override
  public Optional<QName> sequence(List<Ident> name) {
    Optional<String> qualifier =
        name.size() > 1 ? Optional.of(name.get(0).text()) : Optional.empty();
    String local = name.get(name.size() - 1).text();
    return Declarations.find(context.declarations.sequences, qualifier, local, namespace)
        .map(Declared::name);
  }

  @Override
  public Optional<DataType> type(TypeExpr type) {
    ResolvedType found = context.types.resolveCast(type, namespace);
    return found.isUnknown() ? Optional.empty() : Optional.of(found.type());
  }

  @Override
  public List<String> labels(DataType type) {
    if (type instanceof DataType.Named(var name)) {
      var declared = context.declarations.enums.get(name);
      return declared == null ? List.of() : EnumColumnTypes.labels(declared.declaration());
    }
    return List.of();
  }
}
