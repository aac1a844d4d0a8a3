package dev.schemac.syntax;

import dev.schemac.diagnostic.Fix;
import dev.schemac.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Applies fixes to a text, as an editor would. A fix is applied whole or not at all: one that
 * touches what an earlier one has changed is left out, and so is one with a place outside the text.
 */
public final class EditApplier {
  private EditApplier() {}

  /** The changed text, and the fixes that were left out: they may fit when checked again. */
  public record Applied(SourceText source, List<Fix> skipped) {
    public Applied {
      skipped = List.copyOf(skipped);
    }
  }

  /** Edits of other files than the source's are ignored. */
  public static Applied apply(SourceText source, List<Fix> fixes) {
    List<Fix.Edit> taken = new ArrayList<>();
    List<Fix> skipped = new ArrayList<>();
    for (Fix fix : fixes) {
      List<Fix.Edit> edits = own(source, fix);
      if (fits(source, edits) && edits.stream().noneMatch(edit -> touches(edit, taken))) {
        taken.addAll(edits);
      } else {
        skipped.add(fix);
      }
    }
    return new Applied(new SourceText(source.name(), replaced(source.text(), taken)), skipped);
  }

  private static List<Fix.Edit> own(SourceText source, Fix fix) {
    return fix.edits().stream().filter(e -> e.span().file().equals(source.name())).toList();
  }

  private static boolean fits(SourceText source, List<Fix.Edit> edits) {
    int length = source.text().length();
    return edits.stream()
        .map(Fix.Edit::span)
        .allMatch(s -> 0 <= s.start() && s.start() <= s.end() && s.end() <= length);
  }

  /** Two insertions at one place do not touch: they come in the order of the fixes. */
  private static boolean touches(Fix.Edit edit, List<Fix.Edit> taken) {
    return taken.stream()
        .map(Fix.Edit::span)
        .anyMatch(o -> edit.span().start() < o.end() && o.start() < edit.span().end());
  }

  private static String replaced(String text, List<Fix.Edit> edits) {
    List<Fix.Edit> sorted = new ArrayList<>(edits);
    sorted.sort(
        Comparator.comparingInt((Fix.Edit e) -> e.span().start())
            .thenComparingInt(e -> e.span().end()));
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (Fix.Edit edit : sorted) {
      result.append(text, at, Math.max(at, edit.span().start())).append(edit.replacement());
      at = Math.max(at, edit.span().end());
    }
    return result.append(text, at, text.length()).toString();
  }
}
