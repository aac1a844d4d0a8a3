package dev.schemac.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures {@code check} and {@code plan} of generated schemas as whole processes, through the
 * launcher: wall time (median of some runs) and largest resident set. Started by {@code
 * scripts/benchmark}; one file, so that {@code java} runs it from source.
 *
 * <p>The generated schemas depend on nothing but their size: tables of ten columns with references,
 * indexes, checks and enums, 25 tables a file.
 */
public final class Benchmark {
  private static final int TABLES_PER_FILE = 25;
  private static final int RUNS = 5;

  private final Path launcher;
  private final Path folder;

  private Benchmark(Path launcher, Path folder) {
    this.launcher = launcher;
    this.folder = folder;
  }

  /** Arguments: the launcher, a folder to write to, numbers of tables. */
  public static void main(String[] arguments) throws Exception {
    Benchmark benchmark = new Benchmark(Path.of(arguments[0]), Path.of(arguments[1]));
    System.out.println("  tables  command  median s  slowest s  max RSS MB  exit");
    for (String tables : Arrays.asList(arguments).subList(2, arguments.length)) {
      benchmark.measure(Integer.parseInt(tables));
    }
  }

  private void measure(int tables) throws Exception {
    Path before = folder.resolve("before-" + tables);
    Path after = folder.resolve("after-" + tables);
    write(before, tables, false);
    write(after, tables, true);
    run(tables, "check", List.of("check", "--quiet", "--target", "postgres:15", before.toString()));
    run(
        tables,
        "plan 1%",
        List.of(
            "plan",
            "--quiet",
            "--target",
            "postgres:15",
            "--from",
            before.toString(),
            "--to",
            after.toString()));
  }

  private static void write(Path target, int tables, boolean changed) throws IOException {
    if (Files.exists(target)) {
      try (Stream<Path> walk = Files.walk(target)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(target);
    for (int first = 0; first < tables; first += TABLES_PER_FILE) {
      StringBuilder text = new StringBuilder();
      text.append("enum kind_").append(first).append(" { open, paid, sent, closed, 'on hold' }\n");
      int end = Math.min(tables, first + TABLES_PER_FILE);
      for (int i = first; i < end; i++) {
        table(text, i, first, changed && i % 100 == 7);
      }
      String name = String.format(Locale.ROOT, "part_%05d.schema", first);
      Files.writeString(target.resolve(name), text);
    }
  }

  private static void table(StringBuilder text, int i, int first, boolean changed) {
    String parent = i == 0 ? "table_0?" : "table_" + (i / 2);
    text.append("\n/// Table number ")
        .append(i)
        .append(" of the benchmark.\ntable table_")
        .append(i);
    text.append(" {\n  id          bigint         identity primary key\n");
    text.append("  parent      ref ").append(parent).append(" on delete cascade\n");
    text.append("  name        varchar(").append(changed ? 160 : 120).append(")\n");
    text.append("  description text?\n");
    text.append("  status      kind_").append(first).append("        default open\n");
    text.append("  quantity    int            default 0 check (quantity >= 0)\n");
    text.append("  price       decimal(12, 2) default 0\n");
    text.append("  active      bool           default true\n");
    text.append("  created_at  timestamptz    default now()\n");
    text.append("  payload     json?\n");
    text.append(changed ? "  added       varchar(40)?\n" : "");
    text.append("\n  index (parent)\n  index (status, created_at desc)\n");
    text.append(changed ? "  index (added)\n" : "");
    text.append("  unique (name, parent)\n");
    text.append("  check (price < 1000000 and (active or quantity = 0))\n}\n");
  }

  private void run(int tables, String name, List<String> arguments) throws Exception {
    List<Double> seconds = new ArrayList<>();
    long largest = 0;
    int exit = 0;
    for (int i = 0; i < RUNS; i++) {
      List<String> command = new ArrayList<>(List.of(launcher.toString()));
      command.addAll(arguments);
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.redirectError(folder.resolve("errors").toFile());
      long started = System.nanoTime();
      Process process = builder.start();
      while (process.isAlive()) {
        largest = Math.max(largest, residentSet(process.pid()));
        Thread.sleep(3);
      }
      seconds.add((System.nanoTime() - started) / 1e9);
      exit = process.waitFor();
    }
    seconds.sort(Comparator.naturalOrder());
    System.out.printf(
        Locale.ROOT,
        "%8d  %-7s  %8.2f  %9.2f  %10d  %4d%n",
        tables,
        name,
        seconds.get(RUNS / 2),
        seconds.getLast(),
        largest / 1024,
        exit);
  }

  /** The largest resident set of a process so far, in kB; 0 where the system does not tell. */
  private static long residentSet(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }
}
