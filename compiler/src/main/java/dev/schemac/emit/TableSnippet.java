package dev.schemac.emit;

import dev.schemac.diagnostic.Span;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.Declaration;
import dev.schemac.syntax.Member;
import dev.schemac.syntax.SourceParser;
import dev.schemac.syntax.SourceTree;
import java.util.List;
import java.util.Optional;

/** A table as it is written, taken apart again: for its members' texts. */
record TableSnippet(String text, Declaration.TableDecl table) {

  /** Empty where the text does not read back as one table. */
  static Optional<TableSnippet> of(String text) {
    SourceTree tree = SourceParser.parse(new SourceText("", text));
    boolean one =
        tree.declarations().size() == 1
            && tree.declarations().getFirst() instanceof Declaration.TableDecl;
    return one
        ? Optional.of(
            new TableSnippet(text, (Declaration.TableDecl) tree.declarations().getFirst()))
        : Optional.empty();
  }

  String slice(Span span) {
    return text.substring(span.start(), span.end());
  }

  Optional<Member.ColumnDecl> column(String name) {
    return table.members().stream()
        .filter(Member.ColumnDecl.class::isInstance)
        .map(Member.ColumnDecl.class::cast)
        .filter(c -> c.name().text().equals(name))
        .findFirst();
  }

  /** Every member that is no column. */
  List<Member> others() {
    return table.members().stream().filter(m -> !(m instanceof Member.ColumnDecl)).toList();
  }
}
