package dev.schemac.emit;

import java.util.ArrayList;
import java.util.List;

/** Puts what a migration consists of into the files of a layout. */
public final class MigrationLayout {
  private static final String NOT_TRANSACTIONAL = "executeInTransaction=false\n";

  private MigrationLayout() {}

  /**
   * What a migration consists of.
   *
   * @param up the whole way forward
   * @param down the whole way back
   * @param snapshot the schema afterwards
   * @param plan the report for reviewers
   * @param units {@code up} cut into transactions, for tools whose unit is the file; empty where it
   *     is one
   */
  public record Content(String up, String down, String snapshot, String plan, List<Unit> units) {
    public Content {
      units = List.copyOf(units);
    }
  }

  /**
   * Statements that share a transaction, or that refuse one.
   *
   * @param transactional whether the tool should open a transaction around them
   */
  public record Unit(String sql, boolean transactional) {}

  /** The files of one migration. */
  public static Migration lay(Layout layout, String version, String slug, Content content) {
    return new Migration(
        version,
        slug,
        switch (layout) {
          case SCHEMAC -> schemac(version + "_" + slug + "/", content);
          case FLYWAY -> flyway(version, slug, content);
        });
  }

  private static List<Migration.File> schemac(String folder, Content content) {
    return List.of(
        new Migration.File(folder + Migration.UP, content.up()),
        new Migration.File(folder + Migration.DOWN, content.down()),
        new Migration.File(folder + Migration.SNAPSHOT, content.snapshot()),
        new Migration.File(folder + Migration.PLAN, content.plan()));
  }

  /**
   * Flyway runs one file in one transaction, so a migration becomes as many files as it has
   * transactions; a script configuration file takes the transaction away where it must.
   */
  private static List<Migration.File> flyway(String version, String slug, Content content) {
    List<Migration.File> files = new ArrayList<>();
    String kept = ".schemac/" + version + "_" + slug + "/";
    files.add(new Migration.File(kept + Migration.DOWN, content.down()));
    files.add(new Migration.File(kept + Migration.SNAPSHOT, content.snapshot()));
    files.add(new Migration.File(kept + Migration.PLAN, content.plan()));
    List<Unit> units =
        content.units().isEmpty() ? List.of(new Unit(content.up(), true)) : content.units();
    for (int i = 0; i < units.size(); i++) {
      String number = units.size() == 1 ? "" : "." + (i + 1);
      String name = "V" + version + number + "__" + slug + ".sql";
      files.add(new Migration.File(name, units.get(i).sql()));
      if (!units.get(i).transactional()) {
        files.add(new Migration.File(name + ".conf", NOT_TRANSACTIONAL));
      }
    }
    return files;
  }
}
