package dev.schemac.cli.project;

import dev.schemac.emit.Layout;
import dev.schemac.emit.Migration;
import java.util.List;

/** A plan as migrations: one, or two where a deploy must come between expand and contract. */
final class MigrationTexts {
  private MigrationTexts() {}

  static List<Migration> of(
      Workspace workspace, TargetPlan plan, String slug, Layout layout, Versions versions) {
    return List.of();
  }
}
