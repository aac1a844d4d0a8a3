package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.SchemaObject;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.syntax.Clause;
import dev.schemac.syntax.Declaration.EnumDecl;
import dev.schemac.syntax.Declaration.EnumItem;
import dev.schemac.syntax.Declaration.EnumStorage;
import dev.schemac.syntax.Ident;
import dev.schemac.syntax.Member;
import dev.schemac.syntax.QualifiedIdent;
import dev.schemac.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Declared enums in their storages. */
final class EnumBuilder {
  private final ResolveContext context;

  EnumBuilder(ResolveContext context) {
    this.context = context;
  }

  /** The lookup table of an enum that is stored {@code as table}. */
  TableDraft lookup(Declared<EnumDecl> declared) {
    TableDraft draft =
        new TableDraft(
            declared.name(),
            declared.namespace(),
            declared.place(),
            declared.declaration().header().external(),
            declared.declaration().header().doc());
    ResolvedType value =
        ResolvedType.of(context.types.ofEnum(declared).type(), declared.name().toString());
    Clause key = new Clause.PrimaryKey(Optional.empty(), declared.place());
    add(draft, "value", value, List.of(key));
    add(draft, "position", ResolvedType.of(DataType.Builtin.of("int"), "int"), List.of());
    return draft;
  }

  private static void add(TableDraft draft, String name, ResolvedType type, List<Clause> clauses) {
    Span place = draft.place;
    TypeExpr written =
        new TypeExpr.Plain(
            Optional.empty(),
            new QualifiedIdent(Optional.empty(), new Ident(type.written(), place)),
            List.of(),
            List.of(),
            place);
    ColumnDraft column =
        new ColumnDraft(
            draft,
            new Member.ColumnDecl(
                Optional.empty(),
                new Ident(name, place),
                Optional.empty(),
                written,
                false,
                clauses,
                List.of(),
                place));
    column.type = Optional.of(type);
    draft.columns.put(name, column);
  }

  /** The rows of a lookup table: each value with its position, counted from one. */
  static List<List<Expression>> rows(EnumDecl declaration) {
    List<List<Expression>> rows = new ArrayList<>();
    for (String label : EnumColumnTypes.labels(declaration)) {
      rows.add(
          List.of(
              new Expression.StringLiteral(label),
              new Expression.NumberLiteral(Integer.toString(rows.size() + 1))));
    }
    return rows;
  }

  /** PostgreSQL's type of a native enum; other storages have no object of their own. */
  Optional<SchemaObject.EnumType> build(Declared<EnumDecl> declared) {
    EnumDecl d = declared.declaration();
    checkLabels(d);
    var options = context.optionReader.read(d.header().attributes(), OptionOwner.TYPE);
    ObjectPath path = ObjectPath.of(ObjectKind.ENUM, declared.name());
    for (EnumItem item : d.items()) {
      if (item instanceof EnumItem.Value value) {
        context.places.put(
            new ObjectPath(ObjectKind.ENUM_VALUE, declared.name(), value.label().text()),
            value.label().span());
      }
    }
    boolean type = d.storage() instanceof EnumStorage.Native && context.target.isPostgres();
    context.places.put(path, declared.place());
    if (!type) {
      return Optional.empty();
    }
    context.names.tooLong(declared.name().name(), declared.place());
    for (String label : EnumColumnTypes.labels(d)) {
      if (!AutomaticNames.fits(context.target.dialect(), label)) {
        context.report.say(
            Code.SC2013,
            declared.place(),
            "value `" + label + "` is longer than PostgreSQL allows",
            "63 bytes of UTF-8 at most, or store the enum `as text`");
      }
    }
    return Optional.of(
        new SchemaObject.EnumType(
            declared.name(), EnumColumnTypes.labels(d), d.header().doc(), options));
  }

  private void checkLabels(EnumDecl d) {
    List<Ident> labels = new ArrayList<>();
    for (EnumItem item : d.items()) {
      if (item instanceof EnumItem.Value value) {
        labels.add(value.label());
      }
    }
    boolean ignoreCase = context.target.isMySql();
    EnumLabels.reportTwins(labels, ignoreCase, context.report);
    if (labels.isEmpty()
        && !(d.storage() instanceof EnumStorage.Native && context.target.isPostgres())) {
      context.report.add(
          Diagnostic.of(Code.SC2007, d.name().span(), "enum `" + d.name() + "` has no values"));
    }
  }
}
