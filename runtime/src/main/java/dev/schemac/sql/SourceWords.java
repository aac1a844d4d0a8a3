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
          ("and or xor not in is like ilike between case when then else end null true false collate"
               + " cast array select with from interval row table enum type external was as primary"
               + " unique index exclude foreign check default on set no generated identity using"
               + " backfill include where nulls distinct deferrable match ref without partition"
               + " unsigned signed zerofill key retire remap any some all extract current_date"
               + " current_time current_timestamp localtime localtimestamp")
              .split(" "));

  private SourceWords() {}

  public static boolean isWord(String name) {
    return WORDS.contains(name.toLowerCase(Locale.ROOT));
  }
}
