package dev.schemac.sql;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of functions that the table does not know, qualified with dots where they are so. */
final class FunctionName {
  /** Keywords before whose parenthesis no server would look for a function. */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("analyse analyze and asc asymmetric both check column constraint create deferrable desc"
               + " do else end except fetch for foreign from grant group having in initially"
               + " intersect into lateral leading limit offset on only or order placing primary"
               + " references returning select symmetric table then to trailing union unique using"
               + " variadic when where window with")
              .split(" "));

  private FunctionName() {}

  /**
   * Each part quoted where it is no plain word; a keyword that is a function too ({@code left},
   * {@code coalesce}) must stay bare.
   */
  static String quoted(String function, Quoting quoting) {
    return Arrays.stream(function.split("\\."))
        .map(part -> isWord(part) ? part : quoting.identifier(part))
        .collect(Collectors.joining("."));
  }

  private static boolean isWord(String part) {
    return part.chars().allMatch(FunctionName::isPlain) && !KEYWORDS.contains(part);
  }

  private static boolean isPlain(int c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_';
  }
}
