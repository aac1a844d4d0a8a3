package dev.schemac.catalog.postgres;

import dev.schemac.model.Constraint;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.QName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The constraints of all tables in one query. */
final class ConstraintRows {
  private static final String QUERY =
      """
      select k.conrelid::bigint, k.contype::text, k.conname, k.condeferrable, k.condeferred,
        k.convalidated, ENFORCED, k.connoinherit, k.conislocal, k.coninhcount, k.conparentid::bigint,
        k.conindid::bigint, k.confupdtype::text, k.confdeltype::text, k.confmatchtype::text,
        k.conkey::text, k.confkey::text, SET_COLUMNS, PERIOD,
        pg_catalog.pg_get_expr(k.conbin, k.conrelid), k.confrelid::bigint, fn.nspname, f.relname,
        d.description,
        case when k.conexclop is not null then
          array(select case when opn.nspname = 'pg_catalog' then op.oprname::text
            else 'OPERATOR(' || quote_ident(opn.nspname) || '.' || op.oprname || ')' end
          from unnest(k.conexclop) with ordinality x (oid, place)
          join pg_catalog.pg_operator op on op.oid = x.oid
          join pg_catalog.pg_namespace opn on opn.oid = op.oprnamespace
          order by x.place) end
      from pg_catalog.pg_constraint k
      join pg_catalog.pg_class c on c.oid = k.conrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      left join pg_catalog.pg_class f on f.oid = k.confrelid
      left join pg_catalog.pg_namespace fn on fn.oid = f.relnamespace
      left join pg_catalog.pg_description d on d.objoid = k.oid
        and d.classoid = 'pg_catalog.pg_constraint'::regclass and d.objsubid = 0
      where c.relkind in ('r', 'p') and k.contype in ('p', 'u', 'c', 'f', 'x') and OWN
      order by n.nspname, c.relname, k.conname
      """;

  private ConstraintRows() {}

  static List<String> queries(ReadContext context) {
    List<String> queries = new ArrayList<>(List.of(query(context)));
    queries.addAll(context.indexQueries());
    return queries;
  }

  private static String query(ReadContext context) {
    return QUERY
        .replace("ENFORCED", context.since(18, "k.conenforced", "true"))
        .replace("SET_COLUMNS", context.since(15, "k.confdelsetcols::text", "null"))
        .replace("PERIOD", context.since(18, "k.conperiod", "false"))
        .replace("OWN", ReadContext.OWN_NAMESPACES);
  }

  static void read(ReadContext context, Map<Long, TableDraft> tables) throws SQLException {
    context.each(query(context), row -> constraint(context, row, tables));
  }

  private static void constraint(ReadContext context, ResultSet row, Map<Long, TableDraft> tables)
      throws SQLException {
    TableDraft table = tables.get(row.getLong(1));
    if (table == null) {
      return;
    }
    String kind = row.getString(2);
    if (kind.equals("c")) {
      table.checks.put(row.getString(3), check(row));
    }
    if (isHandedDown(row, table, kind)) {
      return;
    }
    Optional<String> comment = Optional.ofNullable(row.getString(24));
    table.constraints.add(
        switch (kind) {
          case "c" -> check(row);
          case "f" -> foreignKey(context, row, table, comment);
          case "x" -> exclusion(context, row, comment);
          default -> key(context, row, kind.equals("p"), comment);
        });
  }

  private static Constraint.Check check(ResultSet row) throws SQLException {
    return new Constraint.Check(
        row.getString(3),
        new Expression.Sql(row.getString(20)),
        row.getBoolean(8),
        enforcement(row),
        Optional.ofNullable(row.getString(24)));
  }

  /** A partition's part of its parent's key is read: it has a name of its own. */
  private static boolean isHandedDown(ResultSet row, TableDraft table, String kind)
      throws SQLException {
    boolean key = kind.equals("p") || kind.equals("u") || kind.equals("x");
    if (key && table.bound.isPresent()) {
      return false;
    }
    boolean merged = table.bound.isPresent() && row.getInt(10) > 0;
    return row.getLong(11) != 0 || !row.getBoolean(9) || merged;
  }

  private static Constraint.Enforcement enforcement(ResultSet row) throws SQLException {
    if (!row.getBoolean(7)) {
      return Constraint.Enforcement.NOT_ENFORCED;
    }
    return row.getBoolean(6) ? Constraint.Enforcement.ENFORCED : Constraint.Enforcement.NOT_VALID;
  }

  private static Constraint.Deferral deferral(ResultSet row) throws SQLException {
    if (!row.getBoolean(4)) {
      return Constraint.Deferral.NOT_DEFERRABLE;
    }
    return row.getBoolean(5)
        ? Constraint.Deferral.INITIALLY_DEFERRED
        : Constraint.Deferral.INITIALLY_IMMEDIATE;
  }

  private static Constraint key(
      ReadContext context, ResultSet row, boolean primary, Optional<String> comment)
      throws SQLException {
    Index index = context.indexes().get(row.getLong(12)).index();
    List<KeyPart> parts = new ArrayList<>(index.parts());
    if (row.getBoolean(19)) {
      KeyPart last = parts.removeLast();
      parts.add(
          new KeyPart(
              last.expression(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              KeyPart.Direction.ASC,
              Optional.empty(),
              true,
              Optional.empty()));
    }
    String name = row.getString(3);
    return primary
        ? new Constraint.PrimaryKey(
            name, parts, index.include(), deferral(row), comment, index.options())
        : new Constraint.Unique(
            name,
            parts,
            index.include(),
            index.nullsNotDistinct(),
            deferral(row),
            comment,
            index.options());
  }

  private static Constraint exclusion(ReadContext context, ResultSet row, Optional<String> comment)
      throws SQLException {
    Index index = context.indexes().get(row.getLong(12)).index();
    List<String> operators = SqlList.array(row, 25);
    List<KeyPart> parts = new ArrayList<>();
    for (int i = 0; i < index.parts().size(); i++) {
      KeyPart p = index.parts().get(i);
      parts.add(
          new KeyPart(
              p.expression(),
              Optional.empty(),
              p.collation(),
              p.operatorClass(),
              p.direction(),
              p.nullsFirst(),
              false,
              Optional.of(operators.get(i))));
    }
    return new Constraint.Exclusion(
        row.getString(3),
        index.method(),
        parts,
        index.include(),
        index.predicate(),
        deferral(row),
        comment,
        index.options());
  }

  private static Constraint foreignKey(
      ReadContext context, ResultSet row, TableDraft table, Optional<String> comment)
      throws SQLException {
    QName referenced = context.name(row.getString(22), row.getString(23));
    Map<Integer, String> theirs = context.columnNames(row.getLong(21));
    return new Constraint.ForeignKey(
        row.getString(3),
        SqlList.numbers(row.getString(16)).stream().map(table::columnName).toList(),
        referenced,
        SqlList.numbers(row.getString(17)).stream().map(theirs::get).toList(),
        action(row.getString(14)),
        action(row.getString(13)),
        SqlList.numbers(row.getString(18)).stream().map(table::columnName).toList(),
        row.getString(15).equals("f"),
        row.getBoolean(19),
        deferral(row),
        enforcement(row),
        comment);
  }

  private static Constraint.Action action(String letter) {
    return switch (letter) {
      case "r" -> Constraint.Action.RESTRICT;
      case "c" -> Constraint.Action.CASCADE;
      case "n" -> Constraint.Action.SET_NULL;
      case "d" -> Constraint.Action.SET_DEFAULT;
      default -> Constraint.Action.NO_ACTION;
    };
  }
}
