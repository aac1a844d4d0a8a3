package dev.schemac.resolve;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.QName;
import dev.schemac.model.RoutineName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.model.TriggerStates;
import dev.schemac.resolve.SqlScanner.Piece;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.SqlWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of an object in which it may name others. */
final class ObjectWords {

  /** How a text uses names. */
  enum TextKind {
    /** A query or an expression: columns and aliases stand among the names. */
    QUERY,
    /** A header or the words of a definition: a bare name is often an object's. */
    DEFINITION,
    /** A routine's body that is looked at only when it runs. */
    BODY
  }

  private static final Pattern STRING_BODY =
      Pattern.compile("^(.*?)\\sAS (\\$\\w*\\$)(.*)\\2$", Pattern.DOTALL);

  /** A body that the server takes apart when the routine is made. */
  private static final Pattern STANDARD =
      Pattern.compile("^\\s*(BEGIN\\s+ATOMIC|RETURN)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern COMPOSITE =
      Pattern.compile("\\bAS\\s*\\(", Pattern.CASE_INSENSITIVE);

  private static final Set<String> MODES = Set.of("IN", "OUT", "INOUT", "VARIADIC");

  /** An operator's partner is made as an empty shell where it is not there yet. */
  private static final Pattern PARTNER =
      Pattern.compile("(?i)\\b(COMMUTATOR|NEGATOR)\\s*=\\s*(OPERATOR\\s*\\([^)]*\\)|[^\\s,)]+)");

  private final SchemaObject object;
  private BiConsumer<String, TextKind> take;

  ObjectWords(SchemaObject object) {
    this.object = object;
  }

  void each(BiConsumer<String, TextKind> consumer) {
    take = consumer;
    switch (object) {
      case Table o -> table(o);
      case SchemaObject.Domain o -> {
        type(o.type());
        o.collation().ifPresent(this::collation);
        o.defaultValue().ifPresent(this::expression);
        o.checks().forEach(c -> expression(c.condition()));
      }
      case SchemaObject.View o -> view(o);
      case SchemaObject.Routine o -> routine(o);
      case SchemaObject.Trigger o -> {
        take.accept(o.definition(), TextKind.QUERY);
        TriggerStates.ofPartitions(o.options()).keySet().forEach(this::relation);
      }
      case SchemaObject.Policy o -> take.accept(o.definition(), TextKind.QUERY);
      case SchemaObject.Grant o -> grant(o);
      case SchemaObject.NativeObject o -> nativeObject(o);
      case SchemaObject.Namespace ignored -> {}
      case SchemaObject.Extension ignored -> {}
      case SchemaObject.Role ignored -> {}
      case SchemaObject.EnumType ignored -> {}
      case SchemaObject.Sequence ignored -> {}
      case SchemaObject.ExternalType ignored -> {}
    }
  }

  private void view(SchemaObject.View o) {
    take.accept(o.query(), TextKind.QUERY);
    o.indexes().forEach(this::index);
    o.options()
        .forEach(
            (key, value) -> {
              if (key.startsWith("default.") || key.equals("access_method")) {
                take.accept(value, TextKind.QUERY);
              }
            });
  }

  private void routine(SchemaObject.Routine o) {
    String definition = withoutOwnName(o.definition());
    Matcher body = STRING_BODY.matcher(definition);
    if (body.matches()) {
      take.accept(withoutNames(body.group(1)), TextKind.DEFINITION);
      take.accept(body.group(3), TextKind.BODY);
      return;
    }
    int end = definition.indexOf('\n');
    String header = end < 0 ? definition : definition.substring(0, end);
    take.accept(withoutNames(header), TextKind.DEFINITION);
    if (end >= 0) {
      String rest = definition.substring(end);
      take.accept(rest, STANDARD.matcher(rest).find() ? TextKind.QUERY : TextKind.BODY);
    }
  }

  /** Others may bear the same name with other parameters. */
  private static String withoutOwnName(String definition) {
    int open = RoutineName.parameters(definition);
    return open < 0 ? definition : definition.substring(open);
  }

  /** A list in parentheses without the names of its parameters or attributes. */
  private static String withoutNames(String definition) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    boolean starts = false;
    List<Piece> pieces =
        SqlScanner.scan(definition).stream().filter(p -> !p.text().isBlank()).toList();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean name = isName(piece) && !MODES.contains(piece.text().toUpperCase(Locale.ROOT));
      boolean named = starts && name && i + 1 < pieces.size() && isName(pieces.get(i + 1));
      starts &= isName(piece) && !name;
      depth += piece.text().equals("(") ? 1 : piece.text().equals(")") ? -1 : 0;
      starts |= depth == 1 && (piece.text().equals("(") || piece.text().equals(","));
      boolean tight = i > 0 && !isName(piece) && piece.text().length() == 1;
      out.append(named ? "" : (tight ? "" : " ") + piece.text());
    }
    return out.toString();
  }

  private static boolean isName(Piece piece) {
    return piece.kind() == SqlScanner.Kind.WORD || piece.kind() == SqlScanner.Kind.QUOTED;
  }

  /** What it is about, and nothing that only its privileges or roles are called like. */
  private void grant(SchemaObject.Grant o) {
    int on = o.definition().indexOf(" ON ");
    int to = Math.max(o.definition().lastIndexOf(" TO "), o.definition().lastIndexOf(" FROM "));
    boolean later = o.definition().startsWith("ALTER DEFAULT PRIVILEGES");
    if (!later && on > 0 && to > on) {
      take.accept(o.definition().substring(on + 4, to), TextKind.DEFINITION);
    }
  }

  private void nativeObject(SchemaObject.NativeObject o) {
    TextKind kind =
        switch (o.nativeKind()) {
          case "rule", "foreign table", "statistics" -> TextKind.QUERY;
          default -> TextKind.DEFINITION;
        };
    boolean overloads = o.nativeKind().equals("aggregate") || o.nativeKind().equals("operator");
    String text = PARTNER.matcher(o.create()).replaceAll("");
    boolean composite = o.nativeKind().equals("type") && COMPOSITE.matcher(text).find();
    take.accept(overloads ? withoutOwnName(text) : composite ? withoutNames(text) : text, kind);
  }

  private void table(Table table) {
    table.type().ifPresent(this::named);
    for (Column column : table.columns()) {
      type(column.type());
      column.collation().ifPresent(this::collation);
      column.defaultValue().ifPresent(this::expression);
      column.generated().ifPresent(g -> expression(g.expression()));
    }
    table.indexes().forEach(this::index);
    for (Constraint constraint : table.constraints()) {
      switch (constraint) {
        case Constraint.Check c -> expression(c.condition());
        case Constraint.Exclusion c -> {
          parts(c.parts());
          c.predicate().ifPresent(this::expression);
        }
        case Constraint.PrimaryKey ignored -> {}
        case Constraint.Unique ignored -> {}
        case Constraint.ForeignKey ignored -> {}
      }
    }
  }

  private void index(Index index) {
    parts(index.parts());
    index.predicate().ifPresent(this::expression);
  }

  private void parts(List<KeyPart> parts) {
    for (KeyPart part : parts) {
      expression(part.expression());
      part.collation().ifPresent(this::collation);
    }
  }

  /** A bare name, or one in the server's own quotes. */
  private void collation(String name) {
    if (name.startsWith("\"")) {
      take.accept(name, TextKind.DEFINITION);
    } else {
      named(QName.of(name));
    }
  }

  private void expression(Expression expression) {
    switch (expression) {
      case Expression.Call call -> take.accept(call.function() + "()", TextKind.QUERY);
      case Expression.Cast cast -> type(cast.type());
      case Expression.SequenceRef(var name) -> named(name);
      case Expression.Sql(var text) -> take.accept(text, TextKind.QUERY);
      case Expression ignored -> {}
    }
    ExpressionTree.operands(expression).forEach(this::expression);
  }

  private void type(DataType type) {
    switch (type) {
      case DataType.Named(var name) -> named(name);
      case DataType.Array(var element) -> type(element);
      case DataType.Builtin ignored -> {}
      case DataType.InlineEnum ignored -> {}
      case DataType.InlineSet ignored -> {}
    }
  }

  private void relation(QName name) {
    String written = new SqlWriter(PostgresQuoting.INSTANCE).name(name).text();
    take.accept("FROM " + written, TextKind.QUERY);
  }

  private void named(QName name) {
    take.accept(new SqlWriter(PostgresQuoting.INSTANCE).name(name).text(), TextKind.DEFINITION);
  }
}
