package dev.schemac.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.model.Evolution;
import dev.schemac.model.Evolution.Retirement;
import dev.schemac.model.Evolution.Retirement.Condition;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvolutionTest {
  private static final QName T = QName.of("t");

  @Test
  void renames() {
    Resolution resolution =
        Resolved.postgres(
            """
            table t was old_t {
              a was b int
              unique index i was j (a)
            }
            view v was w = \"""select 1\"""
            """);
    assertEquals(List.of(), Resolved.messages(resolution));
    assertEquals(
        Map.of(
            ObjectPath.table(T),
            QName.of("old_t"),
            ObjectPath.column(T, "a"),
            QName.of("b"),
            new ObjectPath(ObjectKind.INDEX, T, "i"),
            QName.of("j"),
            ObjectPath.of(ObjectKind.VIEW, QName.of("v")),
            QName.of("w")),
        resolution.evolution().renames());
    assertEquals(4, resolution.words().size());
  }

  @Test
  void retirements() {
    Resolution resolution =
        Resolved.postgres(
            """
            table t {
              a int
              retire x
              retire y when null
              retire index (a, z)
              retire check c
            }
            retire table gone when empty
            retire function f(integer)
            """);
    assertEquals(List.of(), Resolved.messages(resolution));
    assertEquals(
        Map.of(
            ObjectPath.column(T, "x"),
            new Retirement(Condition.ALWAYS, List.of()),
            ObjectPath.column(T, "y"),
            new Retirement(Condition.WHEN_NULL, List.of()),
            new ObjectPath(ObjectKind.INDEX, T, "(a, z)"),
            new Retirement(Condition.ALWAYS, List.of("a", "z")),
            new ObjectPath(ObjectKind.CHECK, T, "c"),
            new Retirement(Condition.ALWAYS, List.of()),
            ObjectPath.table(QName.of("gone")),
            new Retirement(Condition.WHEN_EMPTY, List.of()),
            ObjectPath.of(ObjectKind.FUNCTION, QName.of("f(int)")),
            new Retirement(Condition.ALWAYS, List.of())),
        resolution.evolution().retirements());
  }

  @Test
  void conversionsSeeTheRowAsItWas() {
    Resolution resolution =
        Resolved.postgres(
            """
            table t {
              a bigint using (old_a * 100)
              b varchar(9) backfill (lower(name)) when fits
            }
            """);
    assertEquals(List.of(), Resolved.messages(resolution));
    Map<ObjectPath, Evolution.Conversion> found = resolution.evolution().conversions();
    assertTrue(found.get(ObjectPath.column(T, "a")).using().isPresent());
    assertTrue(found.get(ObjectPath.column(T, "b")).backfill().isPresent());
    assertTrue(
        found.get(ObjectPath.column(T, "b")).narrowing().orElseThrow().condition().isEmpty());
  }

  @Test
  void contradictions() {
    assertEquals(
        List.of(
            "SC3010 3:9 `b` is renamed twice",
            "SC3010 4:10 `t.a` is retired and still there",
            "SC3010 5:3 `t.b` is retired and renamed",
            "SC3010 6:9 `t.d` is its own old name"),
        Resolved.messages(
            Resolved.postgres(
                """
                table t {
                  a was b int
                  c was b int
                  retire a
                  retire b
                  d was d int
                }
                """)));
  }

  @Test
  void aTableMayGoAndComeAnew() {
    Resolution resolution =
        Resolved.postgres("retire table t when empty\ntable t { id int primary key }");
    assertEquals(List.of(), Resolved.messages(resolution));
    assertEquals(1, resolution.evolution().retirements().size());
  }
}
