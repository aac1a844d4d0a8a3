package dev.schemac.resolve;

import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Target;
import dev.schemac.resolve.expression.ExpressionScope;
import dev.schemac.syntax.Ident;
import dev.schemac.syntax.QualifiedIdent;
import dev.schemac.syntax.TypeExpr;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names in a server's text: those of one row, of the schema's own types and sequences. */
final class ServerScope implements ExpressionScope {
  private final Schema schema;
  private final Optional<String> table;
  private final Map<String, Operand> columns = new LinkedHashMap<>();
  private boolean open;

  private ServerScope(Schema schema, Optional<String> table) {
    this.schema = schema;
    this.table = table;
  }

  static ServerScope of(Schema schema, QName table, List<Column> columns) {
    ServerScope scope = new ServerScope(schema, Optional.of(table.name()));
    columns.forEach(c -> scope.columns.put(c.name(), scope.operand(c.type(), c.nullable())));
    return scope;
  }

  /** A relation whose columns are not known. */
  static ServerScope open(Schema schema, QName relation) {
    ServerScope scope = new ServerScope(schema, Optional.of(relation.name()));
    scope.open = true;
    return scope;
  }

  /** {@code value} alone. */
  static ServerScope ofValue(Schema schema, DataType type) {
    ServerScope scope = new ServerScope(schema, Optional.empty());
    scope.columns.put("value", scope.operand(type, true));
    return scope;
  }

  Operand operand(DataType type, boolean nullable) {
    return new Operand(type, nullable, labels(type));
  }

  @Override
  public Target target() {
    return schema.target();
  }

  @Override
  public List<Target> allTargets() {
    return List.of(schema.target());
  }

  @Override
  public Optional<String> tableName() {
    return table;
  }

  @Override
  public Optional<Operand> column(String name) {
    return Optional.ofNullable(
        columns.get(table.isPresent() ? name : name.toLowerCase(java.util.Locale.ROOT)));
  }

  @Override
  public Collection<String> columnNames() {
    return columns.keySet();
  }

  @Override
  public boolean open() {
    return open;
  }

  @Override
  public Optional<QName> sequence(List<Ident> name) {
    // That of an identity column is no object of its own.
    String local = name.get(name.size() - 1).text();
    return Optional.of(new QName(name.size() > 1 ? name.get(0).text() : "", local))
        .filter(s -> schema.object(ObjectPath.of(ObjectKind.SEQUENCE, s)).isPresent());
  }

  /** Whether a sequence is an object of the schema: that of an identity column is none. */
  boolean declares(QName sequence) {
    return schema.object(ObjectPath.of(ObjectKind.SEQUENCE, sequence)).isPresent();
  }

  /** The server's text names only what is there, so an unknown name is a type of somebody's. */
  @Override
  public Optional<DataType> type(TypeExpr type) {
    return switch (type) {
      case TypeExpr.ArrayOf(var element, var ignored) -> type(element).map(DataType.Array::new);
      case TypeExpr.Plain plain -> Optional.of(plain(plain));
      case TypeExpr.InlineLabels ignored -> Optional.empty();
      case TypeExpr.Ref ignored -> Optional.empty();
      case TypeExpr.PerDialect ignored -> Optional.empty();
    };
  }

  private DataType plain(TypeExpr.Plain written) {
    QualifiedIdent name = written.name();
    QName named = new QName(name.namespace().map(Ident::text).orElse(""), name.name().text());
    if (ServerTypes.isDeclared(schema, named)) {
      return new DataType.Named(named);
    }
    if (target().isPostgres() && named.equals(QName.of("json"))) {
      return DataType.Builtin.of("json"); // the language's own `json` is jsonb
    }
    Report unheard = new Report();
    TypeResolver resolver =
        new TypeResolver(
            Declarations.of(List.of(), unheard), ResolveOptions.of(schema.target()), unheard);
    ResolvedType found = resolver.resolveCast(written, "");
    return found.isUnknown() ? new DataType.Named(named) : found.type();
  }

  @Override
  public List<String> labels(DataType type) {
    if (type instanceof DataType.Named(var name)
        && schema.object(ObjectPath.of(ObjectKind.ENUM, name)).orElse(null)
            instanceof SchemaObject.EnumType found) {
      return found.values();
    }
    return List.of();
  }
}
