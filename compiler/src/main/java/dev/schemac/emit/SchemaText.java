package dev.schemac.emit;

import dev.schemac.model.InheritedNotNull;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The canonical {@code .schema} text of a model: every name explicit, no evolution words, in a
 * stable order. It parses and resolves, for the same target, to a model equal to the one written,
 * but for the order of constraints and indexes in a table, which has no meaning.
 *
 * <p>What has a name of its own is written qualified before any {@code namespace} line, so that a
 * bare name is one in the default namespace. Views, routines and what else holds text of the user's
 * own follow below the line of their namespace, since bare names in that text mean it.
 */
public final class SchemaText {
  /** The version of this format; a reader refuses what is newer. */
  public static final int VERSION = 1;

  private final Schema schema;
  private final ObjectText objects;
  private final TableText tables;
  private final PartitionText partitions;
  private final Set<QName> names = new HashSet<>();

  private SchemaText(Schema model) {
    this.schema = InheritedNotNull.said(model);
    this.objects = new ObjectText(schema.target().dialect());
    this.tables = new TableText(schema.target());
    this.partitions = new PartitionText(schema);
    schema.objects().forEach(o -> names.add(o.path().owner()));
  }

  /** The text, ending with a line break. */
  public static String write(Schema schema) {
    return new SchemaText(schema).text();
  }

  private String text() {
    List<String> declarations = new ArrayList<>();
    TreeMap<String, List<SchemaObject>> texts = new TreeMap<>();
    List<SchemaObject> sorted = new ArrayList<>(schema.objects());
    sorted.sort(Comparator.comparing(SchemaObject::path, Comparator.<ObjectPath>naturalOrder()));
    for (SchemaObject object : sorted) {
      if (object instanceof Table table && PartitionText.standsInside(table, schema)) {
        continue;
      }
      if (object instanceof SchemaObject.Namespace namespace) {
        texts.computeIfAbsent(namespace.name(), n -> new ArrayList<>()).addFirst(namespace);
      } else if (holdsText(object)) {
        texts.computeIfAbsent(sectionOf(object), n -> new ArrayList<>()).add(object);
      } else {
        declarations.add(one(object));
      }
    }
    texts.values().forEach(list -> list.forEach(object -> declarations.add(one(object))));
    String head = "/* schemac snapshot " + VERSION + ", target " + schema.target() + " */\n";
    return head + "\n" + String.join("\n", declarations);
  }

  private static boolean holdsText(SchemaObject object) {
    return switch (object) {
      case SchemaObject.View ignored -> true;
      case SchemaObject.Routine ignored -> true;
      case SchemaObject.Trigger ignored -> true;
      case SchemaObject.Policy ignored -> true;
      case SchemaObject.Grant ignored -> true;
      case SchemaObject.NativeObject ignored -> true;
      case SchemaObject.Namespace ignored -> true;
      case Table ignored -> false;
      case SchemaObject.Extension ignored -> false;
      case SchemaObject.Role ignored -> false;
      case SchemaObject.EnumType ignored -> false;
      case SchemaObject.Domain ignored -> false;
      case SchemaObject.Sequence ignored -> false;
      case SchemaObject.ExternalType ignored -> false;
    };
  }

  /** An object of an undeclared namespace was declared outside of any. */
  private String sectionOf(SchemaObject object) {
    String namespace = object.path().owner().namespace();
    ObjectPath path = ObjectPath.of(ObjectKind.NAMESPACE, QName.of(namespace));
    return schema.object(path).isPresent() && !hidesNames(object, namespace) ? namespace : "";
  }

  /** Whether a bare name would mean another object in the namespace. */
  private boolean hidesNames(SchemaObject object, String namespace) {
    Unqualified scope = new Unqualified(namespace, names);
    scope.object(object);
    return scope.hidesNames();
  }

  private String one(SchemaObject object) {
    return object instanceof Table table
        ? tables.text(table, partitions.of(table.name(), tables, t -> t))
        : objects.text(object);
  }
}
