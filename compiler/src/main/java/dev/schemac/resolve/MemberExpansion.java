package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject.Namespace;
import dev.schemac.model.Target;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.syntax.Declaration.MixinDecl;
import dev.schemac.syntax.Declaration.TableDecl;
import dev.schemac.syntax.Ident;
import dev.schemac.syntax.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Spreads a table's members: its own, then its mixins', and the target's dialect blocks. */
final class MemberExpansion {
  private final Declarations declarations;
  private final Target target;
  private final Report report;

  MemberExpansion(Declarations declarations, Target target, Report report) {
    this.declarations = declarations;
    this.target = target;
    this.report = report;
  }

  /** Reports cycles of mixins, each once, also of those that no table uses. */
  void checkMixins() {
    Set<Declared<MixinDecl>> done = new HashSet<>();
    for (Declared<MixinDecl> mixin : declarations.mixins.values()) {
      List<Declared<MixinDecl>> found = new ArrayList<>();
      collect(mixin.declaration().mixins(), mixin.namespace(), found, true);
      if (found.contains(mixin) && done.addAll(found)) {
        report.say(Code.SC2006, mixin.place(), "mixin `" + mixin.name() + "` contains itself");
      }
    }
  }

  TableDraft expand(Declared<TableDecl> declared) {
    TableDecl d = declared.declaration();
    TableDraft draft =
        new TableDraft(
            declared.name(),
            declared.namespace(),
            declared.place(),
            d.header().external(),
            d.header().doc());
    draft.attributes.addAll(d.header().attributes());
    addAll(draft, d.members());
    List<Declared<MixinDecl>> mixins = new ArrayList<>();
    collect(d.mixins(), declared.namespace(), mixins, false);
    for (Declared<MixinDecl> mixin : mixins) {
      draft.attributes.addAll(mixin.declaration().header().attributes());
      addAll(draft, mixin.declaration().members());
    }
    return draft;
  }

  /** A PostgreSQL partition: its own words over its parent's columns. */
  TableDraft partition(TableDraft parent, Member.Partition written) {
    String namespace =
        written
            .written()
            .namespace()
            .map(n -> isDefault(n.text()) ? "" : n.text())
            .orElse(parent.name.namespace());
    TableDraft draft =
        new TableDraft(
            new QName(namespace, written.name().text()),
            parent.namespace,
            written.name().span(),
            parent.external,
            written.doc());
    draft.parent = Optional.of(new TableDraft.Parent(parent, written));
    draft.partitioning = written.subpartitions();
    draft.attributes.addAll(written.attributes());
    addAll(draft, written.members());
    for (ColumnDraft column : List.copyOf(draft.columns.values())) {
      if (!parent.columns.containsKey(column.name())) {
        report.unknown(
            "column",
            parent.name + "." + column.name(),
            column.ident().span(),
            parent.columns.keySet());
        draft.columns.remove(column.name());
      }
    }
    parent.columns.forEach(draft.columns::putIfAbsent);
    return draft;
  }

  /** A bare name lies beside the parent's: that of the default namespace is written out. */
  private boolean isDefault(String namespace) {
    return namespace.equals(Namespace.PUBLIC)
        && declarations.namespaces.stream().noneMatch(d -> d.name().name().equals(namespace));
  }

  /** All mixins in order, each once; those that a mixin names follow it. */
  private void collect(
      List<Ident> names, String namespace, List<Declared<MixinDecl>> found, boolean quietly) {
    for (Ident name : names) {
      Optional<Declared<MixinDecl>> mixin =
          Declarations.find(declarations.mixins, Optional.empty(), name.text(), namespace);
      if (mixin.isEmpty()) {
        report.unknown(
            "mixin",
            name.text(),
            name.span(),
            Declarations.namesIn(declarations.mixins, namespace));
      } else if (!found.contains(mixin.get())) {
        found.add(mixin.get());
        collect(mixin.get().declaration().mixins(), mixin.get().namespace(), found, quietly);
      }
    }
  }

  private void addAll(TableDraft draft, List<Member> members) {
    for (Member member : members) {
      switch (member) {
        case Member.ColumnDecl m -> addColumn(draft, m);
        case Member.KeyDecl m -> draft.keys.add(m);
        case Member.ForeignKeyDecl m -> draft.foreignKeys.add(m);
        case Member.CheckDecl m -> draft.checks.add(m);
        case Member.NotNullDecl m -> draft.notNulls.add(m);
        case Member.RetireMember m -> draft.retirements.add(m);
        case Member.TableOptions m -> draft.attributes.add(m.attribute());
        case Member.PartitionBy m -> addPartitioning(draft, m);
        case Member.DialectBlock m -> {
          if (m.dialect() == target.dialect()) {
            addAll(draft, m.members());
          }
        }
      }
    }
  }

  private void addColumn(TableDraft draft, Member.ColumnDecl column) {
    ColumnDraft added = new ColumnDraft(draft, column);
    ColumnDraft first = draft.columns.putIfAbsent(added.name(), added);
    if (first != null) {
      Span again = column.name().span();
      report.add(
          Diagnostic.of(Code.SC2002, again, "column `" + added.path() + "` is declared twice")
              .withLabel(first.ident().span(), "first declared here")
              .withLabel(draft.place, "in this table"));
    }
  }

  private void addPartitioning(TableDraft draft, Member.PartitionBy partitioning) {
    if (draft.partitioning.isPresent()) {
      report.twice("partition by", partitioning.span(), draft.partitioning.get().span());
      return;
    }
    draft.partitioning = Optional.of(partitioning);
  }
}
