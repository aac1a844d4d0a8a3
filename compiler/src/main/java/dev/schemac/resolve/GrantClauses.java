package dev.schemac.resolve;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind the object of a grant: {@code to a, b with grant option granted by c}.
 *
 * @param grantees as written
 */
record GrantClauses(String grantees, boolean grantOption, Optional<String> by) {

  static GrantClauses of(String rest) {
    List<String> parts = DefinitionText.splitAt(rest, Set.of("with", "by", "granted"));
    boolean option = false;
    Optional<String> by = Optional.empty();
    for (String part : parts.subList(1, parts.size())) {
      String lower = part.toLowerCase(Locale.ROOT);
      option |= lower.startsWith("with");
      if (lower.startsWith("by")) {
        by = Optional.of(part.substring(2).strip());
      }
    }
    return new GrantClauses(parts.get(0).replaceFirst("(?i)^(to|from)\\s+", ""), option, by);
  }
}
