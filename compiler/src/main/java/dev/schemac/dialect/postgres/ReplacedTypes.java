package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.model.DataType;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;

/** Types that give their names to successors in this plan, their columns converted by the way. */
final class ReplacedTypes {
  private ReplacedTypes() {}

  /** Whether a type, or what it is an array of, is one. */
  static boolean concern(DataType type, PlanFacts facts) {
    return switch (type) {
      case DataType.Named(var name) ->
          isReplaced(ObjectPath.of(ObjectKind.DOMAIN, name), facts)
              || isReplaced(new ObjectPath(ObjectKind.NATIVE, name, "type"), facts)
              || ReplaceEnum.replaces(type, facts);
      case DataType.Array(var element) -> concern(element, facts);
      case DataType.Builtin ignored -> false;
      case DataType.InlineEnum ignored -> false;
      case DataType.InlineSet ignored -> false;
    };
  }

  private static boolean isReplaced(ObjectPath type, PlanFacts facts) {
    return facts.changesOf(type).stream()
        .anyMatch(c -> c instanceof Change.ModifyObject || c instanceof Change.DropObject);
  }
}
