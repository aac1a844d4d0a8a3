package dev.schemac.emit;

import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Dialect;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.RoutineName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.sql.ExpressionWriter;
import dev.schemac.sql.SourceTypes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every object but tables, as a declaration. */
final class ObjectText {
  private final Dialect dialect;
  private final ExpressionWriter expressions;
  private final SourceTypes types;
  private final KeyText keys;

  ObjectText(Dialect dialect) {
    this.dialect = dialect;
    this.expressions = ExpressionWriter.source(dialect);
    this.types = SourceTypes.of(dialect);
    this.keys = new KeyText(dialect);
  }

  String text(SchemaObject object) {
    String doc = Lines.doc(object.comment(), "");
    return doc
        + switch (object) {
          case SchemaObject.Namespace o -> namespace(o);
          case SchemaObject.Extension o ->
              "extension " + Lines.name(o.name()) + Lines.attribute(dialect, o.options()) + "\n";
          case SchemaObject.Role o -> "external role " + Lines.name(o.name()) + "\n";
          case SchemaObject.EnumType o -> enumType(o);
          case SchemaObject.Domain o -> domain(o);
          case SchemaObject.Sequence o -> sequence(o);
          case SchemaObject.View o -> view(o);
          case SchemaObject.ExternalType o -> "external type " + Lines.name(o.name()) + "\n";
          case SchemaObject.NativeObject o -> nativeObject(o);
          case SchemaObject.Routine o -> new DefinitionSource(dialect).routine(o);
          case SchemaObject.Trigger o -> new DefinitionSource(dialect).trigger(o);
          case SchemaObject.Policy o -> new DefinitionSource(dialect).policy(o);
          case SchemaObject.Grant o -> new DefinitionSource(dialect).grant(o);
          case Table ignored -> throw new IllegalArgumentException("TableText writes tables");
        };
  }

  private String namespace(SchemaObject.Namespace o) {
    return (o.external() ? "external " : "")
        + "namespace"
        + (o.isDefault() ? "" : " " + Lines.name(o.name()))
        + Lines.attribute(dialect, o.options())
        + "\n";
  }

  private String enumType(SchemaObject.EnumType o) {
    return "enum "
        + Lines.name(o.name())
        + Lines.attribute(dialect, o.options())
        + " {\n"
        + o.values().stream().map(v -> "  " + Lines.label(v) + "\n").collect(Collectors.joining())
        + "}\n";
  }

  private String domain(SchemaObject.Domain o) {
    StringBuilder out = new StringBuilder("domain ");
    out.append(Lines.name(o.name())).append(" = ").append(types.text(o.type()));
    SortedMap<String, String> options = new TreeMap<>(o.options());
    o.checks().forEach(c -> c.comment().ifPresent(t -> options.put("comment." + c.name(), t)));
    out.append(Lines.attribute(dialect, options));
    out.append(o.notNull() ? " not null" : "");
    o.collation().ifPresent(c -> out.append(" collate ").append(Lines.name(c)));
    o.defaultValue().ifPresent(e -> out.append(defaultClause(e, o.type())));
    for (Constraint.Check check : o.checks()) {
      out.append("\n    check ").append(Lines.keyName(check.name()));
      out.append(" (").append(expressions.text(check.condition())).append(")");
      if (check.enforcement() == Constraint.Enforcement.NOT_VALID) {
        out.append(" not valid");
      }
    }
    return out.append("\n").toString();
  }

  private String defaultClause(dev.schemac.model.Expression e, DataType type) {
    return " default " + expressions.defaultValue(e, type);
  }

  private String sequence(SchemaObject.Sequence o) {
    StringBuilder out = new StringBuilder("sequence ").append(Lines.name(o.name()));
    out.append(SequenceWords.of(o.options(), dialect));
    o.ownedBy()
        .ifPresent(
            c ->
                out.append(" owned by ")
                    .append(Lines.name(c.owner()))
                    .append(".")
                    .append(Lines.name(c.member())));
    out.append(Lines.attribute(dialect, SequenceWords.others(o.options())));
    return out.append("\n").toString();
  }

  private String view(SchemaObject.View o) {
    StringBuilder out = new StringBuilder(o.external() ? "external " : "");
    out.append(o.materialized() ? "materialized view " : "view ");
    out.append(Lines.name(o.name()));
    out.append(o.columns().isEmpty() ? "" : " " + Lines.names(o.columns()));
    out.append(Lines.attribute(dialect, viewOptions(o.options())));
    if (o.external()) {
      return out.append("\n").toString();
    }
    out.append(" = ").append(Lines.raw(o.query()));
    if (o.indexes().isEmpty() && o.columnComments().isEmpty()) {
      return out.append("\n").toString();
    }
    out.append(" {\n");
    o.columnComments()
        .forEach(
            (column, comment) ->
                out.append(Lines.doc(java.util.Optional.of(comment), "  "))
                    .append("  ")
                    .append(Lines.name(column))
                    .append("\n"));
    o.indexes().stream().map(keys::index).sorted().forEach(out::append);
    return out.append("}\n").toString();
  }

  /** The model's keys are the server's; the language has words of its own for two of them. */
  private static SortedMap<String, String> viewOptions(SortedMap<String, String> options) {
    SortedMap<String, String> written = new TreeMap<>(options);
    if (written.remove("no data") != null) {
      written.put("with_data", "false");
    }
    String security = written.remove("sql_security");
    if (security != null) {
      written.put("security", security);
    }
    return Options.copy(written);
  }

  private String nativeObject(SchemaObject.NativeObject o) {
    return "native "
        + o.nativeKind()
        + " "
        + routineName(o.name())
        + Lines.attribute(dialect, o.options())
        + " @"
        + dialect.label()
        + " "
        + Lines.raw(o.create())
        + " drop "
        + Lines.raw(o.drop())
        + "\n";
  }

  /** A name with a signature behind it keeps that bare. */
  static String routineName(QName name) {
    int open = RoutineName.signature(name.name());
    if (open < 0) {
      return Lines.name(name);
    }
    return Lines.name(name.withName(name.name().substring(0, open))) + name.name().substring(open);
  }
}
