package dev.schemac.diff;

import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import java.util.Set;

/**
 * What a privilege is about. A name alone does not tell a table from a function or a namespace.
 *
 * @param kind the server's word; empty where the statement has none
 */
record GrantSubject(String kind, QName on) {
  private static final Set<String> KINDS =
      Set.of(
          "SEQUENCE",
          "FUNCTION",
          "PROCEDURE",
          "ROUTINE",
          "TYPE",
          "DOMAIN",
          "SCHEMA",
          "LANGUAGE",
          "FOREIGN");

  /** Tables have no kind: on MySQL there is no word for them. */
  static GrantSubject of(SchemaObject.Grant grant) {
    String definition = grant.definition();
    int on = definition.indexOf(" ON ");
    String rest = on < 0 ? "" : definition.substring(on + " ON ".length());
    int blank = rest.indexOf(' ');
    String word = blank < 0 ? "" : rest.substring(0, blank);
    return new GrantSubject(
        switch (word) {
          case "ROUTINE", "PROCEDURE" -> "FUNCTION";
          case "DOMAIN" -> "TYPE";
          default -> KINDS.contains(word) ? word : "";
        },
        grant.on());
  }
}
