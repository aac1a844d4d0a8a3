package dev.schemac.cli.project;

import dev.schemac.diff.Change;
import dev.schemac.diff.Differ;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Evolution;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.resolve.ServerSchema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Settles whether two texts are the same, by a server's reading or by their meaning: where the live
 * object reads as the wanted one does once the server has it, the live side gets the wanted one's
 * text.
 */
final class SettledSchema {
  /** Objects whose text only the server understands. */
  private static final Set<ObjectKind> TEXTS =
      EnumSet.of(
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.FUNCTION,
          ObjectKind.PROCEDURE,
          ObjectKind.TRIGGER,
          ObjectKind.POLICY,
          ObjectKind.DOMAIN,
          ObjectKind.NATIVE);

  private final Schema compared;
  private final Schema wanted;
  private final Schema read;

  /**
   * What is held against each other.
   *
   * @param compared the live schema in the form that {@code read} has
   */
  private SettledSchema(Schema compared, Schema wanted, Schema read) {
    this.compared = compared;
    this.wanted = wanted;
    this.read = read;
  }

  /** Whether a difference may be one of spelling. */
  static boolean needsServer(Change change) {
    return switch (change) {
      case Change.ModifyObject c -> TEXTS.contains(c.path().kind());
      case Change.ModifyColumn c -> hasOtherText(c.before(), c.after());
      case Change.ModifyConstraint c ->
          c.after() instanceof Constraint.Check || c.after() instanceof Constraint.Exclusion;
      case Change.ModifyIndex c ->
          !c.before().parts().equals(c.after().parts())
              || !c.before().predicate().equals(c.after().predicate());
      case Change.AddObject ignored -> false;
      case Change.DropObject ignored -> false;
      case Change.RenameObject ignored -> false;
      case Change.ModifyTable ignored -> false;
      case Change.AddColumn ignored -> false;
      case Change.DropColumn ignored -> false;
      case Change.RenameColumn ignored -> false;
      case Change.AddConstraint ignored -> false;
      case Change.DropConstraint ignored -> false;
      case Change.RenameConstraint ignored -> false;
      case Change.AddIndex ignored -> false;
      case Change.DropIndex ignored -> false;
      case Change.RenameIndex ignored -> false;
    };
  }

  private static boolean hasOtherText(Column before, Column after) {
    return !before.defaultValue().equals(after.defaultValue())
        || !before.generated().equals(after.generated());
  }

  /**
   * The live schema with the wanted texts where they mean the same.
   *
   * @param read the wanted schema as the server reads it
   */
  static Schema of(Schema live, Schema wanted, Schema read) {
    return new SettledSchema(live, wanted, read).settled(live);
  }

  /** The live schema with the wanted expressions where its own ones mean the same by themselves. */
  static Schema byMeaning(Schema live, Schema wanted) {
    Schema meaning = ServerSchema.meaning(live);
    return meaning.equals(live) ? live : new SettledSchema(meaning, wanted, wanted).settled(live);
  }

  private Schema settled(Schema live) {
    Set<ObjectPath> different = new HashSet<>();
    for (Change change : Differ.diff(compared, read, Evolution.none())) {
      different.add(change.path());
    }
    List<SchemaObject> settled = new ArrayList<>();
    for (SchemaObject object : live.objects()) {
      SchemaObject aim = wanted.object(object.path()).orElse(null);
      SchemaObject reading = read.object(object.path()).orElse(null);
      if (aim == null || reading == null) {
        settled.add(object);
      } else if (object instanceof Table table
          && aim instanceof Table wantedTable
          && reading instanceof Table readTable) {
        Table other = (Table) compared.object(object.path()).orElseThrow();
        settled.add(table(table, other, wantedTable, readTable));
      } else {
        boolean same = !different.contains(object.path()) && !aim.external();
        settled.add(same ? aim : object);
      }
    }
    return Schema.of(live.target(), settled);
  }

  /** The schema with what somebody else makes, as far as it is declared: others refer to it. */
  static Schema withExternals(Schema wanted) {
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : wanted.objects()) {
      objects.add(
          switch (object) {
            case Table t ->
                new Table(
                    t.name(),
                    t.columns(),
                    t.constraints(),
                    t.indexes(),
                    t.partitioning(),
                    t.rows(),
                    t.comment(),
                    t.options(),
                    false,
                    t.partitionOf());
            case SchemaObject.Namespace n ->
                new SchemaObject.Namespace(n.name(), n.comment(), n.options(), false);
            case SchemaObject other -> other;
          });
    }
    return Schema.of(wanted.target(), objects);
  }

  private static Table table(Table live, Table compared, Table wanted, Table read) {
    return new Table(
        live.name(),
        members(live, compared, wanted, read, Table::columns, Column::name),
        members(live, compared, wanted, read, Table::constraints, Constraint::name),
        members(live, compared, wanted, read, Table::indexes, Index::name),
        compared.partitioning().equals(read.partitioning())
            ? wanted.partitioning()
            : live.partitioning(),
        live.rows(),
        live.comment(),
        live.options(),
        live.external(),
        compared.partitionOf().equals(read.partitionOf())
            ? wanted.partitionOf()
            : live.partitionOf());
  }

  private static <T> List<T> members(
      Table live,
      Table compared,
      Table wanted,
      Table read,
      Function<Table, List<T>> members,
      Function<T, String> name) {
    Map<String, T> others = byName(members.apply(compared), name);
    Map<String, T> aims = byName(members.apply(wanted), name);
    Map<String, T> readings = byName(members.apply(read), name);
    return members.apply(live).stream()
        .map(
            member ->
                Objects.equals(others.get(name.apply(member)), readings.get(name.apply(member)))
                    ? aims.getOrDefault(name.apply(member), member)
                    : member)
        .toList();
  }

  private static <T> Map<String, T> byName(List<T> members, Function<T, String> name) {
    return members.stream().collect(Collectors.toMap(name, m -> m, (a, b) -> a));
  }
}
