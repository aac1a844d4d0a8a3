package dev.schemac.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution.ValueChange;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnumsTest {

  @Test
  void nativeStorage() {
    String text = "enum Color { red, green }\ntable t { c Color default red }";
    Resolution postgres = Resolved.postgres(text);
    assertEquals(List.of(), Resolved.messages(postgres));
    assertEquals(
        new DataType.Named(QName.of("Color")),
        Resolved.table(postgres, "t").columns().get(0).type());
    assertEquals(
        new DataType.InlineEnum(List.of("red", "green")),
        Resolved.table(Resolved.mysql(text), "t").columns().get(0).type());
  }

  @Test
  void asStringWithACheck() {
    String text = "enum Color as varchar(9) { red, green }\ntable t { c Color default red }";
    for (String target : List.of("postgres:15", "mysql:8.4")) {
      Table t = Resolved.table(Resolved.of(target, text), "t");
      assertEquals("varchar(9)", t.columns().get(0).type().toString());
      assertEquals("t_c_check", t.constraints().get(0).name());
      assertEquals(
          new Expression.In(
              new Expression.ColumnRef("c"),
              List.of(new Expression.StringLiteral("red"), new Expression.StringLiteral("green"))),
          ((Constraint.Check) t.constraints().get(0)).condition());
    }
  }

  @Test
  void asLookupTable() {
    Resolution resolution =
        Resolved.mysql("enum Color as table { red, green }\ntable t { c Color? }");
    assertEquals(List.of(), Resolved.messages(resolution));
    Table color = Resolved.table(resolution, "Color");
    assertEquals(
        List.of("value", "position"), color.columns().stream().map(c -> c.name()).toList());
    assertEquals(2, color.rows().size());
    Table t = Resolved.table(resolution, "t");
    assertEquals(color.columns().get(0).type(), t.columns().get(0).type());
    assertEquals(QName.of("Color"), t.foreignKeys().get(0).referencedTable());
  }

  @Test
  void valuesLiveInTheTypeOrInEveryColumn() {
    String items = "{ a, q was p, retire c -> a, remap a -> q, retire d }";
    String table = "\ntable t { x E; y ref u(e) }\ntable u { e E unique }";
    Resolution type = Resolved.postgres("enum E " + items + table);
    assertEquals(List.of(), Resolved.messages(type));
    assertEquals(
        List.of(
            new ValueChange.Renamed("p", "q"),
            new ValueChange.Retired("c", java.util.Optional.of("a")),
            new ValueChange.Remapped("a", "q"),
            new ValueChange.Retired("d", java.util.Optional.empty())),
        type.evolution().values().get(ObjectPath.of(ObjectKind.ENUM, QName.of("E"))));
    Resolution text = Resolved.postgres("enum E as varchar(20) " + items + table);
    assertEquals(
        List.of("column t.x", "column t.y", "column u.e"),
        text.evolution().values().keySet().stream().sorted().map(Object::toString).toList());
  }

  @Test
  void anotherStorageLeavesTheTypeBehind() {
    Resolution resolution =
        Resolved.postgres("enum New was Old as varchar(50) { a }\ntable t { x New }");
    assertEquals(List.of(), Resolved.messages(resolution));
    assertEquals(
        List.of("enum New", "enum Old"),
        resolution.evolution().retirements().keySet().stream()
            .sorted()
            .map(Object::toString)
            .toList());
  }

  @Test
  void contradictions() {
    assertEquals(
        List.of(
            "SC3010 1:17 `a` is retired and still there",
            "SC2019 1:32 `zz` is no value of `E`",
            "SC3010 1:42 `remap` keeps `k`, which is no value any more"),
        Resolved.messages(Resolved.postgres("enum E { retire a, retire b -> zz, remap k -> a, a }"))
            .stream()
            .map(m -> m)
            .toList());
  }

  @Test
  void labelsMustFit() {
    assertEquals(
        List.of("SC2005 1:11 `green` does not fit `varchar(4)`"),
        Resolved.messages(Resolved.postgres("enum E as varchar(4) { red, green }")));
    assertEquals(
        List.of("SC2002 1:13 value `A` is declared twice"),
        Resolved.messages(Resolved.mysql("enum E { a, A }")));
  }
}
