package dev.schemac.dialect.postgres;

import dev.schemac.model.QName;
import dev.schemac.model.RoutineName;
import dev.schemac.sql.PostgresSignature;
import dev.schemac.sql.SqlWriter;

/** A routine's name with its signature: {@code app.f(int, text)}; only the name is quoted. */
final class Signature {
  private Signature() {}

  static SqlWriter write(SqlWriter sql, QName routine) {
    sql.name(plainName(routine));
    int open = RoutineName.signature(routine.name());
    return open < 0 ? sql : sql.close(PostgresSignature.sql(routine.name().substring(open)));
  }

  /** The name alone. */
  static QName plainName(QName routine) {
    int open = RoutineName.signature(routine.name());
    return open < 0 ? routine : routine.withName(routine.name().substring(0, open).strip());
  }

  /** Another name with this routine's signature. */
  static QName withSignatureOf(QName routine, QName other) {
    int open = RoutineName.signature(routine.name());
    QName plain = plainName(other);
    return open < 0 ? plain : plain.withName(plain.name().concat(routine.name().substring(open)));
  }
}
