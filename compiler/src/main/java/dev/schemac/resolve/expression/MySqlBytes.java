package dev.schemac.resolve.expression;

import dev.schemac.model.Expression;
import dev.schemac.model.Expression.StringLiteral;
import dev.schemac.model.Expression.TypedLiteral;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Bytes that are a text, as that text: the server prints a default in hexadecimal or in quotes by
 * what is in it, whichever way it was written.
 */
final class MySqlBytes {
  private MySqlBytes() {}

  static Expression text(Expression e) {
    if (e instanceof TypedLiteral(var prefix, var digits) && prefix.equals("x")) {
      return decoded(digits, e);
    }
    return e instanceof StringLiteral(var value) && !isPlain(value)
        ? new TypedLiteral("x", HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)))
        : e;
  }

  private static Expression decoded(String digits, Expression e) {
    try {
      byte[] bytes = HexFormat.of().parseHex(digits);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return isPlain(text) ? new StringLiteral(text) : e;
    } catch (CharacterCodingException | IllegalArgumentException notText) {
      return e;
    }
  }

  private static boolean isPlain(String text) {
    return text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
  }
}
