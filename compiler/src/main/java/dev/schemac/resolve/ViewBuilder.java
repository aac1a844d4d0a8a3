package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.MySqlDefiner;
import dev.schemac.syntax.Declaration.Body;
import dev.schemac.syntax.Declaration.ViewColumn;
import dev.schemac.syntax.Declaration.ViewDecl;
import dev.schemac.syntax.Ident;
import dev.schemac.syntax.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Views and materialised views. */
final class ViewBuilder {
  private final ResolveContext context;
  private final TableBuilder tables;

  ViewBuilder(ResolveContext context, TableBuilder tables) {
    this.context = context;
    this.tables = tables;
  }

  Optional<SchemaObject> build(Declared<ViewDecl> declared) {
    ViewDecl d = declared.declaration();
    SortedMap<String, String> options = options(d);
    if (d.header().external()) {
      return external(declared, options);
    }
    Optional<Body> body = Bodies.of(context, d.bodies(), declared.place(), d.header().attributes());
    if (body.isEmpty()) {
      return Optional.empty();
    }
    if (d.materialized() && context.target.isMySql()) {
      context.unavailable(
          declared.place(),
          "a materialized view",
          "write its body as `@postgres \"\"\"…\"\"\"`, and a table for MySQL");
      return Optional.empty();
    }
    context.names.tooLong(declared.name().name(), declared.place());
    ObjectKind kind = d.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW;
    ObjectPath path = ObjectPath.of(kind, declared.name());
    context.places.put(path, declared.place());
    String query = DefinitionText.withoutSemicolon(body.get().sql());
    return Optional.of(
        new SchemaObject.View(
            declared.name(),
            d.materialized(),
            d.columns().stream().map(Ident::text).toList(),
            query,
            indexes(declared),
            columnComments(d),
            Set.of(),
            context.comment(d.header().doc()),
            options,
            false));
  }

  /** Somebody else's: only its name and columns count, and its indexes are somebody else's too. */
  private Optional<SchemaObject> external(
      Declared<ViewDecl> declared, SortedMap<String, String> options) {
    ViewDecl d = declared.declaration();
    if (d.materialized() && context.target.isMySql()) {
      return Optional.empty();
    }
    ObjectKind kind = d.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW;
    context.places.put(ObjectPath.of(kind, declared.name()), declared.place());
    if (!d.bodies().isEmpty()) {
      context.report.say(
          Code.SC2007,
          declared.place(),
          "an external view is somebody else's, its query too",
          "leave the query out");
    }
    return Optional.of(
        new SchemaObject.View(
            declared.name(),
            d.materialized(),
            d.columns().stream().map(Ident::text).toList(),
            "",
            List.of(),
            new TreeMap<>(),
            Set.of(),
            context.comment(d.header().doc()),
            options,
            true));
  }

  private SortedMap<String, String> options(ViewDecl d) {
    OptionOwner owner = d.materialized() ? OptionOwner.MATERIALIZED_VIEW : OptionOwner.VIEW;
    SortedMap<String, String> options =
        new TreeMap<>(context.optionReader.read(d.header().attributes(), owner));
    String data = options.remove("with_data");
    if ("false".equals(data) || "off".equals(data)) {
      options.put("no data", "true");
    }
    String security = options.remove("security");
    if (security != null) {
      options.put("sql_security", security);
    }
    if (context.target.isMySql()) {
      options.remove("sql_security", "definer");
      options.remove("algorithm", "undefined");
      options.computeIfPresent("definer", (key, definer) -> MySqlDefiner.account(definer));
    }
    return options;
  }

  private SortedMap<String, String> columnComments(ViewDecl d) {
    SortedMap<String, String> comments = new TreeMap<>();
    for (ViewColumn column : d.viewColumns()) {
      if (column.doc().isPresent() && context.target.isPostgres()) {
        comments.put(column.name().text(), column.doc().get());
      }
    }
    return comments;
  }

  private List<Index> indexes(Declared<ViewDecl> declared) {
    ViewDecl d = declared.declaration();
    TableDraft draft =
        new TableDraft(
            declared.name(), declared.namespace(), declared.place(), false, Optional.empty());
    draft.open = true;
    for (Member member : d.members()) {
      boolean index =
          member instanceof Member.KeyDecl key
              && (key.kind() == Member.KeyKind.INDEX || key.kind() == Member.KeyKind.UNIQUE_INDEX);
      if (!index || !d.materialized()) {
        context.report.say(
            Code.SC2007,
            member.span(),
            d.materialized()
                ? "a materialized view has indexes and nothing else"
                : "a view has no members");
      } else {
        draft.keys.add((Member.KeyDecl) member);
      }
    }
    return new ArrayList<>(tables.indexesOf(draft));
  }
}
