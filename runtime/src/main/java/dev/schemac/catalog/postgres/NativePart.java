package dev.schemac.catalog.postgres;

import dev.schemac.model.RoutineName;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.PostgresSignature;
import dev.schemac.sql.ResentText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Everything that has no form of its own in the language, with the statements that make it. */
final class NativePart implements CatalogPart {
  /** Objects that initdb made have lower numbers. */
  private static final String FRAME =
      """
      with q (namespace, name, made, dropped, owner, note, catalogue, oid) as (
      """;

  private static final String OWN =
      """
      )
      select q.namespace, q.name, q.made, q.dropped, q.owner, q.note, k.relname, q.oid::bigint
      from q join pg_catalog.pg_class k on k.oid = q.catalogue
      where q.oid >= 16384 and q.namespace <> 'information_schema' and q.namespace !~ '^pg_'
      order by 1, 2
      """;

  /** Whether there is a password, and whether the server shows no options to this user. */
  private static final String MAPPINGS =
      """
      select 'user mapping for ' || m.usename || ' on server ' || m.srvname,
        exists (select from pg_options_to_table(m.umoptions) o
          where o.option_name like '%password%'),
        m.umoptions is null and not (select rolsuper from pg_roles where rolname = current_user)
          and not case when m.umuser = 0 then pg_has_role(s.srvowner, 'USAGE')
            else m.usename = current_user and (pg_has_role(s.srvowner, 'USAGE')
              or has_server_privilege(s.oid, 'USAGE')) end
      from pg_user_mappings m join pg_foreign_server s on s.oid = m.srvid
      """;

  @Override
  public void read(ReadContext context) throws SQLException {
    int version = context.target().version().major();
    List<NativeQuery> queries = new ArrayList<>();
    queries.addAll(NativeTypes.of(version));
    queries.addAll(NativeTexts.of(version));
    queries.addAll(NativeCode.all());
    queries.addAll(NativeOperators.of(version));
    queries.addAll(NativeRelations.of(version));
    for (NativeQuery query : queries) {
      context.each(FRAME + query.sql() + OWN, row -> take(context, query.kind(), row));
    }
    gaps(context);
  }

  private static void take(ReadContext context, String kind, ResultSet row) throws SQLException {
    if (context.leaveOutMember(row.getString(7), row.getLong(8))) {
      return;
    }
    TreeMap<String, String> options = new TreeMap<>();
    context.owner(options, row.getString(5));
    String namespace = row.getString(1);
    context.add(
        new SchemaObject.NativeObject(
            kind,
            context.name(namespace.isEmpty() ? context.defaultNamespace() : namespace, name(row)),
            text(kind, row.getString(3).strip()),
            row.getString(4),
            Set.of(),
            Optional.ofNullable(row.getString(6)),
            options));
  }

  /** These hold expressions, others bodies. */
  private static String text(String kind, String create) {
    return List.of("rule", "publication", "statistics").contains(kind)
        ? ResentText.of(create)
        : create;
  }

  /** A signature's quoted names are the language's. */
  private static String name(ResultSet row) throws SQLException {
    String name = row.getString(2);
    int open = RoutineName.signature(name);
    return open < 0
        ? name
        : name.substring(0, open) + PostgresSignature.words(name.substring(open));
  }

  private static void gaps(ReadContext context) throws SQLException {
    context.each(
        MAPPINGS,
        row -> {
          if (row.getBoolean(2)) {
            context.unsupported(row.getString(1), "its password is left out");
          } else if (row.getBoolean(3)) {
            context.unreadable(row.getString(1), "its options may be seen by its user alone");
          }
        });
    context.each(
        "select 'subscription ' || s.subname from pg_subscription s join pg_database d"
            + " on d.oid = s.subdbid where d.datname = current_database()",
        row -> context.unsupported(row.getString(1), "its connection string may hold a secret"));
    context.each(
        "select count(*) from pg_largeobject_metadata",
        row -> {
          if (row.getLong(1) > 0) {
            context.unsupported(row.getLong(1) + " large objects", "they are data, not schema");
          }
        });
    context.each(
        "select 'security label of ' || l.provider || ' on ' || l.objtype || ' ' || l.objname"
            + " from pg_seclabels l where l.objtype not in ('database', 'role', 'tablespace')",
        row -> context.unsupported(row.getString(1), "schemac has no words for security labels"));
  }
}
