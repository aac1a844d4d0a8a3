package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.RoutineName;
import dev.schemac.model.SchemaObject;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A routine changes (FN-a, FN-b): replaced in place, which keeps whatever uses it; made anew where
 * its result or its parameters change, which CREATE OR REPLACE refuses (42P13).
 */
final class ChangeRoutine {
  private static final Pattern RETURNS =
      Pattern.compile(
          "(?is)\\breturns\\s+(.*?)\\s+(?:language|as|immutable|stable|volatile|strict|security"
              + "|parallel|cost|rows|set|called|leakproof|not|window|begin|return|transform|support)\\b");

  private ChangeRoutine() {}

  static Lowered lower(SchemaObject.Routine before, SchemaObject.Routine after) {
    if (before.definition().equals(after.definition())) {
      return ModifyObject.altered(before, after);
    }
    if (!header(before).equals(header(after)) || !isPlain(before) || !isPlain(after)) {
      return ModifyObject.anew(before, after);
    }
    List<Step> steps = new ArrayList<>();
    steps.add(
        StepBuilder.step(ChangeRoutine.class, "replace", after.path().toString())
            .run(new Statement.Replace(after))
            .undo(new Statement.Replace(before))
            .build());
    if (!before.options().equals(after.options())) {
      steps.add(ModifyObject.alterStep(before, after));
    }
    steps.addAll(ModifyObject.comment(before, after));
    return Lowered.of(steps);
  }

  private static boolean isPlain(SchemaObject.Routine routine) {
    return routine.kind() == ObjectKind.FUNCTION || routine.kind() == ObjectKind.PROCEDURE;
  }

  /** Name, parameters and result, as far as the text tells. */
  private static String header(SchemaObject.Routine routine) {
    String text = routine.definition();
    int open = RoutineName.parameters(text);
    int close = open < 0 ? -1 : closing(text, open);
    String parameters = close < 0 ? text : text.substring(open, close + 1);
    Matcher returns = RETURNS.matcher(close < 0 ? "" : text.substring(close + 1));
    String result = returns.find() ? returns.group(1) : "";
    return parameters.concat(" ").concat(result).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
