package dev.schemac.cli.project;

import dev.schemac.emit.MigrationFolder;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Versions for new migrations of a folder: those that were asked for, but always the newest. */
final class Versions {
  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private LocalDateTime next;

  Versions(MigrationFolder folder, LocalDateTime wanted) {
    this.next = wanted;
    folder.newest().ifPresent(newest -> after(newest.version()));
  }

  /** Other tools' versions need not be dates; then the wanted one must do. */
  private void after(String newest) {
    if (FORM.format(next).compareTo(newest) > 0) {
      return;
    }
    try {
      next = LocalDateTime.parse(newest, FORM).plusSeconds(1);
    } catch (java.time.format.DateTimeParseException e) {
      throw new IllegalStateException("the folder's newest version is no time: " + newest, e);
    }
  }

  String take() {
    String version = FORM.format(next);
    next = next.plusSeconds(1);
    return version;
  }
}
