package dev.schemac.syntax;

import dev.schemac.grammar.SchemaLexer;
import dev.schemac.grammar.SchemaParser.BaseTypeContext;
import dev.schemac.grammar.SchemaParser.PlainTypeContext;
import dev.schemac.grammar.SchemaParser.RefTypeContext;
import dev.schemac.grammar.SchemaParser.SimpleTypeContext;
import dev.schemac.grammar.SchemaParser.TypeArgumentContext;
import dev.schemac.grammar.SchemaParser.TypeNameContext;
import dev.schemac.grammar.SchemaParser.TypeUseContext;
import dev.schemac.model.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Types. */
final class TypeBuilder {
  private final Nodes nodes;

  TypeBuilder(Nodes nodes) {
    this.nodes = nodes;
  }

  TypeExpr use(TypeUseContext node) {
    List<TypeExpr> alternatives = node.simpleType().stream().map(this::simple).toList();
    return alternatives.size() == 1
        ? alternatives.get(0)
        : new TypeExpr.PerDialect(alternatives, nodes.span(node));
  }

  TypeExpr simple(SimpleTypeContext node) {
    TypeExpr type = base(node.baseType());
    for (var bracket : node.RB()) {
      type = new TypeExpr.ArrayOf(type, nodes.span(node.getStart(), bracket.getSymbol()));
    }
    return type;
  }

  private TypeExpr base(BaseTypeContext node) {
    return node instanceof RefTypeContext ref ? ref(ref) : plain((PlainTypeContext) node);
  }

  private TypeExpr ref(RefTypeContext node) {
    return new TypeExpr.Ref(
        nodes.qualified(node.qualified()), nodes.optional(node.ident()), nodes.span(node));
  }

  private TypeExpr plain(PlainTypeContext node) {
    TypeNameContext written = node.typeName();
    Optional<Dialect> dialect = dialect(written);
    QualifiedIdent name = name(written, dialect.isPresent());
    String word = name.name().text().toLowerCase(Locale.ROOT);
    boolean labels =
        (word.equals("enum") || word.equals("set"))
            && name.namespace().isEmpty()
            && dialect.isEmpty()
            && !node.typeArgument().isEmpty();
    if (labels) {
      return new TypeExpr.InlineLabels(
          word.equals("set"),
          node.typeArgument().stream().map(a -> nodes.ident(a.getStop())).toList(),
          nodes.span(node));
    }
    List<String> suffixes = suffixes(node);
    List<String> zone = suffixes.stream().filter(s -> s.contains("time")).toList();
    return new TypeExpr.Plain(
        dialect,
        zone.isEmpty() ? name : zoned(name, zone.get(0), node),
        node.typeArgument().stream().map(TypeBuilder::argument).toList(),
        suffixes.stream().filter(s -> !s.contains("time")).toList(),
        nodes.span(node));
  }

  /** {@code postgres.citext}: a dialect's own type, no namespace. */
  private static Optional<Dialect> dialect(TypeNameContext node) {
    if (node.typeWord() == null || node.ident() == null) {
      return Optional.empty();
    }
    String label = Nodes.name(node.getStart());
    for (Dialect dialect : Dialect.values()) {
      if (dialect.label().equals(label)) {
        return Optional.of(dialect);
      }
    }
    return Optional.empty();
  }

  private QualifiedIdent name(TypeNameContext node, boolean ofDialect) {
    if (node.typeWord() == null) {
      Ident words = new Ident(nodes.text(node).toLowerCase(Locale.ROOT), nodes.span(node));
      return new QualifiedIdent(Optional.empty(), words);
    }
    Ident first = nodes.ident(node.typeWord());
    if (node.ident() == null) {
      return new QualifiedIdent(Optional.empty(), first);
    }
    Optional<Ident> namespace = ofDialect ? Optional.empty() : Optional.of(first);
    return new QualifiedIdent(namespace, nodes.ident(node.ident()));
  }

  private static QualifiedIdent zoned(QualifiedIdent name, String zone, PlainTypeContext node) {
    Ident words = new Ident(name.name().text() + " " + zone, name.name().span());
    return new QualifiedIdent(name.namespace(), words);
  }

  private List<String> suffixes(PlainTypeContext node) {
    List<String> found = new ArrayList<>();
    node.typeSuffix().forEach(s -> found.add(nodes.text(s).toLowerCase(Locale.ROOT)));
    if (node.ARRAY() != null) {
      found.add("array");
    }
    return found;
  }

  private static String argument(TypeArgumentContext node) {
    Token last = node.getStop();
    String value = last.getType() == SchemaLexer.STRING ? Nodes.name(last) : last.getText();
    return node.MINUS() != null ? "-" + value : value;
  }
}
