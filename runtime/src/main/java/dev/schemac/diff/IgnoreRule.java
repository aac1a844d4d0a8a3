package dev.schemac.diff;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What differences are of no interest: {@code audit.*}, {@code table:spatial_ref_sys}, {@code
 * index:orders.tmp_*}. A {@code *} stands for any characters. An object is meant with all that is
 * in it: a table with its members, triggers, policies and privileges, a namespace with its objects.
 *
 * @param kind only objects of that kind; empty for all
 */
public record IgnoreRule(String text, Optional<ObjectKind> kind, String pattern) {
  private static final Set<ObjectKind> RELATIONS =
      EnumSet.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);

  /** Reads a rule; empty where the word before the colon is no kind of object. */
  public static Optional<IgnoreRule> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return Optional.of(new IgnoreRule(text, Optional.empty(), text));
    }
    String word = text.substring(0, colon).strip().replace('-', ' ').toLowerCase(Locale.ROOT);
    for (ObjectKind kind : ObjectKind.values()) {
      if (kind.word().equals(word)) {
        return Optional.of(
            new IgnoreRule(text, Optional.of(kind), text.substring(colon + 1).strip()));
      }
    }
    return Optional.empty();
  }

  /** The words that may stand before the colon. */
  public static List<String> kinds() {
    return java.util.Arrays.stream(ObjectKind.values())
        .map(kind -> kind.word().replace(' ', '-'))
        .toList();
  }

  /** Whether the rule is about an object or a member, by itself or by what it is in. */
  public boolean covers(ObjectPath path) {
    return isAbout(path) || isAboutItsOwner(path) || isAboutItsNamespace(path);
  }

  private boolean isAbout(ObjectPath path) {
    boolean ofKind = kind.isEmpty() || kind.get() == path.kind();
    boolean wholeNamespace =
        kind.isEmpty()
            && path.kind() == ObjectKind.NAMESPACE
            && pattern.equals(path.owner().name() + ".*");
    return ofKind && (matches(path.name()) || wholeNamespace);
  }

  private boolean isAboutItsOwner(ObjectPath path) {
    for (ObjectKind relation : path.member().isEmpty() ? Set.<ObjectKind>of() : RELATIONS) {
      if (isAbout(ObjectPath.of(relation, path.owner()))) {
        return true;
      }
    }
    return false;
  }

  private boolean isAboutItsNamespace(ObjectPath path) {
    return path.owner().hasNamespace()
        && isAbout(ObjectPath.of(ObjectKind.NAMESPACE, QName.of(path.owner().namespace())));
  }

  private boolean matches(String name) {
    StringBuilder regex = new StringBuilder();
    for (String part : pattern.split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(name).matches();
  }
}
