package dev.schemac.resolve;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.TableNames;
import dev.schemac.model.TriggerStates;
import dev.schemac.resolve.SqlScanner.Kind;
import dev.schemac.resolve.SqlScanner.Piece;
import dev.schemac.sql.MySqlDefiner;
import dev.schemac.sql.SqlWriter;
import dev.schemac.syntax.Declaration.Body;
import dev.schemac.syntax.Declaration.TriggerDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Triggers: PostgreSQL's execute a function, MySQL's have a body. */
final class TriggerBuilder {
  /** When MySQL runs a trigger. */
  private static final Set<String> MOMENTS =
      Set.of(
          "BEFORE INSERT",
          "BEFORE UPDATE",
          "BEFORE DELETE",
          "AFTER INSERT",
          "AFTER UPDATE",
          "AFTER DELETE");

  private final ResolveContext context;
  private final DefinitionText text;
  private final TriggerRows rows;

  TriggerBuilder(ResolveContext context, DefinitionText text) {
    this.context = context;
    this.text = text;
    this.rows = new TriggerRows(context.report);
  }

  /** MySQL's triggers in their order, once all are built. */
  TriggerRows rows() {
    return rows;
  }

  Optional<SchemaObject> build(Declared<TriggerDecl> declared) {
    TriggerDecl d = declared.declaration();
    SortedMap<String, String> options =
        context.optionReader.read(d.header().attributes(), OptionOwner.TRIGGER);
    if (context.optionReader.isForOtherDialectAlone(d.header().attributes())) {
      return Optional.empty();
    }
    QName table = context.relationName(d.table(), declared.namespace());
    boolean known =
        context.tables.containsKey(table)
            || context.declarations.views.containsKey(table)
            || context.declarations.foreignTables.contains(table);
    if (!known) {
      context.report.unknown(
          "table",
          d.table().toString(),
          d.table().span(),
          Declarations.namesIn(context.tables, declared.namespace()));
      return Optional.empty();
    }
    ObjectPath path = new ObjectPath(ObjectKind.TRIGGER, table, declared.name().name());
    Optional<String> definition =
        context.target.isPostgres() ? postgres(declared, table) : mysql(declared, table, options);
    if (definition.isEmpty()) {
      return Optional.empty();
    }
    context.names.tooLong(declared.name().name(), declared.place());
    context.places.put(path, declared.place());
    return Optional.of(
        new SchemaObject.Trigger(
            table,
            declared.name().name(),
            definition.get(),
            Set.of(),
            context.comment(d.header().doc()),
            kept(options, declared)));
  }

  /** On MySQL the definer stands in the definition; {@code origin} is what a trigger is anyway. */
  private SortedMap<String, String> kept(
      SortedMap<String, String> options, Declared<TriggerDecl> declared) {
    SortedMap<String, String> kept = new TreeMap<>(options);
    kept.remove("definer");
    kept.remove("enabled", "origin");
    if (context.target.isPostgres()) {
      kept.replaceAll(
          (key, value) -> TriggerStates.isOfPartitions(key) ? partitions(value, declared) : value);
    }
    return kept;
  }

  /** The tables that the option names, by their full names. */
  private String partitions(String value, Declared<TriggerDecl> declared) {
    List<QName> names = new ArrayList<>();
    for (QName name : TableNames.read(value)) {
      Declarations.find(
              context.tables,
              Optional.of(name.namespace()).filter(n -> !n.isEmpty()),
              name.name(),
              declared.namespace())
          .ifPresentOrElse(
              t -> names.add(t.name),
              () ->
                  context.report.unknown(
                      "table",
                      name.toString(),
                      declared.place(),
                      Declarations.namesIn(context.tables, declared.namespace())));
    }
    return TableNames.write(names);
  }

  private Optional<String> postgres(Declared<TriggerDecl> declared, QName table) {
    TriggerDecl d = declared.declaration();
    Optional<Body> body = Bodies.find(context, d.bodies());
    String clauses = (d.definition() + " " + body.map(Body::clauses).orElse("")).strip();
    List<String> parts = DefinitionText.splitAt(clauses, Set.of("execute"));
    if (parts.size() < 2) {
      if (d.bodies().isEmpty() || body.isPresent()) {
        context.unavailable(
            declared.place(),
            "a trigger that executes no function",
            "write `for each row execute f()`, or the body behind `@mysql`");
      }
      return Optional.empty();
    }
    if (body.isPresent() && !body.get().sql().isBlank()) {
      context.unavailable(
          body.get().span(),
          "a trigger's body",
          "write it as a function that the trigger executes");
      return Optional.empty();
    }
    SqlWriter writer = text.writer().phrase("CREATE");
    if (d.constraint()) {
      writer.phrase("CONSTRAINT");
    }
    writer.phrase("TRIGGER").identifier(d.name().text());
    writer.raw(onTable(parts.get(0), d, table));
    writer.phrase("EXECUTE FUNCTION").raw(function(parts.get(1), declared.namespace()));
    return Optional.of(writer.text());
  }

  /** The header with the table's full name. */
  private String onTable(String header, TriggerDecl d, QName table) {
    StringBuilder out = new StringBuilder();
    List<Piece> pieces = SqlScanner.scan(header);
    boolean done = false;
    for (int i = 0; i < pieces.size(); i++) {
      out.append(pieces.get(i).text());
      if (!done && pieces.get(i).isWord("on")) {
        done = true;
        int words = d.table().namespace().isPresent() ? 2 : 1;
        i = behind(pieces, i, words);
        out.append(' ').append(text.name(table));
      }
    }
    return header.isEmpty() ? "" : quoteRest(out.toString());
  }

  private String quoteRest(String header) {
    return text.header(header);
  }

  /** The index of the last of so many names behind {@code from}. */
  private static int behind(List<Piece> pieces, int from, int names) {
    int at = from;
    int left = names;
    while (left > 0 && at + 1 < pieces.size()) {
      at++;
      Kind kind = pieces.get(at).kind();
      left -= kind == Kind.WORD || kind == Kind.QUOTED ? 1 : 0;
    }
    return at;
  }

  /** {@code execute [function|procedure] f(…)} → the function's full name and its arguments. */
  private String function(String execute, String namespace) {
    String call =
        execute
            .replaceFirst("(?i)^execute\\s+", "")
            .replaceFirst("(?i)^(function|procedure)\\s+", "");
    int open = call.indexOf('(');
    String name = open < 0 ? call : call.substring(0, open).strip();
    String arguments = open < 0 ? "()" : call.substring(open);
    for (var routine : context.declarations.routines) {
      boolean own =
          routine.name().name().equals(name) && routine.name().namespace().equals(namespace);
      if (own) {
        return text.name(routine.name()) + arguments;
      }
    }
    return text.header(name) + arguments;
  }

  private Optional<String> mysql(
      Declared<TriggerDecl> declared, QName table, SortedMap<String, String> options) {
    TriggerDecl d = declared.declaration();
    Optional<Body> body = Bodies.find(context, d.bodies());
    if (body.isEmpty()) {
      if (d.bodies().isEmpty()) {
        context.unavailable(
            declared.place(),
            "a trigger that executes a function",
            "write its body behind `@mysql`, or `@postgres()` behind its header");
      }
      return Optional.empty();
    }
    String clauses = (d.definition() + " " + body.get().clauses()).strip();
    List<String> parts =
        DefinitionText.splitAt(clauses, Set.of("on", "execute", "follows", "precedes", "for"));
    String moment = parts.get(0).toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    Optional<String> foreign =
        MOMENTS.contains(moment) ? unknown(parts, d) : Optional.of(parts.get(0));
    if (foreign.isPresent()) {
      context.unavailable(
          declared.place(),
          "a trigger with `" + foreign.get() + "`",
          "write the condition into the body, and what is PostgreSQL's in a trigger of its own,"
              + " with `@postgres()` behind its name");
      return Optional.empty();
    }
    SqlWriter sql = text.writer().phrase("CREATE");
    MySqlDefiner.write(sql, options.get("definer"));
    sql.phrase("TRIGGER").name(table.withName(d.name().text())).raw(moment);
    sql.phrase("ON").name(table).phrase("FOR EACH ROW");
    ObjectPath path = new ObjectPath(ObjectKind.TRIGGER, table, d.name().text());
    rows.add(path, moment, place(parts), declared.place());
    return Optional.of(sql.line(0).raw(DefinitionText.withoutSemicolon(body.get().sql())).text());
  }

  /** What a header says beyond what MySQL has words for: {@code when (…)}. */
  private static Optional<String> unknown(List<String> parts, TriggerDecl d) {
    int table = d.table().namespace().isPresent() ? 3 : 2;
    for (String part : parts.subList(1, parts.size())) {
      List<Piece> pieces = SqlScanner.scan(part).stream().filter(TriggerBuilder::counts).toList();
      int known =
          switch (pieces.getFirst().text().toLowerCase(Locale.ROOT)) {
            case "on" -> table;
            case "for" -> isForEachRow(pieces) ? 3 : 0;
            case "execute" -> pieces.size();
            default -> 2;
          };
      if (pieces.size() > known) {
        return Optional.of(behind(part, known));
      }
    }
    return Optional.empty();
  }

  private static boolean counts(Piece piece) {
    return !piece.text().isBlank() && !piece.text().equals(".");
  }

  /** The text behind so many pieces that count. */
  private static String behind(String part, int count) {
    StringBuilder rest = new StringBuilder();
    int seen = 0;
    for (Piece piece : SqlScanner.scan(part)) {
      seen += counts(piece) ? 1 : 0;
      rest.append(seen > count ? piece.text() : "");
    }
    return rest.toString();
  }

  private static boolean isForEachRow(List<Piece> pieces) {
    return pieces.size() > 2 && pieces.get(2).isWord("row");
  }

  /** {@code follows x} or {@code precedes x}. */
  private static Optional<TriggerRows.Place> place(List<String> parts) {
    for (String part : parts.subList(1, parts.size())) {
      List<Piece> pieces =
          SqlScanner.scan(part).stream()
              .filter(p -> p.kind() == Kind.WORD || p.kind() == Kind.QUOTED)
              .toList();
      boolean follows = !pieces.isEmpty() && pieces.getFirst().isWord("follows");
      boolean precedes = !pieces.isEmpty() && pieces.getFirst().isWord("precedes");
      if (pieces.size() > 1 && (follows || precedes)) {
        return Optional.of(new TriggerRows.Place(follows, pieces.getLast().name()));
      }
    }
    return Optional.empty();
  }
}
