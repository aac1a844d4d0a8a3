package dev.schemac.syntax;

import dev.schemac.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Trees as tests compare them. */
final class Trees {
  private Trees() {}

  static SourceTree parse(String text) {
    return SourceParser.parse(new SourceText("t.schema", text));
  }

  /** The one table of a text. */
  static Declaration.TableDecl table(String text) {
    return (Declaration.TableDecl) parse(text).declarations().get(0);
  }

  /** {@code line:column code message | help}, one line each. */
  static String diagnostics(String text) {
    return parse(text).diagnostics().stream()
        .map(
            d ->
                d.span().line()
                    + ":"
                    + d.span().column()
                    + " "
                    + d.code()
                    + " "
                    + d.message()
                    + d.help().map(help -> " | " + help).orElse(""))
        .collect(Collectors.joining("\n"));
  }

  /** Everything but spans; a table's options are in its header, wherever they stood. */
  static String withoutSpans(SourceTree tree) {
    return tree.declarations().stream()
        .map(Trees::optionsInHeader)
        .map(d -> d.toString().replaceAll("Span\\[[^\\]]*\\]", ""))
        .collect(Collectors.joining("\n"));
  }

  private static Declaration optionsInHeader(Declaration declaration) {
    if (!(declaration instanceof Declaration.TableDecl table)) {
      return declaration;
    }
    List<Attribute> attributes = new ArrayList<>(table.header().attributes());
    List<Member> members = new ArrayList<>();
    for (Member member : table.members()) {
      if (member instanceof Member.TableOptions options) {
        attributes.add(options.attribute());
      } else {
        members.add(member);
      }
    }
    Declaration.Header header =
        new Declaration.Header(
            table.header().doc(), table.header().external(), attributes, table.header().span());
    return new Declaration.TableDecl(header, table.name(), table.was(), table.mixins(), members);
  }
}
