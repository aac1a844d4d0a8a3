package dev.schemac.dialect.mysql;

import dev.schemac.ddl.OnlineMode;
import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import dev.schemac.plan.HandOver;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * gh-ost and pt-online-schema-change: both copy a table with {@code INSERT IGNORE}, which cuts what
 * does not fit and says nothing, so only what cannot cut anything is handed over, or is stopped by
 * the tool at the first warning (mysql-catalog, 7).
 */
public enum CopyingTool implements HandOver {
  /** gh-ost follows the binary log. */
  GH_OST("gh-ost"),
  /** pt-online-schema-change follows by triggers. */
  PT_OSC("pt-online-schema-change");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_]+");

  private final String tool;

  CopyingTool(String tool) {
    this.tool = tool;
  }

  @Override
  public String tool() {
    return tool;
  }

  @Override
  public Optional<Offer> of(Plan plan, Step step) {
    boolean copies =
        step.effect().locks().stream()
            .anyMatch(
                l ->
                    l.held() == dev.schemac.plan.Effect.Held.WORK
                        && l.blocks() != dev.schemac.plan.Effect.Blocks.NOBODY);
    if (!plan.after().target().isMySql() || !copies && step.effect().rewrites().isEmpty()) {
      return Optional.empty();
    }
    if (step.statements().size() != 1
        || !(step.statements().getFirst() instanceof Statement.AlterTable alter)) {
      return Optional.of(new Offer.Refused("the step is no single ALTER TABLE"));
    }
    Optional<Table> table = plan.before().table(alter.table());
    if (table.isEmpty()) {
      return Optional.of(new Offer.Refused("the table has another name before the plan"));
    }
    return Optional.of(
        obstacle(plan, step, alter, table.get())
            .<Offer>map(Offer.Refused::new)
            .orElseGet(() -> new Offer.Command(command(plan, alter))));
  }

  private Optional<String> obstacle(Plan plan, Step step, Statement.AlterTable alter, Table table) {
    if (!PLAIN.matcher(table.name().name()).matches()
        || table.name().hasNamespace() && !PLAIN.matcher(table.name().namespace()).matches()) {
      return Optional.of("the table's name would have to be quoted");
    }
    if (alteration(alter, plan.after().target()).isEmpty()) {
      return Optional.of("the step is no single ALTER TABLE");
    }
    if (!hasKey(table)) {
      return Optional.of("the table has no primary key");
    }
    if (hasForeignKeys(plan, step, table.name())) {
      return Optional.of(
          switch (this) {
            case GH_OST -> "it copies no table with foreign keys";
            case PT_OSC -> "it gives the foreign keys other names";
          });
    }
    return switch (this) {
      case GH_OST -> Optional.empty(); // it stops at the first warning
      case PT_OSC -> whyNotByTriggers(step, alter, table);
    };
  }

  private static Optional<String> whyNotByTriggers(
      Step step, Statement.AlterTable alter, Table table) {
    if (table.constraints().stream().anyMatch(Constraint.Check.class::isInstance)) {
      return Optional.of("it gives the table's checks other names");
    }
    if (!step.guards().isEmpty()) {
      return Optional.of("it cuts values that do not fit and leaves out duplicates, silently");
    }
    return alter.actions().stream().anyMatch(CopyingTool::isRename)
        ? Optional.of("it refuses to rename columns")
        : Optional.empty();
  }

  private static boolean isRename(TableAction action) {
    return action instanceof TableAction.RenameColumn
        || action instanceof TableAction.ModifyColumn(var from, var column, var ignored)
            && !from.equals(column.name());
  }

  private static boolean hasKey(Table table) {
    return table.primaryKey().isPresent()
        || table.indexes().stream().filter(Index::unique).anyMatch(i -> isNeverNull(table, i));
  }

  private static boolean isNeverNull(Table table, Index index) {
    return index.parts().stream()
        .allMatch(
            p -> p.columnName().flatMap(table::column).filter(c -> !c.nullable()).isPresent());
  }

  /** Whether a foreign key is on either side of the table when the step comes. */
  private static boolean hasForeignKeys(Plan plan, Step step, QName table) {
    LiveNames live = new LiveNames(plan.before());
    plan.steps().subList(0, plan.steps().indexOf(step)).stream()
        .flatMap(earlier -> earlier.statements().stream())
        .forEach(live::run);
    return live.hasForeignKeys(table);
  }

  private String command(Plan plan, Statement.AlterTable alter) {
    Target target = plan.after().target();
    String alteration = shell(alteration(alter, target).orElseThrow());
    boolean triggers =
        plan.before().all(SchemaObject.Trigger.class).stream()
            .anyMatch(t -> t.table().equals(alter.table()));
    String database =
        alter.table().hasNamespace() ? alter.table().namespace() : "\"$MYSQL_DATABASE\"";
    String table = alter.table().name();
    return switch (this) {
      case GH_OST -> ghOst(database, table, alteration, triggers, alter, target);
      case PT_OSC -> ptOsc(database, table, alteration, triggers);
    };
  }

  private static String ghOst(
      String database,
      String table,
      String alteration,
      boolean triggers,
      Statement.AlterTable alter,
      Target target) {
    StringBuilder command =
        new StringBuilder("gh-ost --host=\"$MYSQL_HOST\" --user=\"$MYSQL_USER\"");
    command.append(" --ask-pass --database=").append(database).append(" --table=").append(table);
    command.append(" --alter=").append(alteration);
    command.append(" --assume-rbr --max-lag-millis=1500 --chunk-size=1000");
    command.append(" --max-load=Threads_running=50 --critical-load=Threads_running=1000");
    command.append(" --critical-load-interval-millis=5000 --default-retries=120");
    command.append(" --cut-over-lock-timeout-seconds=3 --cut-over-exponential-backoff");
    command.append(" --timestamp-old-table --panic-on-warnings --verbose");
    if (triggers) {
      command.append(" --include-triggers --trigger-suffix=_v2 --remove-trigger-suffix-if-exists");
    }
    if (alter.actions().stream().anyMatch(CopyingTool::isRename)) {
      command.append(" --approve-renamed-columns");
    }
    if (target.isMariaDb()) {
      command.append(" --skip-metadata-lock-check");
    }
    return command.append(" --execute").toString();
  }

  private static String ptOsc(String database, String table, String alteration, boolean triggers) {
    StringBuilder command =
        new StringBuilder("pt-online-schema-change --alter=").append(alteration);
    command.append(" --set-vars=lock_wait_timeout=2,innodb_lock_wait_timeout=1");
    command.append(" --tries=create_triggers:20:1,drop_triggers:20:1,swap_tables:20:1");
    command.append(" --max-load=Threads_running=50 --critical-load=Threads_running=200");
    command.append(" --max-lag=1 --chunk-time=0.5 --no-drop-old-table --no-version-check");
    if (triggers) {
      command.append(" --preserve-triggers");
    }
    command.append(" --statistics --execute h=\"$MYSQL_HOST\",u=\"$MYSQL_USER\",D=");
    return command.append(database).append(",t=").append(table).toString();
  }

  /** The actions alone: the copy is empty when it is altered. Line ends in literals must stay. */
  private static Optional<String> alteration(Statement.AlterTable alter, Target target) {
    Statement.AlterTable plain =
        new Statement.AlterTable(alter.table(), alter.actions(), OnlineMode.DEFAULT);
    List<String> texts = new MySqlPrinter(target).print(plain);
    String head = new MySqlPrinter(target).print(empty(alter)).getFirst();
    return texts.size() == 1 && texts.getFirst().startsWith(head)
        ? Optional.of(texts.getFirst().substring(head.length()).strip())
        : Optional.empty();
  }

  private static Statement.AlterTable empty(Statement.AlterTable alter) {
    return new Statement.AlterTable(alter.table(), List.of(), OnlineMode.DEFAULT);
  }

  private static String shell(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
