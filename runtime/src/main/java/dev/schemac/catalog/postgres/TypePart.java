package dev.schemac.catalog.postgres;

import dev.schemac.model.Constraint;
import dev.schemac.model.Expression;
import dev.schemac.model.SchemaObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Enums and domains. */
final class TypePart implements CatalogPart {
  private static final String ENUMS =
      """
      select t.oid::bigint, n.nspname, t.typname, pg_get_userbyid(t.typowner),
        obj_description(t.oid, 'pg_type'),
        array(select e.enumlabel::text from pg_enum e where e.enumtypid = t.oid
          order by e.enumsortorder)
      from pg_type t join pg_namespace n on n.oid = t.typnamespace
      where t.typtype = 'e' and
      """;

  private static final String DOMAINS =
      """
      select d.oid::bigint, n.nspname, d.typname, pg_get_userbyid(d.typowner),
        obj_description(d.oid, 'pg_type'), d.typnotnull,
        pg_get_expr(d.typdefaultbin, 'pg_type'::regclass), d.typdefault,
        (select array[n.nspname::text, o.collname::text] from pg_collation o
          join pg_namespace n on n.oid = o.collnamespace
          where o.oid = d.typcollation and d.typcollation <> ty.typcollation),
      """
          + TypeText.COLUMNS.replace("MOD", "d.typtypmod")
          + " from pg_type d join pg_namespace n on n.oid = d.typnamespace "
          + TypeText.JOINS.replace("OID", "d.typbasetype")
          + " where d.typtype = 'd' and ";

  private static final String CONSTRAINTS =
      """
      select c.contypid::bigint, c.conname, c.contype, pg_get_expr(c.conbin, 0), c.convalidated,
        obj_description(c.oid, 'pg_constraint')
      from pg_constraint c where c.contypid <> 0 order by c.conname
      """;

  /** A domain's NOT NULL, which is a constraint with a name from PostgreSQL 17 on. */
  private record NotNull(String name, Optional<String> comment) {}

  @Override
  public void read(ReadContext context) throws SQLException {
    context.each(ENUMS + ReadContext.OWN_NAMESPACES + " order by 2, 3", row -> take(context, row));
    Map<Long, List<Constraint.Check>> checks = new HashMap<>();
    Map<Long, NotNull> notNulls = new HashMap<>();
    context.each(CONSTRAINTS, row -> constraint(row, checks, notNulls));
    context.each(
        DOMAINS + ReadContext.OWN_NAMESPACES + " order by 2, 3",
        row -> domain(context, row, checks, notNulls));
  }

  private static void take(ReadContext context, ResultSet row) throws SQLException {
    if (context.leaveOutMember("pg_type", row.getLong(1))) {
      return;
    }
    TreeMap<String, String> options = new TreeMap<>();
    context.owner(options, row.getString(4));
    context.add(
        new SchemaObject.EnumType(
            context.name(row.getString(2), row.getString(3)),
            List.of((String[]) row.getArray(6).getArray()),
            Optional.ofNullable(row.getString(5)),
            options));
  }

  private static void constraint(
      ResultSet row, Map<Long, List<Constraint.Check>> checks, Map<Long, NotNull> notNulls)
      throws SQLException {
    if (row.getString(3).equals("n")) {
      notNulls.put(
          row.getLong(1), new NotNull(row.getString(2), Optional.ofNullable(row.getString(6))));
      return;
    }
    checks
        .computeIfAbsent(row.getLong(1), d -> new ArrayList<>())
        .add(
            new Constraint.Check(
                row.getString(2),
                new Expression.Sql(row.getString(4)),
                false,
                row.getBoolean(5)
                    ? Constraint.Enforcement.ENFORCED
                    : Constraint.Enforcement.NOT_VALID,
                Optional.ofNullable(row.getString(6))));
  }

  private static void domain(
      ReadContext context,
      ResultSet row,
      Map<Long, List<Constraint.Check>> checks,
      Map<Long, NotNull> notNulls)
      throws SQLException {
    long oid = row.getLong(1);
    if (context.leaveOutMember("pg_type", oid)) {
      return;
    }
    TreeMap<String, String> options = new TreeMap<>();
    context.owner(options, row.getString(4));
    String name = row.getString(3);
    NotNull notNull = notNulls.get(oid);
    if (notNull != null) {
      if (!notNull.name().equals(ServerNames.automatic(name, "", "not_null"))) {
        options.put("not_null", notNull.name());
      }
      notNull.comment().ifPresent(c -> options.put("comment." + notNull.name(), c));
    }
    String defaultText = row.getString(7) == null ? row.getString(8) : row.getString(7);
    context.add(
        new SchemaObject.Domain(
            context.name(row.getString(2), name),
            TypeText.of(context, row, 10),
            row.getBoolean(6),
            ReadContext.sql(defaultText),
            collation(context, row),
            checks.getOrDefault(oid, List.of()),
            Optional.ofNullable(row.getString(5)),
            options));
  }

  private static Optional<String> collation(ReadContext context, ResultSet row)
      throws SQLException {
    List<String> name = SqlList.array(row, 9);
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(ServerNames.collation(context, name.get(0), name.get(1)));
  }
}
