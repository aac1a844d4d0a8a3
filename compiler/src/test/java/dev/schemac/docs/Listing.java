package dev.schemac.docs;

import dev.schemac.model.Target;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.SourceParser;
import dev.schemac.syntax.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A listing of a page in the docs: a fence that opens with {@code ```schema}.
 *
 * @param role {@code before} is the previous version, {@code fixed} the way out, empty the example
 */
record Listing(Path page, Target target, String role, String text) {
  private static final Pattern FENCE =
      Pattern.compile("(?m)^```schema([^\\n]*)\\n(.*?)^```$", Pattern.DOTALL);
  private static final Target USUAL = Target.parse("postgres:15").orElseThrow();

  /** Every listing of a page, in order. */
  static List<Listing> of(Path page) {
    List<Listing> listings = new ArrayList<>();
    Matcher fence = FENCE.matcher(read(page));
    while (fence.find()) {
      Target target = USUAL;
      String role = "";
      for (String word : fence.group(1).strip().split(" +")) {
        if (word.startsWith("target=")) {
          target = Target.parse(word.substring("target=".length())).orElseThrow();
        } else {
          role = word;
        }
      }
      listings.add(new Listing(page, target, role, fence.group(2)));
    }
    return listings;
  }

  SourceTree tree() {
    return SourceParser.parse(new SourceText(page.getFileName() + " (" + role + ")", text));
  }

  static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new AssertionError(page.toString(), e);
    }
  }
}
