package dev.schemac.sql;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Names of functions that the table does not know, qualified with dots where they are so. */
final class FunctionName {
  private FunctionName() {}

  /**
   * Each part quoted where it is no plain word; a keyword that is a function too ({@code left},
   * {@code coalesce}) must stay bare.
   */
  static String quoted(String function, Quoting quoting) {
    if (function.chars().allMatch(FunctionName::isPlain)) {
      return function;
    }
    return Arrays.stream(function.split("\\."))
        .map(part -> part.chars().allMatch(FunctionName::isPlain) ? part : quoting.identifier(part))
        .collect(Collectors.joining("."));
  }

  private static boolean isPlain(int c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_';
  }
}
