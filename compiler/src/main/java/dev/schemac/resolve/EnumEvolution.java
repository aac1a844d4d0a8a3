package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Evolution.ValueChange;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.syntax.Declaration.EnumDecl;
import dev.schemac.syntax.Declaration.EnumItem;
import dev.schemac.syntax.Declaration.EnumStorage;
import dev.schemac.syntax.Ident;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words about enums and their values. */
final class EnumEvolution {
  private final ResolveContext context;

  /** The columns that hold an enum's values, each enum's in order. */
  private final Map<QName, List<ObjectPath>> uses = new HashMap<>();

  EnumEvolution(ResolveContext context) {
    this.context = context;
    for (TableDraft table : context.tables.values()) {
      for (ColumnDraft column : table.columns.values()) {
        column
            .type
            .flatMap(ResolvedType::enumeration)
            .ifPresent(e -> use(e.name(), ObjectPath.column(table.name, column.name())));
      }
      Declared<EnumDecl> lookup = context.declarations.enums.get(table.name);
      if (lookup != null && lookup.declaration().storage() instanceof EnumStorage.AsTable) {
        use(table.name, ObjectPath.column(table.name, "value"));
      }
    }
  }

  private void use(QName enumeration, ObjectPath column) {
    uses.computeIfAbsent(enumeration, e -> new ArrayList<>()).add(column);
  }

  void collect(Declared<EnumDecl> declared) {
    storage(declared);
    values(declared);
  }

  private boolean isType(EnumDecl d) {
    return d.storage() instanceof EnumStorage.Native && context.target.isPostgres();
  }

  /** An enum in another storage leaves its native type behind, which nothing uses any more. */
  private void storage(Declared<EnumDecl> declared) {
    EnumDecl d = declared.declaration();
    Optional<QName> old =
        d.was().map(w -> Declarations.declaredName(w, declared.name().namespace()));
    if (isType(d)) {
      old.ifPresent(o -> was(ObjectKind.ENUM, declared, o));
      return;
    }
    if (d.storage() instanceof EnumStorage.AsTable) {
      old.ifPresent(o -> was(ObjectKind.TABLE, declared, o));
    }
    if (context.target.isPostgres()) {
      leaveType(declared.name());
      old.ifPresent(this::leaveType);
    }
  }

  private void leaveType(QName name) {
    Declared<EnumDecl> still = context.declarations.enums.get(name);
    if (still == null || !isType(still.declaration())) {
      context.evolution.retireSilently(ObjectPath.of(ObjectKind.ENUM, name));
    }
  }

  private void was(ObjectKind kind, Declared<EnumDecl> declared, QName old) {
    context.evolution.was(
        ObjectPath.of(kind, declared.name()),
        old,
        declared.place(),
        declared.declaration().was().orElseThrow().span());
  }

  private void values(Declared<EnumDecl> declared) {
    Map<String, Span> labels = new LinkedHashMap<>();
    for (EnumItem item : declared.declaration().items()) {
      if (item instanceof EnumItem.Value value) {
        labels.put(value.label().text(), value.label().span());
      }
    }
    Map<String, Span> gone = new HashMap<>();
    for (EnumItem item : declared.declaration().items()) {
      switch (item) {
        case EnumItem.Value v ->
            v.was().ifPresent(was -> renamed(declared, v.label(), was, labels, gone));
        case EnumItem.Retire r -> retired(declared, r, labels, gone);
        case EnumItem.Remap r -> remapped(declared, r, labels);
      }
    }
  }

  private void renamed(
      Declared<EnumDecl> declared,
      Ident label,
      Ident was,
      Map<String, Span> labels,
      Map<String, Span> gone) {
    if (labels.containsKey(was.text())) {
      contradiction(
          was.span(),
          "`" + was.text() + "` is renamed and still there",
          labels.get(was.text()),
          "write `remap " + was.text() + " -> " + label.text() + "` to move rows alone");
    } else if (once(was, gone)) {
      add(
          declared,
          new ValueChange.Renamed(was.text(), label.text()),
          new Span(
              was.span().file(),
              label.span().end(),
              was.span().end(),
              label.span().line(),
              label.span().column()));
    }
  }

  private void retired(
      Declared<EnumDecl> declared,
      EnumItem.Retire item,
      Map<String, Span> labels,
      Map<String, Span> gone) {
    Ident label = item.label();
    if (labels.containsKey(label.text())) {
      contradiction(
          label.span(),
          "`" + label.text() + "` is retired and still there",
          labels.get(label.text()),
          "take the value out, or write `remap` to move rows alone");
      return;
    }
    boolean known =
        item.replacement().isEmpty() || isLabel(declared, item.replacement().get(), labels);
    if (known && once(label, gone)) {
      add(
          declared,
          new ValueChange.Retired(label.text(), item.replacement().map(Ident::text)),
          item.span());
    }
  }

  private void remapped(
      Declared<EnumDecl> declared, EnumItem.Remap item, Map<String, Span> labels) {
    if (!labels.containsKey(item.from().text())) {
      context.report.say(
          Code.SC3010,
          item.from().span(),
          "`remap` keeps `" + item.from().text() + "`, which is no value any more",
          "write `retire " + item.from().text() + " -> " + item.to().text() + "`");
    } else if (isLabel(declared, item.to(), labels)) {
      add(declared, new ValueChange.Remapped(item.from().text(), item.to().text()), item.span());
    }
  }

  private boolean isLabel(Declared<EnumDecl> declared, Ident label, Map<String, Span> labels) {
    if (labels.containsKey(label.text())) {
      return true;
    }
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.SC2019,
            label.span(),
            "`" + label.text() + "` is no value of `" + declared.name() + "`");
    context.report.add(
        context.report.suggest(diagnostic, label.text(), label.span(), labels.keySet()));
    return false;
  }

  private boolean once(Ident label, Map<String, Span> gone) {
    Span first = gone.putIfAbsent(label.text(), label.span());
    if (first != null) {
      contradiction(
          label.span(), "`" + label.text() + "` goes twice", first, "keep one of the two");
    }
    return first == null;
  }

  private void contradiction(Span place, String message, Span other, String help) {
    context.report.add(
        Diagnostic.of(Code.SC3010, place, message).withLabel(other, "here").withHelp(help));
  }

  /**
   * Where the values live: in the native type, and in every column of the enum, which may have kept
   * them in another way before.
   */
  private void add(Declared<EnumDecl> declared, ValueChange change, Span place) {
    if (isType(declared.declaration())) {
      context.evolution.value(ObjectPath.of(ObjectKind.ENUM, declared.name()), change, place);
    }
    for (ObjectPath column : uses.getOrDefault(declared.name(), List.of())) {
      context.evolution.value(column, change, place);
    }
  }
}
