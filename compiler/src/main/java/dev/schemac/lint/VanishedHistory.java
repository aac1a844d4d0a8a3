package dev.schemac.lint;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diff.Change;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A system-versioned table of MariaDB's stays without its history, because it is none any more or
 * because another engine keeps it, to which no history goes along: SC3004.
 */
record VanishedHistory(EvolutionContext context) {
  private static final String HISTORY = "system_versioning";
  private static final String ENGINE = "engine";

  List<Diagnostic> check() {
    List<Diagnostic> found = new ArrayList<>();
    for (Change change : context.changes()) {
      if (change instanceof Change.ModifyTable(var before, var after)
          && !after.external()
          && loses(before, after)) {
        found.add(context.judged(report(after)));
      }
    }
    return found;
  }

  private static boolean loses(Table before, Table after) {
    boolean moves =
        !before.options().getOrDefault(ENGINE, "").equals(after.options().getOrDefault(ENGINE, ""));
    return before.options().containsKey(HISTORY)
        && (moves || !after.options().containsKey(HISTORY));
  }

  private Diagnostic report(Table table) {
    return Diagnostic.of(
            Code.SC3004,
            context.placeOfTable(table.name()),
            "the history of `" + table.name() + "` disappears without a word")
        .withHelp("keep `system_versioning` and the engine, or accept the loss: `--allow-loss`");
  }
}
