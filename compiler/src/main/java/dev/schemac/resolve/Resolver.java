package dev.schemac.resolve;

import dev.schemac.model.InheritedColumns;
import dev.schemac.model.InheritedNotNull;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.syntax.Declaration;
import dev.schemac.syntax.Declaration.EnumStorage;
import dev.schemac.syntax.Member;
import dev.schemac.syntax.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Syntax trees → the model of one target.
 *
 * <p>The order of work: names of everything; members of tables; types of columns, following
 * references; keys and constraints; names of those without one; everything else; the words about
 * the previous version. Each pass is linear in the size of the sources.
 */
public final class Resolver {
  private final ResolveContext context;
  private final TableOptions tableOptions;
  private final EnumBuilder enums;
  private final SequenceBuilder sequences;
  private final CheckBuilder checks;
  private final TableBuilder tableBuilder;
  private final Map<QName, Table> tables = new HashMap<>();

  private final Map<QName, List<TableDraft>> partitionsByParent = new HashMap<>();

  private Resolver(ResolveContext context) {
    this.context = context;
    this.tableOptions = new TableOptions(context);
    this.enums = new EnumBuilder(context);
    this.sequences = new SequenceBuilder(context);
    this.checks = new CheckBuilder(context);
    this.tableBuilder = new TableBuilder(context, sequences, checks);
  }

  /** Resolves all files of a project together; never throws for what a user can get wrong. */
  public static Resolution resolve(List<SourceTree> trees, ResolveOptions options) {
    return new Resolver(new ResolveContext(trees, options)).resolve();
  }

  private Resolution resolve() {
    expandTables();
    context.columnTypes.resolveAll();
    buildTables();
    List<List<SchemaObject>> made = new ArrayList<>();
    for (Declared<?> declared : context.declarations.inOrder) {
      List<SchemaObject> found = new ArrayList<>();
      addTableOrType(declared, found);
      made.add(found);
    }
    ObjectBuilder objects = new ObjectBuilder(context, tableBuilder);
    List<SchemaObject> all = new ArrayList<>(tableOptions.namespaces());
    for (int i = 0; i < made.size(); i++) {
      all.addAll(made.get(i));
      objects.build(context.declarations.inOrder.get(i)).ifPresent(all::add);
    }
    all.addAll(sequences.ofSerials);
    all.addAll(objects.grants());
    new EvolutionBuilder(context, tables, all).collect();
    return new Resolution(
        Dependencies.complete(
            InheritedColumns.settled(
                InheritedNotNull.meant(Schema.of(context.target, objects.settle(all))))),
        context.evolution.all(),
        context.places.all(),
        context.evolution.places(),
        context.report.all());
  }

  private void expandTables() {
    MemberExpansion expansion =
        new MemberExpansion(context.declarations, context.target, context.report);
    expansion.checkMixins();
    for (Declared<?> declared : context.declarations.inOrder) {
      switch (declared.declaration()) {
        case Declaration.TableDecl d -> {
          TableDraft draft =
              expansion.expand(
                  new Declared<>(d, declared.namespace(), declared.name(), declared.place()));
          context.tables.put(draft.name, draft);
          partitions(expansion, draft);
        }
        case Declaration.EnumDecl d when d.storage() instanceof EnumStorage.AsTable -> {
          TableDraft draft =
              enums.lookup(
                  new Declared<>(d, declared.namespace(), declared.name(), declared.place()));
          context.tables.put(draft.name, draft);
        }
        case Declaration.ViewDecl ignored ->
            context.names.relation(declared.name(), declared.place());
        case Declaration.SequenceDecl ignored ->
            context.names.relation(declared.name(), declared.place());
        case Declaration ignored -> {}
      }
    }
    for (TableDraft table : context.tables.values()) {
      context.names.relation(table.name, table.place);
      table.options = tableOptions.of(table);
    }
    new Inheritance(context).link();
  }

  /** PostgreSQL's partitions are tables of their own, each behind its parent. */
  private void partitions(MemberExpansion expansion, TableDraft table) {
    if (context.target.isMySql() || table.partitioning.isEmpty()) {
      return;
    }
    for (Member.Partition written : table.partitioning.get().partitions()) {
      TableDraft partition = expansion.partition(table, written);
      TableDraft first = context.tables.get(partition.name);
      boolean declaredLater = context.declarations.tables.containsKey(partition.name);
      if (first != null || declaredLater) {
        context.report.twice(
            partition.name.toString(), partition.place, first == null ? table.place : first.place);
        continue;
      }
      context.tables.put(partition.name, partition);
      partitions(expansion, partition);
    }
  }

  private void buildTables() {
    Map<TableDraft, TableParts> parts = new LinkedHashMap<>();
    for (TableDraft draft : context.tables.values()) {
      parts.put(draft, tableBuilder.parts(draft));
    }
    parts.values().forEach(tableBuilder::takeWrittenNames);
    for (TableParts table : parts.values()) {
      var lookup = context.declarations.enums.get(table.draft.name);
      if (lookup != null && lookup.declaration().storage() instanceof EnumStorage.AsTable) {
        table.rows.addAll(EnumBuilder.rows(lookup.declaration()));
      }
      Table built = tableBuilder.finish(table);
      tables.put(built.name(), built);
      table.draft.parent.ifPresent(
          p ->
              partitionsByParent
                  .computeIfAbsent(p.table().name, n -> new ArrayList<>())
                  .add(table.draft));
    }
  }

  private void addTableOrType(Declared<?> declared, List<SchemaObject> all) {
    switch (declared.declaration()) {
      case Declaration.TableDecl ignored -> addTable(tables.get(declared.name()), all);
      case Declaration.EnumDecl d -> addEnum(d, declared, all);
      case Declaration.SequenceDecl d ->
          sequences
              .build(new Declared<>(d, declared.namespace(), declared.name(), declared.place()))
              .ifPresent(all::add);
      case Declaration ignored -> {}
    }
  }

  private void addTable(Table table, List<SchemaObject> all) {
    all.add(table);
    for (TableDraft draft : partitionsByParent.getOrDefault(table.name(), List.of())) {
      addTable(tables.get(draft.name), all);
    }
  }

  private void addEnum(Declaration.EnumDecl d, Declared<?> declared, List<SchemaObject> all) {
    Declared<Declaration.EnumDecl> typed =
        new Declared<>(d, declared.namespace(), declared.name(), declared.place());
    checks.checkLabels(typed);
    enums.build(typed).ifPresent(all::add);
    if (d.storage() instanceof EnumStorage.AsTable) {
      all.add(tables.get(declared.name()));
    }
  }
}
