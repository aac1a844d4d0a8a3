package dev.schemac.cli;

import dev.schemac.emit.IdiomaticText;
import java.util.Locale;

/** How an inspected schema is distributed over files. */
enum FileSplit {
  NONE(IdiomaticText.Split.NONE),
  NAMESPACE(IdiomaticText.Split.NAMESPACE),
  TABLE(IdiomaticText.Split.TABLE);

  private final IdiomaticText.Split split;

  FileSplit(IdiomaticText.Split split) {
    this.split = split;
  }

  IdiomaticText.Split split() {
    return split;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
