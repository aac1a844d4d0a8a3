package dev.schemac.report;

import dev.schemac.diagnostic.Severity;

/** Colours of a terminal, or none. */
enum Palette {
  PLAIN,
  ANSI;

  static Palette of(boolean colors) {
    return colors ? ANSI : PLAIN;
  }

  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> style("1;31", text);
      case WARNING -> style("1;33", text);
      case NOTE -> style("1;36", text);
    };
  }

  String bold(String text) {
    return style("1", text);
  }

  String frame(String text) {
    return style("1;34", text);
  }

  String added(String text) {
    return style("32", text);
  }

  String removed(String text) {
    return style("31", text);
  }

  String changed(String text) {
    return style("33", text);
  }

  private String style(String code, String text) {
    return switch (this) {
      case PLAIN -> text;
      case ANSI -> text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    };
  }
}
