package dev.schemac.syntax;

import dev.schemac.diagnostic.Code;
import dev.schemac.grammar.SchemaLexer;
import dev.schemac.grammar.SchemaParser;
import dev.schemac.grammar.SchemaParser.*;
import dev.schemac.syntax.Declaration.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Declarations of what has members, values or a type; {@link CodeBuilder} builds the others. */
final class DeclarationBuilder {
  private final Nodes nodes;
  private final LineParser parser;
  private final DocComments docs;
  private final TypeBuilder types;
  private final ClauseBuilder clauses;
  private final MemberBuilder members;
  private final CodeBuilder code;

  DeclarationBuilder(Nodes nodes, LineParser parser, DocComments docs) {
    this.nodes = nodes;
    this.parser = parser;
    this.docs = docs;
    this.types = new TypeBuilder(nodes);
    ExprBuilder exprs = new ExprBuilder(nodes, types);
    this.clauses = new ClauseBuilder(nodes, types, exprs);
    this.members = new MemberBuilder(nodes, parser, docs, types, exprs, clauses);
    this.code = new CodeBuilder(nodes, parser, docs, clauses, members);
  }

  /** Empty where the line was reported; what stands in its braces is read all the same. */
  Optional<Declaration> declaration(Line line) {
    Optional<String> doc = docs.of(line);
    Optional<DeclarationLineContext> node = parser.parse(line, SchemaParser::declarationLine);
    if (node.isEmpty()) {
      readBlocks(line);
      return Optional.empty();
    }
    boolean external = node.get().EXTERNAL() != null;
    Header header = new Header(doc, external, List.of(), nodes.span(line));
    try {
      Optional<Declaration> built = build(node.get().declaration(), header);
      boolean plain =
          built
              .filter(
                  d -> d instanceof Declaration.RetireDecl || d instanceof Declaration.GrantDecl)
              .isPresent();
      if (plain) {
        docs.refuse(line);
      }
      return built;
    } catch (ExprBuilder.TooDeep deep) {
      nodes.report(Nesting.tooDeep(nodes.tokens().source(), deep.at()));
      return Optional.empty();
    }
  }

  /** Reports what is wrong inside a declaration whose own line cannot be read. */
  private void readBlocks(Line line) {
    boolean values = line.tokens().stream().limit(2).anyMatch(t -> t.getType() == SchemaLexer.ENUM);
    for (var token : line.tokens()) {
      if (token instanceof BlockToken block) {
        if (values) {
          items(block);
        } else {
          members.members(block);
        }
      }
    }
  }

  private Optional<Declaration> build(DeclarationContext node, Header header) {
    if (node.tableDecl() != null) {
      return Optional.of(table(node.tableDecl(), header));
    }
    if (node.enumDecl() != null) {
      return Optional.of(enumeration(node.enumDecl(), header));
    }
    if (node.typeDecl() != null) {
      return type(node.typeDecl(), header);
    }
    if (node.domainDecl() != null) {
      return Optional.of(domain(node.domainDecl(), header));
    }
    if (node.mixinDecl() != null) {
      return Optional.of(mixin(node.mixinDecl(), header));
    }
    if (node.namespaceDecl() != null) {
      NamespaceDeclContext n = node.namespaceDecl();
      return Optional.of(
          new Declaration.NamespaceDecl(
              with(header, n.attribute()), namespace(n), nodes.was(n.was())));
    }
    if (node.sequenceDecl() != null) {
      return Optional.of(sequence(node.sequenceDecl(), header));
    }
    if (node.extensionDecl() != null) {
      ExtensionDeclContext e = node.extensionDecl();
      return Optional.of(
          new Declaration.ExtensionDecl(with(header, e.attribute()), nodes.ident(e.ident())));
    }
    if (node.roleDecl() != null) {
      RoleDeclContext r = node.roleDecl();
      return Optional.of(
          new Declaration.RoleDecl(with(header, r.attribute()), nodes.ident(r.ident())));
    }
    return code.build(node, header);
  }

  /** The connection's own namespace has no name. */
  private Ident namespace(NamespaceDeclContext node) {
    return nodes
        .optional(node.ident())
        .orElseGet(() -> new Ident("", nodes.span(node.NAMESPACE().getSymbol())));
  }

  private Header with(Header header, List<AttributeContext> attributes) {
    return new Header(
        header.doc(),
        header.external(),
        attributes.stream().flatMap(a -> clauses.attribute(a).stream()).toList(),
        header.span());
  }

  private Declaration table(TableDeclContext node, Header header) {
    return new Declaration.TableDecl(
        with(header, node.attribute()),
        nodes.qualified(node.qualified()),
        nodes.was(node.qualifiedWas()),
        mixins(node.mixins()),
        members.members(node.BLOCK()));
  }

  private Declaration mixin(MixinDeclContext node, Header header) {
    return new Declaration.MixinDecl(
        header, nodes.ident(node.ident()), mixins(node.mixins()), members.members(node.BLOCK()));
  }

  private List<Ident> mixins(MixinsContext node) {
    return node == null ? List.of() : nodes.idents(node.ident());
  }

  private Optional<Declaration> type(TypeDeclContext node, Header header) {
    QualifiedIdent name = nodes.qualified(node.qualified());
    if (node.typeUse() == null) {
      if (!header.external()) {
        nodes.report(
            Code.SC1001,
            name.span(),
            "the type `" + name + "` has no definition",
            "write `type " + name + " = …`, or `external type` where it is somebody else's");
      }
      return Optional.of(new Declaration.ExternalTypeDecl(with(header, node.attribute()), name));
    }
    Header whole = with(header, attributes(node.attribute(), node.clauseOrAttribute()));
    return Optional.of(
        new Declaration.TypeDecl(
            whole, name, types.use(node.typeUse()), clauses.clauses(node.clauseOrAttribute())));
  }

  private static List<AttributeContext> attributes(
      List<AttributeContext> first, List<ClauseOrAttributeContext> rest) {
    List<AttributeContext> all = new ArrayList<>(first);
    rest.stream().filter(c -> c.attribute() != null).forEach(c -> all.add(c.attribute()));
    return all;
  }

  private Declaration domain(DomainDeclContext node, Header header) {
    return new Declaration.DomainDecl(
        with(header, attributes(List.of(), node.clauseOrAttribute())),
        nodes.qualified(node.qualified()),
        nodes.was(node.qualifiedWas()),
        types.use(node.typeUse()),
        clauses.clauses(node.clauseOrAttribute()));
  }

  private Declaration sequence(SequenceDeclContext node, Header header) {
    return new Declaration.SequenceDecl(
        with(header, node.attribute()),
        nodes.qualified(node.qualified()),
        nodes.was(node.qualifiedWas()),
        clauses.sequenceOptions(node.sequenceOption()));
  }

  private Declaration enumeration(EnumDeclContext node, Header header) {
    return new Declaration.EnumDecl(
        with(header, node.attribute()),
        nodes.qualified(node.qualified()),
        nodes.was(node.qualifiedWas()),
        storage(node),
        items((BlockToken) node.BLOCK().getSymbol()));
  }

  private Declaration.EnumStorage storage(EnumDeclContext node) {
    if (node.TABLE() != null) {
      return new Declaration.EnumStorage.AsTable(nodes.span(node.TABLE().getSymbol()));
    }
    return node.simpleType() == null
        ? new Declaration.EnumStorage.Native()
        : new Declaration.EnumStorage.AsType(types.simple(node.simpleType()));
  }

  private List<Declaration.EnumItem> items(BlockToken block) {
    List<Declaration.EnumItem> items = new ArrayList<>();
    for (Line line : block.lines()) {
      Optional<String> doc = docs.of(line);
      parser
          .parse(line, SchemaParser::enumLine)
          .map(node -> item(node.enumItem(), doc, line))
          .ifPresent(items::add);
    }
    return List.copyOf(items);
  }

  private Declaration.EnumItem item(EnumItemContext node, Optional<String> doc, Line line) {
    if (!(node instanceof EnumValueContext)) {
      docs.refuse(line);
    }
    if (node instanceof RetireValueContext retire) {
      return new Declaration.EnumItem.Retire(
          nodes.ident(retire.label(0)), nodes.optional(retire.label(1)), nodes.span(line));
    }
    if (node instanceof RemapValueContext remap) {
      return new Declaration.EnumItem.Remap(
          nodes.ident(remap.label(0)), nodes.ident(remap.label(1)), nodes.span(line));
    }
    EnumValueContext value = (EnumValueContext) node;
    return new Declaration.EnumItem.Value(
        doc, nodes.ident(value.label(0)), nodes.optional(value.label(1)));
  }
}
