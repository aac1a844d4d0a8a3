package dev.schemac.plan;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans written by hand, for tests of what is made of plans. */
public final class SamplePlans {
  private static final QName ITEMS = QName.of("items");

  private SamplePlans() {}

  /** A conversion by a second column, and a unique index that is built beside it. */
  public static Plan conversion(String target, Strategy strategy) {
    Schema schema = Schema.empty(Target.parse(target).orElseThrow());
    Column before = Column.of("kind", new DataType.Named(QName.of("Kind")), false);
    Column after = Column.of("kind", DataType.Builtin.of("varchar", "50"), false);
    Expression key = new Expression.ColumnRef("stripe_id");
    Index index =
        new Index(
            "items_stripe_id_key",
            true,
            "btree",
            List.of(KeyPart.column("stripe_id")),
            List.of(),
            Optional.of(new Expression.Unary("not", new Expression.IsNull(key))),
            false,
            Optional.empty(),
            Options.none());
    return new Plan(
        schema,
        schema,
        strategy,
        List.of(
            new Change.ModifyColumn(ITEMS, before, after, Optional.empty(), List.of()),
            new Change.AddIndex(ITEMS, index)),
        steps(),
        List.of(),
        List.of());
  }

  private static List<Step> steps() {
    Guard guard =
        new Guard(
            "no-duplicates",
            "no two rows share a stripe_id",
            new Guard.Condition.NoDuplicates(
                ITEMS, List.of(new Expression.ColumnRef("stripe_id")), Optional.empty(), false));
    return List.of(
        step(
            "add column kind_new",
            Phase.EXPAND,
            "ALTER 1",
            effect(Effect.Blocks.EVERYBODY, Effect.Held.MOMENT, false, Effect.Transaction.SHARED),
            List.of(),
            Undo.exactly(new Statement.UserSql("UNDO 1"))),
        step(
            "copy kind, 5000 rows a batch",
            Phase.BACKFILL,
            "BEGIN; COPY; END",
            effect(Effect.Blocks.NOBODY, Effect.Held.WORK, true, Effect.Transaction.NONE),
            List.of(),
            new Undo.Nothing("the column goes away with step 1")),
        step(
            "unique index on stripe_id",
            Phase.EXPAND,
            "CREATE INDEX",
            effect(Effect.Blocks.WRITERS, Effect.Held.WORK, true, Effect.Transaction.SHARED),
            List.of(guard),
            Undo.exactly(new Statement.UserSql("DROP INDEX"))),
        step(
            "drop column kind_old",
            Phase.CONTRACT,
            "ALTER 4",
            effect(Effect.Blocks.EVERYBODY, Effect.Held.MOMENT, false, Effect.Transaction.SHARED),
            List.of(),
            Undo.losing("labels that nobody wrote", new Statement.UserSql("UNDO 4"))));
  }

  private static Effect effect(
      Effect.Blocks blocks, Effect.Held held, boolean scans, Effect.Transaction transaction) {
    return new Effect(
        List.of(new Effect.Lock(ITEMS, "SOME LOCK", blocks, held)),
        scans ? List.of(ITEMS) : List.of(),
        List.of(),
        transaction);
  }

  /** A step of one statement. */
  public static Step step(
      String title, Phase phase, String sql, Effect effect, List<Guard> guards, Undo undo) {
    return new Step(
        title,
        "Plain",
        phase,
        List.of(new Statement.UserSql(sql)),
        effect,
        guards,
        undo,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of());
  }

  /** The plan with one more step, which has no way back. */
  public static Plan withoutWayBack(Plan plan) {
    java.util.ArrayList<Step> steps = new java.util.ArrayList<>(plan.steps());
    steps.add(
        step(
            "drop type Kind",
            Phase.CONTRACT,
            "DROP TYPE",
            Effect.catalogueOnly(Effect.Transaction.SHARED),
            List.of(),
            new Undo.Impossible("its values are gone")));
    return new Plan(
        plan.before(),
        plan.after(),
        plan.strategy(),
        plan.changes(),
        steps,
        plan.diagnostics(),
        plan.temporaries());
  }
}
