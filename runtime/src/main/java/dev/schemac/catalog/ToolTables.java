package dev.schemac.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tables in which migration tools keep their books: no part of anybody's schema, so a reader leaves
 * them out with all that hangs on them.
 */
public final class ToolTables {
  private static final Map<String, String> TABLES =
      Map.ofEntries(
          Map.entry("flyway_schema_history", "Flyway"),
          Map.entry("schema_version", "Flyway"),
          Map.entry("databasechangelog", "Liquibase"),
          Map.entry("databasechangeloglock", "Liquibase"),
          Map.entry("_prisma_migrations", "Prisma"),
          Map.entry("__drizzle_migrations", "Drizzle"),
          Map.entry("sequelizemeta", "Sequelize"),
          Map.entry("sequelizemetabackup", "Sequelize"),
          Map.entry("sequelizedata", "Sequelize"),
          Map.entry("knex_migrations", "Knex"),
          Map.entry("knex_migrations_lock", "Knex"),
          Map.entry("schema_migrations", "schema_migrations"),
          Map.entry("ar_internal_metadata", "Rails"),
          Map.entry("alembic_version", "Alembic"),
          Map.entry("django_migrations", "Django"),
          Map.entry("goose_db_version", "Goose"),
          Map.entry("atlas_schema_revisions", "Atlas"),
          Map.entry("__diesel_schema_migrations", "Diesel"),
          Map.entry("_sqlx_migrations", "SQLx"),
          Map.entry("schemac_history", "schemac"),
          Map.entry("schemac_journal", "schemac"));

  private static final Map<String, String> NAMESPACES =
      Map.of("drizzle", "Drizzle", "supabase_migrations", "Supabase", "schemac", "schemac");

  private ToolTables() {}

  /** The tool whose table this is. */
  public static Optional<String> tool(String namespace, String table) {
    return tool(namespace)
        .or(() -> Optional.ofNullable(TABLES.get(table.toLowerCase(Locale.ROOT))));
  }

  /** The tool that a whole namespace belongs to. */
  public static Optional<String> tool(String namespace) {
    return Optional.ofNullable(NAMESPACES.get(namespace));
  }
}
