package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Severity;
import dev.schemac.model.Target;
import dev.schemac.plan.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The changes that an online plan cannot make without keeping readers or writers waiting, over all
 * cases in whichever strategy they are run: {@code golden/blocking.txt}, which should only shrink.
 * {@code -Dgolden.update=true} rewrites it.
 */
class OnlineWaysTest {
  private static final Set<Code> BLOCKS = Set.of(Code.SC5001, Code.SC5002);
  private static final String HEAD =
      "# What an online plan does not do without keeping readers or writers waiting: case, target,"
          + " step, reason.\n";

  @Test
  void onlyWhatIsKnownToBlockBlocks() throws IOException {
    Set<String> blocking = new TreeSet<>();
    for (GoldenCase golden : GoldenCase.all()) {
      for (Target target : targets(golden)) {
        Compiled.of(golden, target, Strategy.ONLINE).diagnostics().stream()
            .filter(d -> d.severity() == Severity.WARNING && BLOCKS.contains(d.code()))
            .forEach(d -> blocking.add(line(golden, target, d)));
      }
    }
    String found = HEAD.concat(String.join("\n", blocking)).concat("\n");
    Path list = GoldenCase.root().resolve("blocking.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(list, found);
    }
    assertEquals(Files.readString(list), found);
  }

  /** MariaDB copies most tables online from 11.2 on. */
  private static List<Target> targets(GoldenCase golden) {
    List<Target> targets = new ArrayList<>(golden.targets());
    if (targets.stream().anyMatch(Target::isMariaDb)) {
      targets.add(ServerKind.MARIADB_NEW.target());
    }
    return targets.stream().distinct().toList();
  }

  private static String line(GoldenCase golden, Target target, Diagnostic diagnostic) {
    return String.join(
        " | ",
        golden.name(),
        target.toString(),
        diagnostic.message(),
        diagnostic.help().orElse(""));
  }
}
