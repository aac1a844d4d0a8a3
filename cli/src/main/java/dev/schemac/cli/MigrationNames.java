package dev.schemac.cli;

import dev.schemac.cli.project.Workspace;
import dev.schemac.emit.Migration;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Names and versions of migrations, as the command line gives them. */
final class MigrationNames {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

  private MigrationNames() {}

  static String slug(String name) {
    String slug = Migration.slug(name);
    if (slug.isEmpty()) {
      throw new UsageError("`" + name + "` is no name: it needs a letter or a digit");
    }
    return slug;
  }

  /** The version that was asked for, or now. */
  static LocalDateTime timestamp(Optional<String> given, Clock clock) {
    if (given.isEmpty()) {
      return LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).withNano(0);
    }
    try {
      return LocalDateTime.parse(given.get(), FORM);
    } catch (DateTimeParseException e) {
      throw new UsageError("`" + given.get() + "` is no timestamp: write YYYYMMDDhhmmss");
    }
  }

  static void requireProject(Workspace workspace) {
    if (workspace.project().isEmpty()) {
      throw new UsageError("migrations need a project: run `schemac init` first");
    }
  }
}
