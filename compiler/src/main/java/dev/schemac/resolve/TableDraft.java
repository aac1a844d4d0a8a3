package dev.schemac.resolve;

import dev.schemac.diagnostic.Span;
import dev.schemac.model.QName;
import dev.schemac.syntax.Attribute;
import dev.schemac.syntax.Clause;
import dev.schemac.syntax.Expr;
import dev.schemac.syntax.Ident;
import dev.schemac.syntax.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A table whose members are known but whose names and types are not resolved yet. */
final class TableDraft {
  final QName name;
  final String namespace;
  final Span place;
  final boolean external;
  final Optional<String> comment;
  final Map<String, ColumnDraft> columns = new LinkedHashMap<>();
  final List<Member.KeyDecl> keys = new ArrayList<>();
  final List<Member.ForeignKeyDecl> foreignKeys = new ArrayList<>();
  final List<Member.CheckDecl> checks = new ArrayList<>();
  final List<Member.NotNullDecl> notNulls = new ArrayList<>();
  final List<Member.RetireMember> retirements = new ArrayList<>();
  final List<Attribute> attributes = new ArrayList<>();

  /** Whether any name may be a column: the output of a view is not known. */
  boolean open;

  private List<String> primaryKey;

  Optional<Member.PartitionBy> partitioning = Optional.empty();

  /** Of a PostgreSQL partition, which has its parent's columns besides its own words on them. */
  Optional<Parent> parent = Optional.empty();

  SortedMap<String, String> options = new TreeMap<>();

  TableDraft(QName name, String namespace, Span place, boolean external, Optional<String> comment) {
    this.name = name;
    this.namespace = namespace;
    this.place = place;
    this.external = external;
    this.comment = comment;
  }

  /** The plain columns of the primary key, empty where there is none; once all members are here. */
  List<String> primaryKey() {
    if (primaryKey == null) {
      primaryKey = findPrimaryKey();
    }
    return primaryKey;
  }

  private List<String> findPrimaryKey() {
    List<String> inColumns = new ArrayList<>();
    for (ColumnDraft column : columns.values()) {
      if (column.has(Clause.PrimaryKey.class) && hasKeysOf(column)) {
        inColumns.add(column.name());
      }
    }
    for (Member.KeyDecl key : keys) {
      if (key.kind() == Member.KeyKind.PRIMARY_KEY) {
        return plainColumns(key).orElse(List.of());
      }
    }
    return inColumns.isEmpty() && parent.isPresent()
        ? parent.get().table().primaryKey()
        : inColumns;
  }

  /** The column names of a key whose operands are whole columns. */
  static Optional<List<String>> plainColumns(Member.KeyDecl key) {
    List<String> names = leadingColumns(key);
    return names.size() == key.operands().size() ? Optional.of(names) : Optional.empty();
  }

  /** The column names that a key begins with, up to the first operand that is no whole column. */
  static List<String> leadingColumns(Member.KeyDecl key) {
    List<String> names = new ArrayList<>();
    for (Member.Operand operand : key.operands()) {
      if (operand.prefixLength().isPresent()
          || !(operand.expression() instanceof Expr.Name name)
          || name.parts().size() != 1) {
        break;
      }
      names.add(name.parts().get(0).text());
    }
    return names;
  }

  /** The table above a partition, and what comes to the partition. */
  record Parent(TableDraft table, Member.Partition written) {}

  /** Whether the table has the column's key: a partition has its parent's, an heir has not. */
  boolean hasKeysOf(ColumnDraft column) {
    return declares(column) || parent.isPresent();
  }

  /** Whether the table says itself what the column is. */
  boolean declares(ColumnDraft column) {
    return column.table == this;
  }

  /** A column on its way. */
  static final class ColumnDraft {
    final TableDraft table;
    final Member.ColumnDecl declaration;

    /** Empty until {@link ColumnTypes} has found it. */
    Optional<ResolvedType> type = Optional.empty();

    ColumnDraft(TableDraft table, Member.ColumnDecl declaration) {
      this.table = table;
      this.declaration = declaration;
    }

    String name() {
      return declaration.name().text();
    }

    Ident ident() {
      return declaration.name();
    }

    boolean has(Class<? extends Clause> clause) {
      return clause(clause).isPresent();
    }

    <C extends Clause> Optional<C> clause(Class<C> type) {
      for (Clause clause : declaration.clauses()) {
        if (type.isInstance(clause)) {
          return Optional.of(type.cast(clause));
        }
      }
      return Optional.empty();
    }

    /** For messages: {@code users.id}. */
    String path() {
      return table.name + "." + name();
    }
  }
}
