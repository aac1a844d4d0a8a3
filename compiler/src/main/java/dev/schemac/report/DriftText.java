package dev.schemac.report;

import dev.schemac.model.ObjectKind;
import dev.schemac.report.DriftFinding.Side;
import dev.schemac.report.DriftFinding.Status;
import dev.schemac.report.LineDiff.Line;
import java.util.ArrayList;
import java.util.List;

/** Drift as a person reads it in a terminal. */
final class DriftText {
  private static final int STATUS_WIDTH = 9;
  private static final String INDENT = "  ";

  private final DriftReport.Drift drift;
  private final Palette palette;
  private final List<String> out = new ArrayList<>();

  DriftText(DriftReport.Drift drift, Palette palette) {
    this.drift = drift;
    this.palette = palette;
  }

  String render() {
    out.add(palette.bold(DriftReport.title(drift)));
    List<DriftReport.Group> groups = DriftReport.groups(drift);
    if (!groups.isEmpty()) {
      out.add("");
    }
    groups.forEach(this::group);
    if (!groups.isEmpty()) {
      out.add("");
    }
    DriftReport.remarks(drift).forEach(line -> out.add(INDENT + line));
    out.add(INDENT + DriftReport.summary(drift));
    return String.join("\n", out) + "\n";
  }

  private void group(DriftReport.Group group) {
    DriftFinding first = group.findings().getFirst();
    boolean whole = first.member().isEmpty() && first.status() != Status.DIFFERENT;
    if (whole) {
      group.findings().forEach(f -> out.add(INDENT + status(f.status()) + whole(f)));
      return;
    }
    out.add(INDENT + status(Status.DIFFERENT) + DriftReport.label(group.object()));
    group.findings().stream().filter(f -> f.member().isEmpty()).forEach(this::properties);
    group.findings().stream().filter(f -> f.member().isPresent()).forEach(this::member);
  }

  /** The object, and what it is where the kind alone does not say it. */
  private static String whole(DriftFinding finding) {
    String kind = finding.object().kind().word();
    String detail = oneLine(finding.detail());
    String more = detail.startsWith(kind) ? detail.substring(kind.length()) : " " + detail;
    return oneLine(DriftReport.label(finding.object())) + more;
  }

  private void properties(DriftFinding finding) {
    if (finding.sides().isEmpty()) {
      out.add(INDENT.repeat(2) + oneLine(finding.detail()));
    }
    for (Side side : finding.sides()) {
      if (!side.property().equals("definition")) {
        out.add(INDENT.repeat(2) + side.property());
      }
      sides(side);
    }
  }

  private void member(DriftFinding finding) {
    String indent = INDENT.repeat(2) + status(finding.status());
    String subject = finding.subject().kind().word() + " " + finding.subject().member();
    switch (finding.status()) {
      case MISSING -> out.add(indent + declared(finding, finding.sides().getFirst().schema()));
      case EXTRA -> out.add(indent + declared(finding, finding.sides().getFirst().database()));
      case DIFFERENT -> {
        if (finding.sides().isEmpty()) {
          out.add(indent + subject + ": " + oneLine(finding.detail()));
        }
        for (Side side : finding.sides()) {
          boolean whole = side.property().equals("definition");
          out.add(indent + subject + (whole ? "" : ", " + side.property()));
          sides(side);
        }
      }
    }
  }

  private static String declared(DriftFinding finding, String text) {
    boolean column = finding.subject().kind() == ObjectKind.COLUMN;
    return (column ? "column " : "") + oneLine(text);
  }

  private void sides(Side side) {
    String indent = INDENT.repeat(3) + " ".repeat(STATUS_WIDTH);
    List<String> database = side.database().lines().toList();
    List<String> schema = side.schema().lines().toList();
    if (database.size() < 2 && schema.size() < 2) {
      out.add(indent + palette.added("database  " + orNothing(side.database())));
      out.add(indent + palette.removed("schema    " + orNothing(side.schema())));
      return;
    }
    out.add(indent + palette.added("+ database") + "  " + palette.removed("- schema"));
    for (Line line : LineDiff.of(schema, database)) {
      String text = line.side().sign() + " " + line.text();
      out.add(
          (indent
                  + switch (line.side()) {
                    case BOTH -> text;
                    case BEFORE -> palette.removed(text);
                    case AFTER -> palette.added(text);
                  })
              .stripTrailing());
    }
  }

  private static String orNothing(String text) {
    return text.isEmpty() ? "–" : text;
  }

  private String status(Status status) {
    String word = TextWidth.pad(status.word(), STATUS_WIDTH + INDENT.length());
    return switch (status) {
      case MISSING -> palette.removed(word);
      case EXTRA -> palette.added(word);
      case DIFFERENT -> palette.changed(word);
    };
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
