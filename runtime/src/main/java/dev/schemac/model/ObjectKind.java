package dev.schemac.model;

/**
 * Every kind of thing that has an identity in a schema, under the word that the language uses for
 * it.
 */
public enum ObjectKind {
  NAMESPACE("namespace"),
  EXTENSION("extension"),
  ROLE("role"),
  ENUM("enum"),
  ENUM_VALUE("value"),
  DOMAIN("domain"),
  SEQUENCE("sequence"),
  TABLE("table"),
  COLUMN("column"),
  PRIMARY_KEY("primary key"),
  UNIQUE("unique"),
  CHECK("check"),
  FOREIGN_KEY("foreign key"),
  EXCLUSION("exclude"),
  INDEX("index"),
  VIEW("view"),
  MATERIALIZED_VIEW("materialized view"),
  FUNCTION("function"),
  PROCEDURE("procedure"),
  TRIGGER("trigger"),
  POLICY("policy"),
  GRANT("grant"),
  TYPE("type"),
  NATIVE("native");

  private final String word;

  ObjectKind(String word) {
    this.word = word;
  }

  /** The word of the language: {@code materialized view}. */
  public String word() {
    return word;
  }
}
