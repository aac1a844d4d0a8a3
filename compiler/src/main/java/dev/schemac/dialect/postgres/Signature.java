package dev.schemac.dialect.postgres;

import dev.schemac.model.Dialect;
import dev.schemac.model.QName;
import dev.schemac.sql.EmbeddedNames;
import dev.schemac.sql.SqlWriter;

/** A routine's name with its signature: {@code app.f(int, text)}; only the name is quoted. */
final class Signature {
  private Signature() {}

  static SqlWriter write(SqlWriter sql, QName routine) {
    sql.name(plainName(routine));
    int open = routine.name().indexOf('(');
    return open < 0
        ? sql
        : sql.close(EmbeddedNames.toSql(routine.name().substring(open), Dialect.POSTGRES));
  }

  /** The name alone. */
  static QName plainName(QName routine) {
    int open = routine.name().indexOf('(');
    return open < 0 ? routine : routine.withName(routine.name().substring(0, open).strip());
  }

  /** Another name with this routine's signature. */
  static QName withSignatureOf(QName routine, QName other) {
    int open = routine.name().indexOf('(');
    QName plain = plainName(other);
    return open < 0 ? plain : plain.withName(plain.name().concat(routine.name().substring(open)));
  }
}
