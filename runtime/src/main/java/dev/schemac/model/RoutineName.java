package dev.schemac.model;

/**
 * A routine's local name, which ends with its signature: {@code f(int, text)}. Parentheses in the
 * name itself are none of a signature.
 */
public final class RoutineName {
  private RoutineName() {}

  /** Where the signature begins, or -1 where there is none. */
  public static int signature(String name) {
    int depth = 0;
    char quote = 0;
    for (int i = name.length() - 1; i >= 0 && name.endsWith(")"); i--) {
      char c = name.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '`' || c == '"') {
        quote = c;
      } else {
        depth += c == ')' ? 1 : c == '(' ? -1 : 0;
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  /** Where the parameters of a definition begin, behind the name, or -1 where there are none. */
  public static int parameters(String definition) {
    char quote = 0;
    for (int i = 0; i < definition.length(); i++) {
      char c = definition.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '(') {
        return i;
      } else if (c == '`' || c == '"') {
        quote = c;
      }
    }
    return -1;
  }

  /** The name alone. */
  public static String bare(String name) {
    int signature = signature(name);
    return signature < 0 ? name : name.substring(0, signature);
  }
}
