package dev.schemac.dialect.postgres;

import dev.schemac.model.DataType;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;

/**
 * Arrays, composite types and range types that hold values of a domain: the server does not look
 * into them and refuses to prove a check or NOT NULL of the domain while a column is of one.
 */
final class DomainContainers {
  private DomainContainers() {}

  /** Whether there is one, of the domain or of a domain over it. */
  static boolean hold(QName domain, Schema schema) {
    return schema.objects().stream()
        .anyMatch(
            o ->
                switch (o) {
                  case Table t -> t.columns().stream().anyMatch(c -> isArrayOf(c.type(), domain));
                  case SchemaObject.Domain d ->
                      isArrayOf(d.type(), domain)
                          || d.type().equals(new DataType.Named(domain)) && hold(d.name(), schema);
                  case SchemaObject.NativeObject n ->
                      n.nativeKind().equals("type")
                          && n.dependsOn().stream().anyMatch(p -> p.owner().equals(domain));
                  case SchemaObject ignored -> false;
                });
  }

  private static boolean isArrayOf(DataType type, QName domain) {
    return type instanceof DataType.Array && EnumReplacement.isOf(type, domain);
  }
}
