package dev.schemac.report;

import dev.schemac.report.DriftFinding.Side;
import java.util.ArrayList;
import java.util.List;

/** Drift for a pull request or an issue. */
final class DriftMarkdown {
  private final DriftReport.Drift drift;
  private final List<String> out = new ArrayList<>();

  DriftMarkdown(DriftReport.Drift drift) {
    this.drift = drift;
  }

  String render() {
    out.add("### " + MarkdownText.escape(DriftReport.title(drift)));
    out.add("");
    List<DriftReport.Group> groups = DriftReport.groups(drift);
    if (!groups.isEmpty()) {
      out.add("| | object | database | schema |");
      out.add("| --- | --- | --- | --- |");
      groups.forEach(group -> group.findings().forEach(this::rows));
      out.add("");
    }
    for (String remark : DriftReport.remarks(drift)) {
      out.add("- " + remark);
    }
    if (!DriftReport.remarks(drift).isEmpty()) {
      out.add("");
    }
    out.add(DriftReport.summary(drift));
    return String.join("\n", out) + "\n";
  }

  private void rows(DriftFinding finding) {
    if (finding.sides().isEmpty()) {
      row(finding, "", finding.detail(), "");
    }
    for (Side side : finding.sides()) {
      String property = side.property().equals("definition") ? "" : ", " + side.property();
      row(finding, property, side.database(), side.schema());
    }
  }

  private void row(DriftFinding finding, String property, String database, String schema) {
    out.add(
        "| "
            + finding.status().word()
            + " | "
            + MarkdownText.escape(DriftReport.label(finding.subject()) + property)
            + " | "
            + MarkdownText.code(database)
            + " | "
            + MarkdownText.code(schema)
            + " |");
  }
}
