package dev.schemac.emit;

import dev.schemac.model.Dialect;
import dev.schemac.model.InheritedNotNull;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.resolve.ImpliedNames;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.Formatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A model as a person would write it: {@code ref} where a foreign key fits one, portable types
 * where they map back exactly, names that come by themselves left out, namespaces as sections, what
 * belongs to a table right behind it. Canonically formatted, in a stable order.
 *
 * <p>Read again for the same target it gives a model equal to the one written, but for the order of
 * constraints and indexes in a table, which has no meaning.
 */
public final class IdiomaticText {
  private final Schema schema;
  private final Set<ObjectPath> canonical;
  private final Set<QName> names = new HashSet<>();

  /** The line that opens each section. */
  private final Map<String, String> namespaces = new HashMap<>();

  private final SerialColumns serials;
  private final IdiomaticTable tables;
  private final TableText canonicalTables;
  private final PartitionText partitions;
  private final ObjectText objects;

  private IdiomaticText(Schema model, Set<ObjectPath> canonical) {
    this.schema = InheritedNotNull.said(model);
    this.canonical = canonical;
    ImpliedNames implied = ImpliedNames.of(schema);
    this.serials = new SerialColumns(schema, implied);
    this.partitions = new PartitionText(schema);
    this.tables = new IdiomaticTable(schema, implied, serials, partitions);
    this.canonicalTables = new TableText(schema.target());
    this.objects = new ObjectText(schema.target().dialect());
    for (SchemaObject object : schema.objects()) {
      if (object instanceof SchemaObject.Namespace namespace) {
        namespaces.put(
            namespace.name(),
            (namespace.external() ? "external " : "")
                + "namespace"
                + (namespace.isDefault() ? "" : " " + Lines.name(namespace.name()))
                + "\n");
      } else {
        names.add(object.path().owner());
      }
    }
  }

  /** How many files a schema becomes. */
  public enum Split {
    /** One file. */
    NONE,
    /** A file per namespace. */
    NAMESPACE,
    /** A file per table, with what belongs to it. */
    TABLE
  }

  /** The text of one file. */
  public static String write(Schema schema) {
    return write(schema, Set.of());
  }

  /**
   * The text of one file.
   *
   * @param canonical the objects that stand as in {@link SchemaText}, every name written
   */
  public static String write(Schema schema, Set<ObjectPath> canonical) {
    return files(schema, Split.NONE, canonical).firstEntry().getValue();
  }

  /** Files by their path in a folder; at least one. */
  public static TreeMap<String, String> files(
      Schema schema, Split split, Set<ObjectPath> canonical) {
    IdiomaticText text = new IdiomaticText(schema, canonical);
    TreeMap<String, String> files = new TreeMap<>();
    new FileNames(split)
        .distribute(text.pieces())
        .forEach((name, pieces) -> files.put(name, text.text(pieces)));
    return files;
  }

  /** For writing single objects of a schema. */
  static IdiomaticText of(Schema schema, Set<ObjectPath> canonical) {
    return new IdiomaticText(schema, canonical);
  }

  /** The schema's dialect. */
  Dialect dialect() {
    return schema.target().dialect();
  }

  /** The order in which the schema's objects are written, and what each stands behind. */
  Homes homes() {
    return new Homes(schema);
  }

  /** The line that opens a namespace's section. */
  String opening(String namespace) {
    return namespaces.get(namespace);
  }

  /** One object, formatted; nothing where another one's text covers it. */
  Optional<Piece> declaration(SchemaObject object) {
    if (standsInAnother(object)) {
      return Optional.empty();
    }
    Piece piece = piece(object, homes().of(object).map(QName::name));
    return Optional.of(
        new Piece(piece.namespace(), piece.opens(), piece.table(), formatted(piece.text())));
  }

  /** A table as it would be written in a namespace's section, taken apart. */
  Optional<TableSnippet> table(Table table, String section) {
    return TableSnippet.of(formatted(tables.text(table, new Unqualified(section, names))));
  }

  /** A key of a table on a line of its own, without its comment. */
  Optional<String> key(Table table, TablePart key, String section) {
    String lines = tables.key(table, key, new Unqualified(section, names));
    return TableSnippet.of(formatted("table t {" + lines + "}\n"))
        .filter(s -> s.table().members().size() == 1)
        .map(s -> s.slice(s.table().members().getFirst().span()));
  }

  /** A table's options as an attribute. */
  String options(Table table) {
    return canonicalTables.attribute(table);
  }

  /** What does not parse is shown as it stands: reading it again says what is wrong. */
  private static String formatted(String text) {
    return Formatter.format(new SourceText("", text)).text().orElse(text);
  }

  /** The declarations, each section below the line of its namespace. */
  private String text(List<Piece> pieces) {
    List<String> parts = new ArrayList<>();
    String section = "";
    for (Piece piece : pieces) {
      if (!piece.namespace().equals(section) && !piece.opens()) {
        parts.add(namespaces.get(piece.namespace()));
      }
      section = piece.namespace();
      parts.add(piece.text());
    }
    // Each declaration is laid out by itself, so that large schemas use every core.
    return parts.parallelStream().map(IdiomaticText::formatted).collect(Collectors.joining("\n"));
  }

  private List<Piece> pieces() {
    List<SchemaObject> sorted = new ArrayList<>(schema.objects());
    Homes homes = new Homes(schema);
    sorted.sort(Comparator.comparing(this::section).thenComparing(homes.order()));
    return sorted.parallelStream()
        .filter(object -> !standsInAnother(object))
        .map(object -> piece(object, homes.of(object).map(QName::name)))
        .sorted(Comparator.comparing(Piece::namespace))
        .toList();
  }

  /** Whether another object's text covers it. */
  private boolean standsInAnother(SchemaObject object) {
    return object instanceof SchemaObject.Sequence sequence && serials.covers(sequence)
        || object instanceof Table table && PartitionText.standsInside(table, schema);
  }

  /** Where an object stands; in a namespace that is declared nowhere, nothing has a section. */
  private String section(SchemaObject object) {
    String namespace =
        object instanceof SchemaObject.Namespace n ? n.name() : object.path().owner().namespace();
    return namespaces.containsKey(namespace) ? namespace : "";
  }

  private Piece piece(SchemaObject object, Optional<String> table) {
    String section = section(object);
    Unqualified scope = new Unqualified(section, names);
    boolean opens = object instanceof SchemaObject.Namespace;
    if (canonical.contains(object.path())) {
      return new Piece(section, opens, table, canonical(object, scope));
    }
    String text =
        object instanceof Table t
            ? tables.text(InheritedOptions.without(t, schema), scope)
            : objects.text(scope.object(object));
    return scope.hidesNames()
        ? new Piece("", opens, table, canonical(object, new Unqualified("", names)))
        : new Piece(section, opens, table, text);
  }

  private String canonical(SchemaObject object, Unqualified scope) {
    return object instanceof Table t
        ? canonicalTables.text(
            scope.table(t), partitions.of(t.name(), canonicalTables, scope::table))
        : objects.text(scope.object(object));
  }
}
