package dev.schemac.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the online plans of hard changes on tables of many rows under a steady load of reads and
 * writes, and prints the latencies before, during and after, and what failed. Started by {@code
 * scripts/benchmark-online}; one file, so that {@code java} runs it from source.
 */
public final class OnlineBenchmark {
  private static final int CLIENTS = 4;
  private static final int QUIET_SECONDS = 10;
  private static final int PAUSE_MILLIS = 5;
  private static final int BATCH = 50_000;

  /**
   * A change.
   *
   * @param fill one statement a table, which makes rows from {@code %d} to {@code %d}
   * @param load transactions: statements between semicolons, {@code ?} for a row's key
   */
  private record Case(
      String name, String before, String after, List<String> fill, List<String> load) {}

  /** Latencies in milliseconds. */
  private record Phase(String name, double seconds, double[] sorted, int failed, String failure) {
    double percentile(double part) {
      return sorted.length == 0
          ? 0
          : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)];
    }
  }

  private final Path launcher;
  private final String url;
  private final Path folder;
  private final int rows;
  private final boolean postgres;
  private final String target;
  private final List<String> client;

  private OnlineBenchmark(String launcher, String url, Path folder, int rows) throws SQLException {
    this.launcher = Path.of(launcher);
    this.url = url;
    this.folder = folder;
    this.rows = rows;
    this.postgres = url.startsWith("jdbc:postgresql:");
    java.net.URI uri = java.net.URI.create(url.substring("jdbc:".length()));
    String user = uri.getQuery() == null ? "" : uri.getQuery().replaceAll(".*user=([^&]*).*", "$1");
    String port = Integer.toString(uri.getPort());
    String database = uri.getPath().substring(1);
    this.client =
        postgres
            ? List.of("psql", "-Xq", "-h", uri.getHost(), "-p", port, "-U", user, "-d", database)
            : List.of("mysql", "-h", uri.getHost(), "-P", port, "-u", user, database);
    try (Connection connection = DriverManager.getConnection(url)) {
      var server = connection.getMetaData();
      int major = server.getDatabaseMajorVersion();
      String version = postgres ? "" + major : major + "." + server.getDatabaseMinorVersion();
      boolean maria = server.getDatabaseProductVersion().toLowerCase(Locale.ROOT).contains("maria");
      this.target = (postgres ? "postgres:" : maria ? "mariadb:" : "mysql:") + version;
    }
  }

  /** Arguments: the launcher, the URL of an empty database, a folder to write to, rows, cases. */
  public static void main(String[] arguments) throws Exception {
    OnlineBenchmark benchmark =
        new OnlineBenchmark(
            arguments[0], arguments[1], Path.of(arguments[2]), Integer.parseInt(arguments[3]));
    List<String> wanted = List.of(arguments).subList(4, arguments.length);
    System.out.printf(
        Locale.ROOT,
        "%s, %,d rows a table, %d clients; latencies in ms%n%n%-22s %-7s %7s %7s %7s %8s %8s %7s%n",
        benchmark.target,
        benchmark.rows,
        CLIENTS,
        "change",
        "phase",
        "seconds",
        "tx/s",
        "p50",
        "p99",
        "longest",
        "failed");
    boolean clean = true;
    for (Case one : benchmark.cases()) {
      if (wanted.isEmpty() || wanted.contains(one.name())) {
        clean &= benchmark.run(one);
      }
    }
    System.exit(clean ? 0 : 1);
  }

  private List<Case> cases() {
    String numbers =
        postgres
            ? "select i from generate_series(%d, %d) i"
            : "with recursive n (i) as (select %d union all select i + 1 from n where i < %d)"
                + " select i from n";
    String text = "repeat('x', 80)";
    List<Case> all = new ArrayList<>();
    all.add(
        new Case(
            "enum to varchar",
            "enum Kind { fixed, monthly, custom }\n\ntable items {\n  id int primary key identity\n"
                + "  kind Kind default fixed\n  amount int\n  note text\n  index (kind)\n}\n",
            (postgres ? "enum Kind as varchar(20) { fixed, monthly, custom }\n\n" : "")
                + "table items {\n  id int primary key identity\n  kind "
                + (postgres ? "Kind" : "varchar(20)")
                + " default 'fixed'\n  amount int\n  note text\n  index (kind)\n}\n",
            List.of(insert("items (kind, amount, note)", "'monthly', i, " + text, numbers)),
            List.of(
                "select kind, amount from items where id = ?",
                "update items set amount = amount + 1 where id = ?",
                "update items set kind = 'custom' where id = ?",
                "insert into items (kind, amount, note) values ('fixed', 1, 'new')")));
    all.add(key(text, numbers));
    all.add(
        new Case(
            "not null",
            "table people {\n  id int primary key identity\n  name varchar(40)?\n  note text\n}\n",
            "table people {\n  id int primary key identity\n"
                + "  name varchar(40) backfill ('nobody')\n  note text\n}\n",
            List.of(
                insert(
                    "people (name, note)",
                    "case when i % 10 = 0 then null else 'somebody' end, ".replace("%", "%%")
                        + text,
                    numbers)),
            List.of(
                "select name from people where id = ?",
                "update people set name = 'other' where id = ?",
                "insert into people (name, note) values ('new', 'new')")));
    String parents = "table buyers {\n  id int primary key identity\n  name varchar(40)\n}\n\n";
    all.add(
        new Case(
            "foreign key",
            parents
                + "table orders {\n  id int primary key identity\n  buyer int\n  note text\n}\n",
            parents
                + "table orders {\n  id int primary key identity\n  buyer int\n  note text\n"
                + "  foreign key (buyer) -> buyers on delete cascade\n}\n",
            List.of(
                insert("buyers (name)", "'somebody'", numbers),
                insert("orders (buyer, note)", "i, " + text, numbers)),
            List.of(
                "select note from orders where id = ?",
                "update orders set note = 'other' where id = ?",
                "update buyers set name = 'other' where id = ?",
                "insert into orders (buyer, note) values (?, 'new')")));
    all.add(
        new Case(
            "unique",
            "table users {\n  id int primary key identity\n  email varchar(60)\n  note text\n}\n",
            "table users {\n  id int primary key identity\n  email varchar(60) unique\n"
                + "  note text\n}\n",
            List.of(
                insert("users (email, note)", "concat('user', i, '@example'), " + text, numbers)),
            List.of(
                "select email from users where id = ?",
                "update users set note = 'other' where id = ?",
                "delete from users where id = ?")));
    return all;
  }

  private Case key(String text, String numbers) {
    StringBuilder before = new StringBuilder("table owners {\n  id int primary key identity\n");
    before.append("  name varchar(40)\n}\n");
    List<String> fill = new ArrayList<>(List.of(insert("owners (name)", "'one'", numbers)));
    List<String> load =
        new ArrayList<>(
            List.of(
                "select name from owners where id = ?",
                "update owners set name = 'other' where id = ?",
                "insert into owners (name) values ('new'); insert into carts (owner, note) values ("
                    + (postgres ? "currval('owners_id_seq')" : "last_insert_id()")
                    + ", 'new')"));
    for (String table : List.of("carts", "bills", "letters")) {
      before.append("\ntable ").append(table).append(" {\n  id int primary key identity\n");
      before.append(
          "  owner int\n  note text\n  foreign key (owner) -> owners on delete cascade\n");
      before.append("  index (owner)\n}\n");
      fill.add(insert(table + " (owner, note)", "i, " + text, numbers));
      load.add("insert into " + table + " (owner, note) values (?, 'new')");
      load.add("select note from " + table + " where owner = ?");
    }
    String after = before.toString().replace("owner int\n", "owner bigint\n");
    after = after.replaceFirst("id int", "id bigint");
    return new Case("int to bigint key", before.toString(), after, fill, load);
  }

  /** MySQL leaves gaps between the keys that it counts for many rows at once. */
  private String insert(String table, String values, String numbers) {
    String into = postgres ? table : table.replaceFirst("\\(", "(id, ");
    return "insert into "
        + into
        + (postgres ? " select " : " select i, ")
        + values
        + " from ("
        + numbers
        + ") as n(i)";
  }

  private boolean run(Case one) throws Exception {
    Path before = Files.writeString(folder.resolve("before.schema"), one.before());
    Path after = Files.writeString(folder.resolve("after.schema"), one.after());
    apply(plan("nothing", before.toString(), "direct", "expand"));
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      if (!postgres) {
        statement.execute("set cte_max_recursion_depth = " + 10 * BATCH);
      }
      for (String fill : one.fill()) {
        for (int from = 1; from <= rows; from += BATCH) {
          statement.execute(
              String.format(Locale.ROOT, fill, from, Math.min(rows, from + BATCH - 1)));
        }
      }
      statement.execute(postgres ? "vacuum analyze" : "select 1");
    }
    String expand = plan(before.toString(), after.toString(), "online", "expand");
    String contract = plan(before.toString(), after.toString(), "online", "contract");
    Load load = new Load(one.load());
    List<Phase> phases = new ArrayList<>();
    phases.add(load.phase("before", () -> Thread.sleep(QUIET_SECONDS * 1000L)));
    phases.add(
        load.phase(
            "during",
            () -> {
              apply(expand);
              apply(contract);
            }));
    phases.add(load.phase("after", () -> Thread.sleep(QUIET_SECONDS * 1000L)));
    load.close();
    phases.forEach(p -> print(one, p));
    apply(plan(after.toString(), "nothing", "direct", "contract"));
    return phases.stream().allMatch(p -> p.failed() == 0);
  }

  private static void print(Case one, Phase phase) {
    System.out.printf(
        Locale.ROOT,
        "%-22s %-7s %7.1f %7.0f %7.1f %8.1f %8.0f %7d%s%n",
        one.name(),
        phase.name(),
        phase.seconds(),
        phase.sorted().length / phase.seconds(),
        phase.percentile(0.5),
        phase.percentile(0.99),
        phase.percentile(1),
        phase.failed(),
        phase.failed() == 0 ? "" : "  " + phase.failure());
  }

  private String plan(String from, String to, String strategy, String phase) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(launcher.toString(), "plan", "--from", from, "--to", to));
    command.addAll(List.of("--target", target, "--format", "sql", "--allow-loss", "--quiet"));
    command.addAll(List.of("--strategy", strategy));
    command.addAll(strategy.equals("online") ? List.of("--phase", phase) : List.of());
    return output(command, "");
  }

  private void apply(String sql) throws Exception {
    output(client, sql);
  }

  private String output(List<String> command, String input) throws Exception {
    Path in = Files.writeString(folder.resolve("input"), input);
    Path out = folder.resolve("output");
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put("PGOPTIONS", "-c client_min_messages=warning");
    int exit =
        process
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + exit);
    }
    return Files.readString(out);
  }

  /** Something that takes a while. */
  private interface Work {
    void run() throws Exception;
  }

  /** The clients: each runs one transaction after the other, with a short pause between. */
  private final class Load {
    private final List<String> transactions;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger failed = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile String failure = "";
    private List<Double> latencies = new ArrayList<>();

    Load(List<String> transactions) {
      this.transactions = transactions;
      for (int i = 0; i < CLIENTS; i++) {
        threads.add(Thread.ofPlatform().daemon().start(this::work));
      }
    }

    private void work() {
      while (!stopped.get()) {
        try (Connection connection = DriverManager.getConnection(url)) {
          while (!stopped.get()) {
            transaction(connection);
            Thread.sleep(PAUSE_MILLIS);
          }
        } catch (SQLException e) {
          failure = e.getMessage();
          failed.incrementAndGet();
        } catch (InterruptedException e) {
          return;
        }
      }
    }

    private void transaction(Connection connection) throws SQLException {
      ThreadLocalRandom random = ThreadLocalRandom.current();
      String key = Integer.toString(random.nextInt(rows) + 1);
      String[] statements = transactions.get(random.nextInt(transactions.size())).split(";");
      long started = System.nanoTime();
      connection.setAutoCommit(statements.length == 1);
      try (Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql.replace("?", key));
        }
      }
      if (statements.length > 1) {
        connection.commit();
      }
      double millis = (System.nanoTime() - started) / 1e6;
      synchronized (this) {
        latencies.add(millis);
      }
    }

    Phase phase(String name, Work work) throws Exception {
      synchronized (this) {
        latencies = new ArrayList<>();
      }
      failed.set(0);
      long started = System.nanoTime();
      work.run();
      double seconds = (System.nanoTime() - started) / 1e9;
      synchronized (this) {
        double[] sorted = latencies.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Phase(name, seconds, sorted, failed.get(), failure);
      }
    }

    void close() throws InterruptedException {
      stopped.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }
}
