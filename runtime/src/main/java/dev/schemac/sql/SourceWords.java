package dev.schemac.sql;

import java.util.Locale;
import java.util.Set;

/**
 * Words that mean something at some place in an expression or a declaration of the language: a name
 * that is one of them is written in backticks, which is right everywhere.
 */
public final class SourceWords {
  private static final Set<String> WORDS =
      Set.of(
          ("table enum type domain mixin namespace sequence extension function procedure trigger"
               + " view materialized policy grant revoke external native role retire remap primary"
               + " unique index check foreign exclude key not null default generated identity"
               + " stored virtual collate as ref on delete update using backfill when fits was"
               + " where include with without partition by range list hash empty and or is in like"
               + " ilike between case then else end cast true false unknown distinct from array row"
               + " any all some exists interval select regexp rlike similar to div mod xor"
               + " current_date current_time current_timestamp localtime localtimestamp"
               + " current_user session_user extract date time timestamp overlaps asc desc nulls"
               + " first last deferrable initially match full no inherit valid enforced always"
               + " owned start increment cycle cache min max for each before after period add drop"
               + " values set x b n e u")
              .split(" "));

  private SourceWords() {}

  public static boolean isWord(String name) {
    return WORDS.contains(name.toLowerCase(Locale.ROOT));
  }
}
