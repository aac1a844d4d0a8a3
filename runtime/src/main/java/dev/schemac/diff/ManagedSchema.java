package dev.schemac.diff;

import dev.schemac.model.Column;
import dev.schemac.model.Evolution;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Partitioning;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What of a live database a declared schema has a say in. A schema that names no owner of an object
 * lets every owner be; one that grants nothing on an object lets its privileges be; what stands in
 * an external namespace, or hangs on an external table, is somebody else's unless it is declared.
 * So that comparing the rest tells nothing but what the schema's author can have meant.
 *
 * @param schema the live schema without what is not managed
 * @param owners the objects whose owners are let be
 * @param privileges the objects whose privileges are let be
 * @param others somebody else's objects
 */
public record ManagedSchema(
    Schema schema,
    SortedSet<ObjectPath> owners,
    SortedSet<ObjectPath> privileges,
    SortedSet<ObjectPath> others) {
  private static final String OWNER = "owner";

  public ManagedSchema {
    owners = Collections.unmodifiableSortedSet(new TreeSet<>(owners));
    privileges = Collections.unmodifiableSortedSet(new TreeSet<>(privileges));
    others = Collections.unmodifiableSortedSet(new TreeSet<>(others));
  }

  /**
   * The managed part.
   *
   * @param usual the values that live objects have where they lack an option: {@code owner}
   */
  public static ManagedSchema of(
      Schema live, Schema declared, Evolution words, Map<String, String> usual) {
    return new Selection(live, declared, ActingRenames.of(live, declared, words), usual).result();
  }

  private static final class Selection {
    private final Schema live;
    private final Schema declared;
    private final Renames renames;
    private final Map<String, String> usual;
    private final SortedMap<String, String> defaults;
    private final Set<GrantSubject> granted = new HashSet<>();
    private final SortedSet<ObjectPath> owners = new TreeSet<>();
    private final SortedSet<ObjectPath> privileges = new TreeSet<>();
    private final SortedSet<ObjectPath> others = new TreeSet<>();

    Selection(Schema live, Schema declared, Renames renames, Map<String, String> usual) {
      this.renames = renames.ofObjects();
      this.live = DatabaseDefaults.letBe(live, declared, this.renames);
      this.declared = declared;
      this.defaults = DatabaseDefaults.of(live);
      this.usual = usual;
      declared.all(SchemaObject.Grant.class).forEach(g -> granted.add(GrantSubject.of(g)));
    }

    ManagedSchema result() {
      List<SchemaObject> kept = new ArrayList<>();
      for (SchemaObject object : live.objects()) {
        ObjectPath now = renames.path(object.path());
        Optional<SchemaObject> wanted = declared.object(now);
        if (object instanceof SchemaObject.Grant grant) {
          keepGrant(grant, kept);
        } else if (wanted.isEmpty() && isOthers(object)) {
          others.add(object.path());
        } else {
          kept.add(wanted.map(w -> comparable(object, w)).orElse(object));
        }
      }
      usualPrivileges(kept);
      return new ManagedSchema(Schema.of(live.target(), kept), owners, privileges, others);
    }

    /** What is declared of privileges and holds without a trace in the catalogue. */
    private void usualPrivileges(List<SchemaObject> kept) {
      Set<ObjectPath> there = new HashSet<>();
      kept.forEach(o -> there.add(o.path()));
      for (SchemaObject.Grant grant : declared.all(SchemaObject.Grant.class)) {
        boolean holds =
            !there.contains(grant.path())
                && UsualPrivileges.isUsual(grant, declared)
                && !UsualPrivileges.isDenied(grant, live)
                && live.objects().stream().anyMatch(o -> isAbout(grant, o));
        if (holds) {
          kept.add(grant);
        }
      }
    }

    private boolean isAbout(SchemaObject.Grant grant, SchemaObject object) {
      return !(object instanceof SchemaObject.Grant)
          && renames.path(object.path()).owner().equals(grant.on());
    }

    private void keepGrant(SchemaObject.Grant grant, List<SchemaObject> kept) {
      GrantSubject subject = GrantSubject.of(grant);
      QName now =
          subject.kind().equals("SCHEMA")
              ? renames.object(ObjectKind.NAMESPACE, grant.on())
              : renames.relation(grant.on());
      if (granted.contains(new GrantSubject(subject.kind(), now))) {
        kept.add(grant);
      } else {
        privileges.add(new ObjectPath(ObjectKind.GRANT, grant.on(), ""));
      }
    }

    private boolean isOthers(SchemaObject object) {
      return isExternal(ObjectPath.of(ObjectKind.NAMESPACE, QName.of(namespace(object))))
          || isExternal(ObjectPath.table(object.path().owner()))
          || isExternalType(object)
          || isExternalPartition(object);
    }

    private static String namespace(SchemaObject object) {
      return object.path().owner().namespace();
    }

    private boolean isExternal(ObjectPath path) {
      return declared.object(path).filter(SchemaObject::external).isPresent();
    }

    private boolean isExternalType(SchemaObject object) {
      boolean type =
          object instanceof SchemaObject.EnumType
              || object instanceof SchemaObject.Domain
              || object instanceof SchemaObject.NativeObject;
      return type && isExternal(ObjectPath.of(ObjectKind.TYPE, object.path().owner()));
    }

    /** The partitions of a table that says that a job makes them. */
    private boolean isExternalPartition(SchemaObject object) {
      return object instanceof Table table
          && table
              .partitionOf()
              .flatMap(p -> declared.table(renames.relation(p.parent())))
              .flatMap(Table::partitioning)
              .filter(Partitioning::external)
              .isPresent();
    }

    private SchemaObject comparable(SchemaObject object, SchemaObject wanted) {
      SchemaObject owned = withOwner(object, wanted);
      SortedMap<String, String> options =
          withUsual(ObjectOptions.of(owned), ObjectOptions.of(wanted), usual);
      SchemaObject usually =
          options.equals(ObjectOptions.of(owned)) ? owned : ObjectOptions.with(owned, options);
      return usually instanceof Table table && wanted instanceof Table w
          ? withPartitions(withColumns((Table) object, table, w), w)
          : usually;
    }

    private SchemaObject withOwner(SchemaObject object, SchemaObject wanted) {
      String is = ObjectOptions.of(object).get(OWNER);
      String shall = ObjectOptions.of(wanted).get(OWNER);
      SortedMap<String, String> options = new TreeMap<>(ObjectOptions.of(object));
      if (is != null && shall == null) {
        owners.add(object.path());
        options.remove(OWNER);
        return ObjectOptions.with(object, options);
      }
      return object;
    }

    /** What is declared and is what the server has by itself is no difference. */
    private static SortedMap<String, String> withUsual(
        SortedMap<String, String> is, SortedMap<String, String> shall, Map<String, String> usual) {
      SortedMap<String, String> options = new TreeMap<>(is);
      usual.forEach(
          (key, value) -> {
            if (value.equals(shall.get(key))) {
              options.putIfAbsent(key, value);
            }
          });
      return options;
    }

    /** A column has the charset of its table, and that one the database's. */
    private Table withColumns(Table read, Table table, Table wanted) {
      boolean ofDatabase =
          !read.options().containsKey("charset") || DatabaseDefaults.has(read, defaults);
      if (defaults.isEmpty() || defaults.containsKey("collate") || !ofDatabase) {
        return table;
      }
      return table.withColumns(
          table.columns().stream()
              .map(c -> wanted.column(c.name()).map(w -> withUsual(c, w)).orElse(c))
              .toList());
    }

    private Column withUsual(Column is, Column shall) {
      return new Column(
          is.name(),
          is.type(),
          is.nullable(),
          is.notNullName(),
          is.defaultValue(),
          is.onUpdate(),
          is.identity(),
          is.generated(),
          is.collation(),
          is.comment(),
          withUsual(is.options(), shall.options(), defaults));
    }

    private static Table withPartitions(Table table, Table wanted) {
      Optional<Partitioning> shall = wanted.partitioning().filter(Partitioning::external);
      boolean sameKey =
          shall.isPresent()
              && table
                  .partitioning()
                  .filter(p -> p.strategy().equals(shall.get().strategy()))
                  .filter(p -> p.operands().equals(shall.get().operands()))
                  .isPresent();
      return sameKey
          ? new Table(
              table.name(),
              table.columns(),
              table.constraints(),
              table.indexes(),
              shall,
              table.rows(),
              table.comment(),
              table.options(),
              table.external(),
              table.partitionOf())
          : table;
    }
  }
}
