package dev.schemac.syntax;

import dev.schemac.diagnostic.Span;
import dev.schemac.model.Dialect;
import java.util.List;
import java.util.Optional;

/** Everything that stands at the top level of a file. */
public sealed interface Declaration {

  /**
   * What all declarations have; {@code span} covers the whole declaration, {@code doc} is the text
   * of its {@code ///} lines.
   */
  record Header(Optional<String> doc, boolean external, List<Attribute> attributes, Span span) {
    public Header {
      attributes = List.copyOf(attributes);
    }
  }

  Header header();

  record NamespaceDecl(Header header, Ident name, Optional<Ident> was) implements Declaration {}

  record EnumDecl(
      Header header,
      QualifiedIdent name,
      Optional<QualifiedIdent> was,
      EnumStorage storage,
      List<EnumItem> items)
      implements Declaration {}

  /** How an enum is stored. */
  sealed interface EnumStorage {
    record Native() implements EnumStorage {}

    /** {@code as varchar(50)}, {@code as text}. */
    record AsType(TypeExpr type) implements EnumStorage {}

    /** {@code as table}. */
    record AsTable(Span span) implements EnumStorage {}
  }

  /** A line of an enum's body. */
  sealed interface EnumItem {
    record Value(Optional<String> doc, Ident label, Optional<Ident> was) implements EnumItem {}

    record Retire(Ident label, Optional<Ident> replacement, Span span) implements EnumItem {}

    record Remap(Ident from, Ident to, Span span) implements EnumItem {}
  }

  /** {@code type N = T [check (…)] [default …]}. */
  record TypeDecl(Header header, QualifiedIdent name, TypeExpr type, List<Clause> clauses)
      implements Declaration {}

  /** {@code domain N = T [not null] [check NAME (…)]}. */
  record DomainDecl(
      Header header,
      QualifiedIdent name,
      Optional<QualifiedIdent> was,
      TypeExpr type,
      List<Clause> clauses)
      implements Declaration {}

  record MixinDecl(Header header, Ident name, List<Ident> mixins, List<Member> members)
      implements Declaration {}

  record TableDecl(
      Header header,
      QualifiedIdent name,
      Optional<QualifiedIdent> was,
      List<Ident> mixins,
      List<Member> members)
      implements Declaration {}

  record SequenceDecl(
      Header header,
      QualifiedIdent name,
      Optional<QualifiedIdent> was,
      List<SequenceOption> options)
      implements Declaration {}

  /**
   * {@code as bigint}, {@code start 10}, {@code increment 2}, {@code min 5}, {@code max 9}, {@code
   * cache 5}, {@code cycle}, {@code owned by t.c}, {@code sequence NAME}; {@code key} is the first
   * word ({@code owned} for {@code owned by}).
   */
  record SequenceOption(String key, String value, Span span) {}

  record ExtensionDecl(Header header, Ident name) implements Declaration {}

  record RoleDecl(Header header, Ident name) implements Declaration {}

  /** {@code external type public.geometry}. */
  record ExternalTypeDecl(Header header, QualifiedIdent name) implements Declaration {}

  /**
   * A body in raw fences: {@code = """…"""} (no dialect) or {@code @postgres language sql """…"""}.
   *
   * @param clauses header text that stands between the dialect and the body, single-blanked
   * @param sql dedented, CRLF turned into LF, without leading or trailing blank lines; as written
   *     where the block is verbatim
   * @param verbatim whether text stands right behind the fence, so that every character counts
   */
  record Body(Optional<Dialect> dialect, String clauses, String sql, boolean verbatim, Span span) {

    /** A routine's body to the last character: a laid out block stands on lines of its own. */
    public String exact() {
      return verbatim ? sql : "\n" + sql + "\n";
    }
  }

  record ViewDecl(
      Header header,
      QualifiedIdent name,
      Optional<QualifiedIdent> was,
      boolean materialized,
      List<Ident> columns,
      List<Body> bodies,
      List<Member> members,
      List<ViewColumn> viewColumns)
      implements Declaration {}

  /** A line in a view's braces that names an output column to comment it. */
  record ViewColumn(Ident name, Optional<String> doc) {}

  /**
   * A function or a procedure.
   *
   * @param parameters each as written, single-blanked: {@code p_film_id int}, {@code out p int}
   * @param signature the identity's types: of all but {@code out} and {@code table} parameters
   * @param clauses what stands between the parameters and the body, single-blanked: {@code returns
   *     int language sql immutable}
   */
  record RoutineDecl(
      Header header,
      boolean procedure,
      QualifiedIdent name,
      List<String> parameters,
      List<String> signature,
      String clauses,
      List<Body> bodies)
      implements Declaration {}

  /**
   * A trigger.
   *
   * @param definition what stands behind the name, single-blanked: {@code before update on actor
   *     for each row execute last_updated()}
   */
  record TriggerDecl(
      Header header,
      boolean constraint,
      Ident name,
      Optional<Ident> was,
      QualifiedIdent table,
      String definition,
      List<Body> bodies)
      implements Declaration {}

  /**
   * A policy.
   *
   * @param definition what stands behind the table, single-blanked: {@code for all to app using (…)
   *     check (…)}
   */
  record PolicyDecl(
      Header header, Ident name, Optional<Ident> was, QualifiedIdent table, String definition)
      implements Declaration {}

  /**
   * {@code grant} or {@code revoke}.
   *
   * @param privileges {@code select, insert (no, title)}
   * @param on {@code table invoices}, {@code function f(int, text)}, {@code namespace shop}, {@code
   *     new tables}; a bare name is a table
   * @param rest {@code to app_user with grant option}
   */
  record GrantDecl(Header header, boolean revoke, String privileges, String on, String rest)
      implements Declaration {}

  /**
   * {@code native KIND NAME @dialect """create …""" [drop """…"""]}.
   *
   * @param kind {@code aggregate}, {@code event trigger}
   * @param name with the signature where one was written: {@code group_concat(text)}
   */
  record NativeDecl(
      Header header,
      String kind,
      QualifiedIdent name,
      Dialect dialect,
      Body create,
      Optional<Body> drop)
      implements Declaration {}

  /**
   * {@code retire KIND NAME}.
   *
   * @param kind {@code table}, {@code native aggregate}, {@code materialized view}
   * @param name with the signature for routines
   * @param table of {@code retire trigger t on x}
   */
  record RetireDecl(
      Header header,
      String kind,
      QualifiedIdent name,
      Optional<QualifiedIdent> table,
      RetireCondition condition)
      implements Declaration {}

  /** What a retirement waits for. */
  enum RetireCondition {
    ALWAYS,
    WHEN_EMPTY,
    WHEN_NULL
  }
}
