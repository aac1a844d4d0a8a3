package dev.schemac.resolve;

/** What an {@code @postgres(…)} or {@code @mysql(…)} stands behind. */
enum OptionOwner {
  NAMESPACE("a namespace"),
  TABLE("a table"),
  COLUMN("a column"),
  INDEX("an index"),
  CONSTRAINT("a key"),
  EXCLUSION("an exclusion constraint"),
  VIEW("a view"),
  MATERIALIZED_VIEW("a materialized view"),
  TYPE("a type"),
  NATIVE("a native object"),
  DOMAIN("a domain"),
  SEQUENCE("a sequence"),
  EXTENSION("an extension"),
  ROUTINE("a routine"),
  TRIGGER("a trigger"),
  PARTITION("a partition"),
  /** What has no options: policies, grants, roles, aliases, mixins. */
  OTHER("this declaration");

  private final String label;

  OptionOwner(String label) {
    this.label = label;
  }

  /** For messages. */
  String label() {
    return label;
  }
}
