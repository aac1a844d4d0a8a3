package dev.schemac.lint;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.diagnostic.Span;
import dev.schemac.diff.Change;
import dev.schemac.model.DataType;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sequence, a type or a native object is gone and no word says why: SC3004. What holds no data
 * goes with its line; a type goes with the conversion of the columns that had it, and a sequence
 * with the column that owns it.
 */
final class VanishedObject {
  private final EvolutionContext context;
  private final Set<QName> convertedFrom = new HashSet<>();
  private final Set<ObjectPath> gone = new HashSet<>();

  VanishedObject(EvolutionContext context) {
    this.context = context;
    for (Change change : context.changes()) {
      if (change
          instanceof Change.ModifyColumn(var table, var was, var is, var conversion, var values)) {
        type(was.type());
      } else if (change instanceof Change.DropColumn(var table, var column, var word)) {
        type(column.type());
        gone.add(change.path());
      } else if (change instanceof Change.DropObject(Table table, var word)) {
        gone.add(table.path());
        table.columns().forEach(c -> type(c.type()));
      }
    }
  }

  private void type(DataType type) {
    switch (type) {
      case DataType.Named(var name) -> convertedFrom.add(name);
      case DataType.Array(var element) -> type(element);
      case DataType.Builtin ignored -> {}
      case DataType.InlineEnum ignored -> {}
      case DataType.InlineSet ignored -> {}
    }
  }

  List<Diagnostic> check() {
    List<Diagnostic> found = new ArrayList<>();
    for (Change change : context.changes()) {
      if (change instanceof Change.DropObject(var object, var word)
          && word.isEmpty()
          && holdsSomething(object)) {
        found.add(context.judged(report(object)));
      }
    }
    return found;
  }

  private boolean holdsSomething(SchemaObject object) {
    return switch (object) {
      case SchemaObject.Sequence s -> s.ownedBy().filter(this::goes).isEmpty();
      case SchemaObject.NativeObject ignored -> true;
      case SchemaObject.EnumType t -> !convertedFrom.contains(t.name());
      case SchemaObject.Domain t -> !convertedFrom.contains(t.name());
      case Table ignored -> false;
      case SchemaObject.Namespace ignored -> false;
      case SchemaObject.Extension ignored -> false;
      case SchemaObject.Role ignored -> false;
      case SchemaObject.View ignored -> false;
      case SchemaObject.Routine ignored -> false;
      case SchemaObject.Trigger ignored -> false;
      case SchemaObject.Policy ignored -> false;
      case SchemaObject.Grant ignored -> false;
      case SchemaObject.ExternalType ignored -> false;
    };
  }

  private boolean goes(ObjectPath column) {
    return gone.contains(column) || gone.contains(ObjectPath.table(column.owner()));
  }

  private Diagnostic report(SchemaObject object) {
    ObjectPath path = object.path();
    String kind =
        object instanceof SchemaObject.NativeObject n
            ? "native " + n.nativeKind()
            : path.kind().word();
    String line = "retire " + kind + " " + EvolutionContext.written(path.owner());
    if (object instanceof SchemaObject.NativeObject) {
      line = "retire " + kind + " " + path.owner();
    }
    Optional<ObjectPath> candidate = context.candidates().of(path);
    Optional<Span> place = candidate.flatMap(context::place);
    Span file = context.fileOf(path);
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.SC3004,
            place.orElse(file),
            kind + " `" + path.owner() + "` disappears without a word");
    String help = "to drop it, add `" + line + "`";
    if (candidate.isPresent() && place.isPresent()) {
      String was = " was " + EvolutionContext.writtenBeside(path.owner(), candidate.get().owner());
      String renamed = EvolutionContext.written(candidate.get().owner()) + was;
      help = "if it was renamed, write `" + kind + " " + renamed + "`; " + help;
      diagnostic =
          diagnostic
              .withSpanLabel("is this its new name?")
              .withFix(
                  new Fix(
                      "rename: `" + kind + " " + renamed + "`",
                      List.of(Insertion.behind(place.get(), was))));
    }
    diagnostic = diagnostic.withHelp(help);
    Optional<Fix.Edit> edit = context.insertion().endOfFile(file.file(), line);
    return edit.isPresent()
        ? diagnostic.withFix(new Fix("add `" + line + "`", List.of(edit.get())))
        : diagnostic;
  }
}
