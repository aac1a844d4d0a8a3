package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Options;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Target;
import dev.schemac.resolve.SqlScanner.Piece;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.SqlWriter;
import dev.schemac.syntax.Declaration.Body;
import dev.schemac.syntax.Declaration.RoutineDecl;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Functions and procedures. */
final class RoutineBuilder {
  /** Words of a header that PostgreSQL alone knows. */
  private static final Set<String> POSTGRES_WORDS =
      Set.of(
          "immutable",
          "stable",
          "volatile",
          "strict",
          "leakproof",
          "parallel",
          "setof",
          "plpgsql",
          "cost",
          "rows",
          "support",
          "window",
          "transform");

  private final ResolveContext context;
  private final DefinitionText text;

  RoutineBuilder(ResolveContext context, DefinitionText text) {
    this.context = context;
    this.text = text;
  }

  /** On MySQL the name alone: a database has one routine of a kind and name. */
  static ObjectPath path(Declared<RoutineDecl> declared, Target target) {
    RoutineDecl d = declared.declaration();
    String name = declared.name().name();
    return ObjectPath.of(
        d.procedure() ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION,
        declared
            .name()
            .withName(target.isMySql() ? name : RoutineSignature.of(name, d.signature())));
  }

  Optional<SchemaObject> build(Declared<RoutineDecl> declared) {
    RoutineDecl d = declared.declaration();
    ObjectPath path = path(declared, context.target);
    SortedMap<String, String> options =
        context.optionReader.read(d.header().attributes(), OptionOwner.ROUTINE);
    if (d.header().external()) {
      context.places.put(path, declared.place());
      return Optional.of(
          routine(
              declared, path, "", Set.of(), declared.declaration().header().doc(), Options.none()));
    }
    boolean linked = context.target.isPostgres() && d.bodies().isEmpty() && isLinked(d.clauses());
    Optional<Body> body =
        linked
            ? Optional.of(new Body(Optional.empty(), "", "", true, declared.place()))
            : Bodies.of(context, d.bodies(), declared.place(), d.header().attributes());
    if (body.isEmpty()) {
      return Optional.empty();
    }
    String clauses = (d.clauses() + " " + body.get().clauses()).strip();
    if (!linked && isLinked(clauses)) {
      context.report.say(
          Code.SC2007,
          declared.place(),
          "a body stands behind `=`, not behind `as`",
          "write `= \"\"\"…\"\"\"` in the place of `as \"\"\"…\"\"\"`");
      return Optional.empty();
    }
    if (!fits(declared, clauses, body.get())) {
      return Optional.empty();
    }
    context.names.tooLong(declared.name().name(), declared.place());
    context.places.put(path, declared.place());
    String definition =
        context.target.isPostgres()
            ? postgres(declared, clauses, body.get(), linked)
            : new MySqlRoutine(text).definition(declared, clauses, body.get(), options);
    return Optional.of(
        routine(declared, path, definition, Set.of(), comment(declared, clauses), kept(options)));
  }

  private static SchemaObject.Routine routine(
      Declared<RoutineDecl> declared,
      ObjectPath path,
      String definition,
      Set<ObjectPath> dependsOn,
      Optional<String> comment,
      SortedMap<String, String> options) {
    return new SchemaObject.Routine(
        path.kind(),
        path.owner(),
        definition,
        dependsOn,
        comment,
        declared.declaration().header().external(),
        options);
  }

  /** MySQL's own clause says the same as a comment above the declaration. */
  private Optional<String> comment(Declared<RoutineDecl> declared, String clauses) {
    Optional<String> doc = declared.declaration().header().doc();
    return context.target.isMySql() && doc.isEmpty() ? MySqlClauses.of(clauses).comment() : doc;
  }

  /** On MySQL the other options stand in the definition. */
  private static SortedMap<String, String> kept(SortedMap<String, String> options) {
    SortedMap<String, String> kept = new TreeMap<>(options);
    kept.keySet().removeAll(Set.of("definer", "security"));
    return kept;
  }

  /** A routine written for one server does not run on the other. */
  private boolean fits(Declared<RoutineDecl> declared, String clauses, Body body) {
    Optional<String> foreign = Optional.empty();
    boolean language = false;
    for (Piece piece : SqlScanner.scan(clauses)) {
      language |= piece.isWord("language");
      if (POSTGRES_WORDS.contains(piece.text().toLowerCase(Locale.ROOT))) {
        foreign = Optional.of(piece.text());
      }
    }
    if (context.target.isMySql() && foreign.isPresent()) {
      context.unavailable(
          declared.place(),
          "a routine with `" + foreign.get() + "`",
          "write one body behind `@postgres` and one behind `@mysql`");
      return false;
    }
    if (context.target.isPostgres() && !language && !isStandardBody(body.sql())) {
      context.unavailable(
          declared.place(),
          "a routine without `language`",
          "write `language sql` or `language plpgsql`, or its body behind `@mysql`");
      return false;
    }
    return true;
  }

  /** {@code as 'library', 'symbol'}: a function that is no text. */
  private static boolean isLinked(String clauses) {
    return DefinitionText.splitAt(clauses, Set.of("as")).size() > 1;
  }

  /** {@code begin atomic … end} and {@code return …} are no strings (PostgreSQL 14 and newer). */
  private static boolean isStandardBody(String sql) {
    String start = sql.strip().toLowerCase(Locale.ROOT);
    return start.startsWith("begin atomic") || start.startsWith("return ");
  }

  private String postgres(
      Declared<RoutineDecl> declared, String clauses, Body body, boolean linked) {
    SqlWriter writer = header(declared);
    if (!clauses.isEmpty()) {
      writer.raw(text.header(clauses));
    }
    if (linked) {
      return writer.text();
    }
    boolean sql =
        clauses.toLowerCase(Locale.ROOT).contains("language sql") || !clauses.contains("language");
    if (sql && isStandardBody(body.sql())) {
      return writer.line(0).raw(body.sql().strip()).text();
    }
    String quote = PostgresQuoting.fence(body.exact());
    return writer.phrase("AS").raw(quote).close(body.exact()).close(quote).text();
  }

  private SqlWriter header(Declared<RoutineDecl> declared) {
    RoutineDecl d = declared.declaration();
    SqlWriter writer = text.writer().phrase("CREATE");
    return parameters(
        writer.phrase(d.procedure() ? "PROCEDURE" : "FUNCTION").name(declared.name()), d);
  }

  private SqlWriter parameters(SqlWriter writer, RoutineDecl d) {
    writer.close("(");
    for (int i = 0; i < d.parameters().size(); i++) {
      if (i > 0) {
        writer.close(",");
      }
      writer.raw(text.header(d.parameters().get(i)));
    }
    return writer.close(")");
  }
}
