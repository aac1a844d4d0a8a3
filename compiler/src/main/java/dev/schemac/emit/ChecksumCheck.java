package dev.schemac.emit;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.emit.ChecksumChain.Link;
import dev.schemac.source.SourceFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a folder's files are those that its chain of checksums recorded. */
final class ChecksumCheck {
  private final String shown;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private ChecksumCheck(String shown) {
    this.shown = shown;
  }

  static List<Diagnostic> check(List<Migration> migrations, ChecksumChain chain, String shown) {
    ChecksumCheck check = new ChecksumCheck(shown);
    check.members(migrations, chain);
    if (check.diagnostics.isEmpty()) {
      check.checksums(migrations, chain);
    }
    return check.diagnostics;
  }

  private void members(List<Migration> migrations, ChecksumChain chain) {
    Set<String> recorded = new LinkedHashSet<>();
    chain.links().forEach(link -> recorded.add(link.id()));
    Set<String> present = new LinkedHashSet<>();
    migrations.forEach(migration -> present.add(migration.id()));
    for (String id : recorded) {
      if (!present.contains(id)) {
        report(
            SourceFiles.CHECKSUMS,
            "migration `" + id + "` was recorded and is not there",
            "restore it from version control");
      }
    }
    for (String id : present) {
      if (!recorded.contains(id)) {
        report(
            id,
            "migration `" + id + "` is not recorded in `schemac.sum`",
            "remove it, and write it with `schemac generate` or `schemac new`");
      }
    }
  }

  private void checksums(List<Migration> migrations, ChecksumChain chain) {
    Map<String, Migration> byId = new LinkedHashMap<>();
    migrations.forEach(migration -> byId.put(migration.id(), migration));
    String previousId = "";
    ChecksumChain before = ChecksumChain.empty();
    for (Link link : chain.links()) {
      if (link.id().compareTo(previousId) <= 0) {
        report(
            SourceFiles.CHECKSUMS,
            "migration `" + link.id() + "` stands behind `" + previousId + "`",
            "versions only grow: generate the newer migration again");
        return;
      }
      if (!matches(before, link, byId.get(link.id()), chain)) {
        return;
      }
      previousId = link.id();
      before = new ChecksumChain(List.of(link));
    }
  }

  private boolean matches(
      ChecksumChain before, Link link, Migration migration, ChecksumChain chain) {
    if (migration.content(Migration.SNAPSHOT).isEmpty()) {
      report(link.id(), "migration `" + link.id() + "` has no `snapshot.schema`", RESTORE);
      return false;
    }
    if (link.checksum().isEmpty()) {
      boolean newest = link.equals(chain.links().getLast());
      if (!newest) {
        report(
            SourceFiles.CHECKSUMS,
            "migration `" + link.id() + "` is open, but not the newest",
            RESTORE);
      }
      return newest;
    }
    boolean same = link.checksum().get().equals(ChecksumChain.checksum(before.last(), migration));
    if (!same) {
      report(
          link.id(), "migration `" + link.id() + "` is not what `schemac.sum` recorded", RESTORE);
    }
    return same;
  }

  private static final String RESTORE =
      "a migration is never edited once recorded: restore it from version control, and put the"
          + " correction into a new one";

  private void report(String file, String message, String help) {
    Span span = Span.ofFile(shown + "/" + file);
    diagnostics.add(Diagnostic.of(Code.SC6003, span, message).withHelp(help));
  }
}
