package dev.schemac.lint;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.diagnostic.Span;
import dev.schemac.diff.ActingWords;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A value of an enum is gone and no word says what becomes of the rows that hold it: SC3003. */
final class VanishedValue {
  private final EvolutionContext context;
  private final Map<QName, List<String>> declaredEnums = new LinkedHashMap<>();
  private final Set<String> reported = new HashSet<>();
  private final List<Diagnostic> found = new ArrayList<>();

  VanishedValue(EvolutionContext context) {
    this.context = context;
    context
        .places()
        .forEach(
            (path, span) -> {
              if (path.kind() == ObjectKind.ENUM_VALUE) {
                declaredEnums
                    .computeIfAbsent(path.owner(), o -> new ArrayList<>())
                    .add(path.member());
              }
            });
  }

  List<Diagnostic> check() {
    Set<ObjectPath> columns = new LinkedHashSet<>();
    for (Change change : context.changes()) {
      switch (change) {
        case Change.ModifyObject(SchemaObject.EnumType was, SchemaObject.EnumType is, var words) ->
            compare(was.values(), is.values(), words, Optional.of(is.name()), is.path());
        case Change.ModifyTable(var was, var is) -> lookup(was, is);
        case Change.ModifyColumn c -> column(c);
        case Change.ModifyConstraint c -> columnsOf(c.table(), columns);
        case Change.DropConstraint c -> columnsOf(c.table(), columns);
        case Change.AddConstraint c -> columnsOf(c.table(), columns);
        case Change.AddObject ignored -> {}
        case Change.DropObject ignored -> {}
        case Change.RenameObject ignored -> {}
        case Change.ModifyObject ignored -> {}
        case Change.AddColumn ignored -> {}
        case Change.DropColumn ignored -> {}
        case Change.RenameColumn ignored -> {}
        case Change.RenameConstraint ignored -> {}
        case Change.AddIndex ignored -> {}
        case Change.DropIndex ignored -> {}
        case Change.RenameIndex ignored -> {}
        case Change.ModifyIndex ignored -> {}
      }
    }
    for (Change change : context.changes()) {
      if (change instanceof Change.ModifyColumn c) {
        columns.remove(c.path());
      }
    }
    columns.forEach(this::checkedColumn);
    return found;
  }

  private void columnsOf(QName table, Set<ObjectPath> columns) {
    context
        .after()
        .table(table)
        .ifPresent(t -> t.columns().forEach(c -> columns.add(ObjectPath.column(table, c.name()))));
  }

  private void column(Change.ModifyColumn change) {
    if (change.conversion().flatMap(Evolution.Conversion::using).isPresent()) {
      return;
    }
    sets(change.table(), change.after().name(), change.values());
  }

  /** A column whose only change is the check that lists its values. */
  private void checkedColumn(ObjectPath path) {
    sets(path.owner(), path.member(), List.of());
  }

  private void sets(QName table, String name, List<Evolution.ValueChange> words) {
    Optional<Table> before = context.before().table(table);
    Optional<Table> after = context.after().table(table);
    Optional<Column> was = before.flatMap(t -> t.column(name));
    Optional<Column> is = after.flatMap(t -> t.column(name));
    if (was.isEmpty() || is.isEmpty()) {
      return;
    }
    boolean sameType =
        was.get().type() instanceof DataType.Named(var a)
            && is.get().type() instanceof DataType.Named(var b)
            && a.equals(b);
    if (sameType) {
      return;
    }
    List<String> old = ActingWords.valueSet(context.before(), before.get(), was.get());
    List<String> now = ActingWords.valueSet(context.after(), after.get(), is.get());
    Optional<QName> declared = declared(is.get(), now);
    boolean isEnum = declared.isPresent() || is.get().type() instanceof DataType.InlineEnum;
    if (isEnum && !now.isEmpty()) {
      compare(old, now, words, declared, ObjectPath.column(table, name));
    }
  }

  private Optional<QName> declared(Column column, List<String> values) {
    if (column.type() instanceof DataType.Named(var name)) {
      return Optional.of(name);
    }
    return declaredEnums.entrySet().stream()
        .filter(e -> e.getValue().equals(values))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private void lookup(Table was, Table is) {
    if (was.rows().isEmpty() || is.rows().isEmpty()) {
      return;
    }
    List<Evolution.ValueChange> words = new ArrayList<>();
    context.resolution().evolution().values().forEach((path, all) -> words.addAll(all));
    compare(labels(was), labels(is), words, Optional.of(is.name()), is.path());
  }

  private static List<String> labels(Table table) {
    List<String> labels = new ArrayList<>();
    table.rows().stream()
        .map(List::getFirst)
        .forEach(
            e -> {
              if (e instanceof dev.schemac.model.Expression.StringLiteral(var value)) {
                labels.add(value);
              }
            });
    return labels;
  }

  private void compare(
      List<String> old,
      List<String> now,
      List<Evolution.ValueChange> words,
      Optional<QName> declared,
      ObjectPath about) {
    Set<String> kept = new HashSet<>(now);
    words.forEach(w -> kept.add(w.from()));
    for (int i = 0; i < old.size(); i++) {
      String value = old.get(i);
      String once = declared.map(QName::toString).orElse(about.toString()) + "." + value;
      if (!kept.contains(value) && reported.add(once)) {
        found.add(context.judged(report(value, i, old, now, declared, about)));
      }
    }
  }

  private Diagnostic report(
      String value,
      int position,
      List<String> old,
      List<String> now,
      Optional<QName> declared,
      ObjectPath about) {
    String owner = declared.map(QName::toString).orElse(about.name());
    Span span =
        declared
            .flatMap(d -> context.place(ObjectPath.of(ObjectKind.ENUM, d)))
            .or(() -> context.place(about))
            .orElse(Span.NONE);
    String message = "value `" + value + "` of `" + owner + "` disappears without a word";
    String label = EvolutionContext.written(value);
    if (declared.isEmpty()) {
      return Diagnostic.of(Code.SC3003, span, message)
          .withHelp(
              "say what rows that hold it become: `using (case "
                  + EvolutionContext.written(about.member())
                  + " when '"
                  + value
                  + "' then … end)`, or declare the enum and `retire "
                  + label
                  + " -> …` in it");
    }
    return declared(
        value, position, old, now, declared.get(), Diagnostic.of(Code.SC3003, span, message));
  }

  private Diagnostic declared(
      String value,
      int position,
      List<String> old,
      List<String> now,
      QName type,
      Diagnostic diagnostic) {
    String label = EvolutionContext.written(value);
    String retire = "retire " + label;
    String first = EvolutionContext.written(now.getFirst());
    String help =
        "to take it away, add `"
            + retire
            + " -> "
            + first
            + "` (what its rows become), or `"
            + retire
            + "` if no row holds it";
    Optional<String> candidate = candidate(value, position, old, now);
    Optional<Span> place =
        candidate.flatMap(c -> context.place(new ObjectPath(ObjectKind.ENUM_VALUE, type, c)));
    Diagnostic with = diagnostic;
    if (candidate.isPresent() && place.isPresent()) {
      String renamed = EvolutionContext.written(candidate.get()) + " was " + label;
      help = "if it was renamed, write `" + renamed + "`; " + help;
      Fix.Edit edit = Insertion.behind(place.get(), " was " + label);
      with = with.withFix(new Fix("rename: `" + renamed + "`", List.of(edit)));
    }
    with = with.withHelp(help);
    Optional<Span> neighbour =
        context.place(new ObjectPath(ObjectKind.ENUM_VALUE, type, now.getFirst()));
    if (neighbour.isPresent()) {
      for (String line : List.of(retire + " -> " + first, retire)) {
        Span at = neighbour.get();
        Span before = new Span(at.file(), at.start(), at.start(), at.line(), at.column());
        with =
            with.withFix(new Fix("add `" + line + "`", List.of(new Fix.Edit(before, line + ", "))));
      }
    }
    return with;
  }

  /** A new value at the old one's position, or with a similar name. */
  private static Optional<String> candidate(
      String value, int position, List<String> old, List<String> now) {
    List<String> added = now.stream().filter(v -> !old.contains(v)).toList();
    if (old.size() == now.size() && added.contains(now.get(position))) {
      return Optional.of(now.get(position));
    }
    return added.stream().filter(v -> Likeness.of(v, value) > 0.6).findFirst();
  }
}
