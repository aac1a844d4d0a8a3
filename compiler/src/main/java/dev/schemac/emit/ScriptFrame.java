package dev.schemac.emit;

import java.util.List;

/** What stands around the statements of a script: session settings, transactions, delimiters. */
sealed interface ScriptFrame permits PostgresFrame, MySqlFrame {

  /** Lines at the start of a script. */
  List<String> opening(ScriptFlavour flavour);

  /** Lines before a unit. */
  List<String> before(ScriptUnit unit, ScriptFlavour flavour);

  /** Lines behind a unit. */
  List<String> after(ScriptUnit unit, ScriptFlavour flavour);

  /** One statement with whatever ends it; {@code compound} when it has semicolons inside. */
  List<String> statement(String sql, boolean compound, ScriptFlavour flavour);
}
