package dev.schemac.catalog;

import dev.schemac.model.Column;
import dev.schemac.model.Dialect;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.sql.MySqlQuoting;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.SqlWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The rows of those tables whose rows belong to the schema, the values of an enum that is stored as
 * a table. A catalogue does not tell them from other tables, so a declared schema says which.
 */
public final class LookupRows {
  /** A table with more rows than this holds other data than an enum's values. */
  private static final int MOST = 10_000;

  private final Connection connection;
  private final Schema declared;

  private LookupRows(Connection connection, Schema declared) {
    this.connection = connection;
    this.declared = declared;
  }

  /** Whether a declared schema has such tables at all. */
  public static boolean areDeclared(Schema declared) {
    return declared.tables().stream().anyMatch(t -> !t.rows().isEmpty());
  }

  /** The live schema with the rows of the tables that the declared one has rows for. */
  public static Schema read(Connection connection, Schema live, Schema declared)
      throws SQLException {
    return new LookupRows(connection, declared).of(live);
  }

  private Schema of(Schema live) throws SQLException {
    Map<QName, Table> read = new HashMap<>();
    for (Table table : live.tables()) {
      Optional<Table> wanted = declared.table(table.name()).filter(t -> !t.rows().isEmpty());
      if (wanted.isPresent() && names(wanted.get()).equals(names(table))) {
        read.put(table.name(), withRows(table, rows(table, wanted.get())));
      }
    }
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : live.objects()) {
      objects.add(object instanceof Table t ? read.getOrDefault(t.name(), t) : object);
    }
    return Schema.of(live.target(), objects);
  }

  private static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  /** In the declared order as far as both have them: rows in a table have none. */
  private List<List<Expression>> rows(Table table, Table wanted) throws SQLException {
    List<List<Expression>> found = query(table, wanted.rows().getFirst());
    List<List<Expression>> rows = new ArrayList<>(wanted.rows());
    rows.retainAll(found);
    found.stream().filter(row -> !rows.contains(row)).forEach(rows::add);
    return rows;
  }

  /** Each value as the literal that the declared rows have in its place. */
  private List<List<Expression>> query(Table table, List<Expression> like) throws SQLException {
    TreeSet<String> order = new TreeSet<>();
    Map<String, List<Expression>> rows = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(select(table))) {
      while (result.next()) {
        List<Expression> row = new ArrayList<>();
        for (int i = 1; i <= table.columns().size(); i++) {
          row.add(literal(result.getString(i), like.get(i - 1)));
        }
        order.add(row.toString());
        rows.put(row.toString(), row);
      }
    }
    return order.stream().map(rows::get).toList();
  }

  private static Expression literal(String value, Expression like) {
    if (value == null) {
      return new Expression.NullLiteral();
    }
    return like instanceof Expression.NumberLiteral
        ? new Expression.NumberLiteral(value)
        : new Expression.StringLiteral(value);
  }

  private String select(Table table) {
    Dialect dialect = declared.target().dialect();
    SqlWriter sql =
        new SqlWriter(
            switch (dialect) {
              case POSTGRES -> PostgresQuoting.INSTANCE;
              case MYSQL -> MySqlQuoting.INSTANCE;
            });
    sql.phrase("SELECT").commaList(names(table), sql::identifier);
    return sql.phrase("FROM").name(table.name()).phrase("LIMIT").number(MOST).text();
  }

  private static Table withRows(Table t, List<List<Expression>> rows) {
    return new Table(
        t.name(),
        t.columns(),
        t.constraints(),
        t.indexes(),
        t.partitioning(),
        rows,
        t.comment(),
        t.options(),
        t.external(),
        t.partitionOf());
  }
}
