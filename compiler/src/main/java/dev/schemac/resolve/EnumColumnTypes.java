package dev.schemac.resolve;

import dev.schemac.model.DataType;
import dev.schemac.model.Target;
import dev.schemac.syntax.Declaration.EnumDecl;
import dev.schemac.syntax.Declaration.EnumItem;
import dev.schemac.syntax.Declaration.EnumStorage;
import dev.schemac.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.List;

/** The column types of declared enums in their storage. */
final class EnumColumnTypes {
  private final Target target;
  private final TypeResolver types;

  EnumColumnTypes(Target target, TypeResolver types) {
    this.target = target;
    this.types = types;
  }

  /** The column type. */
  ResolvedType of(Declared<EnumDecl> declared) {
    DataType type =
        switch (declared.declaration().storage()) {
          case EnumStorage.Native ignored -> nativeEnum(declared);
          case EnumStorage.AsTable ignored -> lookupValue(declared);
          case EnumStorage.AsType(var stored) -> storedEnum(stored, declared.namespace());
        };
    return ResolvedType.of(type, declared.name().toString()).withEnumeration(declared);
  }

  private DataType nativeEnum(Declared<EnumDecl> declared) {
    return target.isPostgres()
        ? new DataType.Named(declared.name())
        : new DataType.InlineEnum(labels(declared.declaration()));
  }

  private DataType storedEnum(TypeExpr stored, String namespace) {
    boolean text = stored instanceof TypeExpr.Plain t && TypeSpelling.of(t).name().equals("text");
    if (text && target.isMySql()) {
      // A `longtext` could neither have a default nor be a key.
      return DataType.Builtin.of("varchar", "255");
    }
    return types.resolve(stored, namespace).type();
  }

  /** MySQL cannot index a text without a length. */
  private DataType lookupValue(Declared<EnumDecl> declared) {
    if (target.isPostgres()) {
      return DataType.Builtin.of("text");
    }
    int longest = 0;
    for (String label : labels(declared.declaration())) {
      longest = Math.max(longest, label.codePointCount(0, label.length()));
    }
    return DataType.Builtin.of("varchar", longest <= 100 ? "100" : "255");
  }

  static List<String> labels(EnumDecl declaration) {
    List<String> labels = new ArrayList<>();
    for (EnumItem item : declaration.items()) {
      if (item instanceof EnumItem.Value value) {
        labels.add(value.label().text());
      }
    }
    return labels;
  }
}
