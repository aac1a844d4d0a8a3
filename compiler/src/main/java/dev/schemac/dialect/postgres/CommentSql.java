package dev.schemac.dialect.postgres;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.sql.SqlWriter;
import java.util.Locale;
import java.util.Optional;

/** {@code COMMENT ON}. */
final class CommentSql {
  private final Syntax syntax;

  CommentSql(Syntax syntax) {
    this.syntax = syntax;
  }

  String on(ObjectPath path, Optional<String> comment) {
    SqlWriter sql = syntax.start("COMMENT ON");
    subject(sql, path);
    sql.phrase("IS");
    comment.or(() -> usual(path)).ifPresentOrElse(sql::string, () -> sql.phrase("NULL"));
    return sql.text();
  }

  private static Optional<String> usual(ObjectPath path) {
    boolean is = path.kind() == ObjectKind.NAMESPACE && PublicSchema.is(path.owner().name());
    return is ? Optional.of(PublicSchema.COMMENT) : Optional.empty();
  }

  private void subject(SqlWriter sql, ObjectPath path) {
    switch (path.kind()) {
      case NAMESPACE -> sql.phrase("SCHEMA").identifier(path.owner().name());
      case EXTENSION -> sql.phrase("EXTENSION").identifier(path.owner().name());
      case ROLE -> sql.phrase("ROLE").identifier(path.owner().name());
      case ENUM, TYPE -> sql.phrase("TYPE").name(path.owner());
      case DOMAIN -> sql.phrase("DOMAIN").name(path.owner());
      case SEQUENCE -> sql.phrase("SEQUENCE").name(path.owner());
      case TABLE -> sql.phrase("TABLE").name(path.owner());
      case COLUMN -> syntax.column(sql.phrase("COLUMN"), path.owner(), path.member());
      case PRIMARY_KEY, UNIQUE, CHECK, FOREIGN_KEY, EXCLUSION -> on(sql.phrase("CONSTRAINT"), path);
      case INDEX -> sql.phrase("INDEX").name(path.owner().withName(path.member()));
      case VIEW -> sql.phrase("VIEW").name(path.owner());
      case MATERIALIZED_VIEW -> sql.phrase("MATERIALIZED VIEW").name(path.owner());
      case FUNCTION -> Signature.write(sql.phrase("FUNCTION"), path.owner());
      case PROCEDURE -> Signature.write(sql.phrase("PROCEDURE"), path.owner());
      case TRIGGER -> on(sql.phrase("TRIGGER"), path);
      case POLICY -> on(sql.phrase("POLICY"), path);
      case NATIVE ->
          Signature.write(sql.phrase(path.member().toUpperCase(Locale.ROOT)), path.owner());
      case ENUM_VALUE, GRANT -> throw new IllegalArgumentException(path.toString());
    }
  }

  private static void on(SqlWriter sql, ObjectPath path) {
    sql.identifier(path.member()).phrase("ON").name(path.owner());
  }
}
