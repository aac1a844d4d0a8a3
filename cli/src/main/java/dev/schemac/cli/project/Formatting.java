package dev.schemac.cli.project;

import dev.schemac.connect.Progress;
import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.source.SourceFiles;
import dev.schemac.source.SourceSet;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.Formatter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The canonical layout of a workspace's files.
 *
 * @param changed the files whose text would be another one
 * @param texts what the diagnostics point into
 */
public record Formatting(
    List<Formatted> changed, List<Diagnostic> diagnostics, List<SourceText> texts) {

  /** A file with its new text. */
  public record Formatted(String name, Path path, String text) {}

  /**
   * Formats. A file with a syntax error stays as it is.
   *
   * @param tidy whether to take out evolution words that are done
   */
  public static Formatting of(Workspace workspace, boolean tidy) {
    SourceSet sources = workspace.read();
    List<Diagnostic> diagnostics = new ArrayList<>(sources.diagnostics());
    Map<String, List<Fix.Edit>> edits = tidy ? spentWords(workspace) : Map.of();
    Map<String, Path> paths = paths(workspace);
    List<Formatted> changed = new ArrayList<>();
    Set<String> undecoded = new LinkedHashSet<>();
    sources.diagnostics().forEach(d -> undecoded.add(d.span().file()));
    for (SourceText source : sources.texts()) {
      boolean asked = workspace.asked().isEmpty() || workspace.asked().contains(source.name());
      if (!asked || undecoded.contains(source.name())) {
        continue;
      }
      String edited = apply(source.text(), edits.getOrDefault(source.name(), List.of()));
      Formatter.Formatted formatted = Formatter.format(new SourceText(source.name(), edited));
      diagnostics.addAll(formatted.diagnostics());
      formatted
          .text()
          .filter(text -> !text.equals(source.text()))
          .map(text -> new Formatted(source.name(), paths.get(source.name()), text))
          .ifPresent(changed::add);
    }
    return new Formatting(
        changed, Diagnostics.tidy(diagnostics, workspace.config()), sources.texts());
  }

  private static Map<String, Path> paths(Workspace workspace) {
    Map<String, Path> paths = new LinkedHashMap<>();
    for (Path start : workspace.schema()) {
      try {
        for (Path file : SourceFiles.list(start)) {
          paths.put(SourceFiles.nameOf(workspace.base(), file), file);
        }
      } catch (IOException e) {
        // reading the workspace has said so
      }
    }
    return paths;
  }

  /** The edits that take out the words which are spent for every target. */
  private static Map<String, List<Fix.Edit>> spentWords(Workspace workspace) {
    Map<String, List<Fix.Edit>> edits = new LinkedHashMap<>();
    for (Diagnostic diagnostic : Checking.spentForAll(workspace, Progress.NONE)) {
      if (diagnostic.code() == Code.SC3009) {
        for (Fix fix : diagnostic.fixes()) {
          for (Fix.Edit edit : fix.edits()) {
            edits.computeIfAbsent(edit.span().file(), ignored -> new ArrayList<>()).add(edit);
          }
        }
      }
    }
    return edits;
  }

  /** From the end to the start, so that offsets stay true; overlapping ones count once. */
  private static String apply(String text, List<Fix.Edit> edits) {
    List<Fix.Edit> backwards = new ArrayList<>(new LinkedHashSet<>(edits));
    backwards.sort(Comparator.comparing((Fix.Edit e) -> e.span().start()).reversed());
    StringBuilder edited = new StringBuilder(text);
    int untouchedUntil = text.length();
    for (Fix.Edit edit : backwards) {
      if (edit.span().end() <= untouchedUntil) {
        edited.replace(edit.span().start(), edit.span().end(), edit.replacement());
        untouchedUntil = edit.span().start();
      }
    }
    return edited.toString();
  }

  public boolean hasErrors() {
    return Diagnostics.haveErrors(diagnostics);
  }
}
