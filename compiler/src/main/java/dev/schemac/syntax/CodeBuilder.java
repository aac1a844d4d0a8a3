package dev.schemac.syntax;

import dev.schemac.diagnostic.Code;
import dev.schemac.grammar.SchemaParser;
import dev.schemac.grammar.SchemaParser.*;
import dev.schemac.model.Dialect;
import dev.schemac.syntax.Declaration.Body;
import dev.schemac.syntax.Declaration.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Declarations with SQL in them: views, routines, triggers, policies, grants, native objects. */
final class CodeBuilder {
  private final Nodes nodes;
  private final LineParser parser;
  private final DocComments docs;
  private final ClauseBuilder clauses;
  private final MemberBuilder members;
  private final HeaderWords words;

  CodeBuilder(
      Nodes nodes,
      LineParser parser,
      DocComments docs,
      ClauseBuilder clauses,
      MemberBuilder members) {
    this.nodes = nodes;
    this.parser = parser;
    this.docs = docs;
    this.clauses = clauses;
    this.members = members;
    this.words = new HeaderWords(nodes);
  }

  Optional<Declaration> build(DeclarationContext node, Header header) {
    if (node.viewDecl() != null) {
      return Optional.of(view(node.viewDecl(), header));
    }
    if (node.routineDecl() != null) {
      return Optional.of(routine(node.routineDecl(), header));
    }
    if (node.triggerDecl() != null) {
      return trigger(node.triggerDecl(), header);
    }
    if (node.policyDecl() != null) {
      PolicyDeclContext p = node.policyDecl();
      return Optional.of(
          new Declaration.PolicyDecl(
              with(header, p.attribute(), null),
              nodes.ident(p.ident()),
              nodes.was(p.was()),
              nodes.qualified(p.qualified()),
              nodes.text(p.routineWord())));
    }
    if (node.grantDecl() != null) {
      return words.grant(node.grantDecl(), header);
    }
    return node.nativeDecl() != null
        ? nativeObject(node.nativeDecl(), header)
        : words.retire(node.retireDecl(), header);
  }

  /** The header with the options that stand behind the name and inside dialect bodies. */
  private Header with(Header header, List<AttributeContext> own, BodiesContext bodies) {
    List<AttributeContext> all = new ArrayList<>(own);
    if (bodies != null) {
      bodies.dialectBody().forEach(body -> all.addAll(body.attribute()));
    }
    return new Header(
        header.doc(),
        header.external(),
        all.stream().flatMap(a -> clauses.attribute(a).stream()).toList(),
        header.span());
  }

  private List<Body> bodies(BodiesContext node) {
    List<Body> bodies = new ArrayList<>();
    if (node != null && node.RAW() != null) {
      bodies.add(body(Optional.empty(), "", node.RAW(), node));
    }
    if (node != null) {
      node.dialectBody().forEach(body -> dialectBody(body).ifPresent(bodies::add));
    }
    return List.copyOf(bodies);
  }

  private Optional<Body> dialectBody(DialectBodyContext node) {
    List<ParserRuleContext> header = new ArrayList<>();
    if (node.bodyWord() != null) {
      header.add(node.bodyWord());
      header.addAll(node.routineWord());
    }
    Token word = node.getStart();
    return nodes
        .dialect(word)
        .map(dialect -> body(Optional.of(dialect), nodes.text(header), node.RAW(), node));
  }

  private Body body(
      Optional<Dialect> dialect, String header, TerminalNode raw, ParserRuleContext whole) {
    return new Body(
        dialect,
        header,
        RawText.of(raw.getText()),
        RawText.isVerbatim(raw.getText()),
        nodes.span(whole));
  }

  private Declaration view(ViewDeclContext node, Header header) {
    List<Member> found = new ArrayList<>();
    List<Declaration.ViewColumn> columns = new ArrayList<>();
    if (node.BLOCK() != null) {
      for (Line line : ((BlockToken) node.BLOCK().getSymbol()).lines()) {
        viewLine(line, found, columns);
      }
    }
    return new Declaration.ViewDecl(
        with(header, node.attribute(), node.bodies()),
        nodes.qualified(node.qualified()),
        nodes.was(node.qualifiedWas()),
        node.MATERIALIZED() != null,
        nodes.idents(node.ident()),
        bodies(node.bodies()),
        List.copyOf(found),
        List.copyOf(columns));
  }

  private void viewLine(Line line, List<Member> found, List<Declaration.ViewColumn> columns) {
    Optional<String> doc = docs.of(line);
    Optional<ViewLineContext> node = parser.parse(line, SchemaParser::viewLine);
    if (node.isPresent() && node.get().viewColumn() != null) {
      columns.add(new Declaration.ViewColumn(nodes.ident(node.get().viewColumn()), doc));
    } else if (node.isPresent()) {
      members.member(node.get().member(), doc, nodes.span(line)).ifPresent(found::add);
    }
  }

  private Declaration routine(RoutineDeclContext node, Header header) {
    List<ParameterContext> parameters = node.parameters().parameter();
    return new Declaration.RoutineDecl(
        with(header, node.attribute(), node.bodies()),
        node.PROCEDURE() != null,
        nodes.qualified(node.qualified()),
        parameters.stream().map(nodes::text).toList(),
        parameters.stream()
            .flatMap(p -> Parameters.type(nodes.range(p.getStart(), p.getStop())).stream())
            .toList(),
        nodes.text(node.routineWord()),
        bodies(node.bodies()));
  }

  private Optional<Declaration> trigger(TriggerDeclContext node, Header header) {
    Ident name = nodes.ident(node.ident());
    Optional<QualifiedIdent> table = words.behindOn(node.routineWord());
    if (table.isEmpty()) {
      nodes.report(
          Code.SC1001,
          name.span(),
          "the trigger `" + name.text() + "` names no table",
          "write `trigger " + name.text() + " before update on TABLE …`");
    }
    return table.map(
        on ->
            new Declaration.TriggerDecl(
                with(header, node.attribute(), node.bodies()),
                node.CONSTRAINT() != null,
                name,
                nodes.was(node.was()),
                on,
                nodes.text(node.routineWord()),
                bodies(node.bodies())));
  }

  private Optional<Declaration> nativeObject(NativeDeclContext node, Header header) {
    NativeWordContext last = node.nativeWord(node.nativeWord().size() - 1);
    nodes.text(node.nativeWord(0).getStart(), last.getStop());
    List<Token> tokens = nodes.range(node.nativeWord(0).getStart(), last.getStop());
    Optional<HeaderWords.Named> named = words.named(tokens);
    if (named.isEmpty()) {
      nodes.report(
          Code.SC1001,
          nodes.span(node.NATIVE().getSymbol()),
          "a native object has a kind and a name",
          "write `native aggregate my_sum(int) @postgres \"\"\"create …\"\"\"`");
      return Optional.empty();
    }
    Optional<Dialect> dialect = nodes.dialect(node.AT_WORD().getSymbol());
    Optional<Body> drop = Optional.ofNullable(node.RAW(1)).map(raw -> rawBody(dialect, raw));
    return dialect.map(
        d ->
            new Declaration.NativeDecl(
                with(header, node.attribute(), null),
                named.get().kind(),
                named.get().name(),
                d,
                rawBody(dialect, node.RAW(0)),
                drop));
  }

  private Body rawBody(Optional<Dialect> dialect, TerminalNode raw) {
    return new Body(
        dialect,
        "",
        RawText.of(raw.getText()),
        RawText.isVerbatim(raw.getText()),
        nodes.span(raw.getSymbol()));
  }
}
